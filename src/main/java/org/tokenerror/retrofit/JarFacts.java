package org.tokenerror.retrofit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what a jar in {@code WEB-INF/lib} tells.
 *
 * @param name the file's name
 * @param namespaces whose servlet or JAX-RS types its classes mention
 * @param filterVersion the version of this filter, if that is what it is
 * @param wantsToBeFirst whether it has an initializer and a fragment that goes before all others
 * @param json which JSON libraries it holds
 * @param classes those of its classes that map paths
 * @param flaw why it could not be read to its end
 */
record JarFacts(
    String name,
    Set<Namespace> namespaces,
    Optional<String> filterVersion,
    boolean wantsToBeFirst,
    List<String> json,
    List<ClassFacts> classes,
    Optional<String> flaw) {}
