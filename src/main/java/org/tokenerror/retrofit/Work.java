package org.tokenerror.retrofit;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Holds what is the same for all parts of one job.
 *
 * @param options what is wanted
 * @param otherwise the namespace of WARs that tell of none
 * @param jars what to put in
 * @param nameable whether the filter's settings may name a path
 * @param space where nested archives are unpacked
 * @param out takes the lines of the report
 */
record Work(
    RetrofitOptions options,
    Optional<Namespace> otherwise,
    FilterJars jars,
    Predicate<String> nameable,
    Workspace space,
    Consumer<String> out) {

  Work with(Optional<Namespace> other) {
    return new Work(options, other, jars, nameable, space, out);
  }
}
