package org.tokenerror.retrofit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds what was found in a web application.
 *
 * @param files how many files it has
 * @param webXml its descriptor
 * @param own what speaks for each namespace in its descriptors and in {@code WEB-INF/classes}
 * @param classes those of its own classes that map paths
 * @param jars its libraries
 * @param endpoints paths that look like token endpoints
 * @param signatures files by which it is signed
 * @param retrofitted who has retrofitted it
 * @param settings its settings for the filter
 * @param unpackedFilter whether the filter's classes are among its own
 * @param startsItself whether it is a Spring Boot application that needs no server
 * @param repeated names, among those that matter, that it has more than once
 */
record Inspection(
    int files,
    Optional<WebXml> webXml,
    Map<Namespace, List<String>> own,
    List<ClassFacts> classes,
    List<JarFacts> jars,
    List<FoundPath> endpoints,
    List<String> signatures,
    Optional<String> retrofitted,
    Optional<byte[]> settings,
    boolean unpackedFilter,
    boolean startsItself,
    List<String> repeated) {

  /** Returns what in the application itself speaks for a namespace. */
  List<String> ownFor(Namespace namespace) {
    return own.getOrDefault(namespace, List.of());
  }

  /** Returns the libraries that speak for a namespace, and for that one only. */
  List<String> jarsFor(Namespace namespace) {
    return jars.stream()
        .filter(jar -> jar.namespaces().size() == 1 && jar.namespaces().contains(namespace))
        .map(JarFacts::name)
        .toList();
  }

  /** Tells whether {@code web.xml} has a setting of the filter among its context parameters. */
  boolean isGiven(String key) {
    return webXml.map(WebXml::ownContextParams).orElse(List.of()).stream()
        .anyMatch(param -> param.startsWith("token-error-filter." + key + "="));
  }

  /** Returns the libraries that are this filter. */
  List<JarFacts> filterJars() {
    return jars.stream().filter(jar -> jar.filterVersion().isPresent()).toList();
  }

  /**
   * Returns the namespaces that the application itself speaks for; its libraries, if it is mute.
   */
  List<Namespace> namespaces() {
    List<Namespace> claimed =
        Stream.of(Namespace.values()).filter(n -> !ownFor(n).isEmpty()).toList();
    return claimed.isEmpty()
        ? Stream.of(Namespace.values()).filter(n -> !jarsFor(n).isEmpty()).toList()
        : claimed;
  }

  /** Returns all filters, those of {@code web.xml} first. */
  List<String> filters() {
    List<String> filters = new ArrayList<>();
    webXml.map(WebXml::filters).orElse(List.of()).stream()
        .map(filter -> filter.name() + " (" + String.join(", ", filter.patterns()) + ")")
        .forEach(filters::add);
    Stream.concat(classes.stream(), jars.stream().flatMap(jar -> jar.classes().stream()))
        .filter(ClassFacts::isFilter)
        .map(type -> "@WebFilter " + type.name() + " (" + String.join(", ", type.filters()) + ")")
        .forEach(filters::add);
    return filters;
  }
}
