package org.tokenerror.retrofit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds what was found in a web application.
 *
 * @param files how many files it has
 * @param webXml its descriptor
 * @param own which of its own classes speak for each namespace
 * @param descriptors which of its descriptors do
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
    Map<Namespace, List<String>> descriptors,
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
    return Stream.of(descriptors, own)
        .flatMap(found -> found.getOrDefault(namespace, List.of()).stream())
        .toList();
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
   * Returns the namespaces that the application is for: one, if it can be told.
   *
   * <p>Its own classes decide; where they are mute, a descriptor that only servers of the new
   * namespace know, then its libraries, if they agree. An old schema alone says least, because
   * migrated applications often keep it and servers of both namespaces read it.
   */
  List<Namespace> namespaces() {
    List<Namespace> byClasses = named(own::containsKey);
    if (!byClasses.isEmpty()) {
      return byClasses;
    }
    if (descriptors.containsKey(Namespace.JAKARTA)) {
      return List.of(Namespace.JAKARTA);
    }
    List<Namespace> byJars = named(namespace -> !jarsFor(namespace).isEmpty());
    return byJars.size() == 1 || descriptors.isEmpty() ? byJars : named(descriptors::containsKey);
  }

  private static List<Namespace> named(Predicate<Namespace> condition) {
    return Stream.of(Namespace.values()).filter(condition).toList();
  }

  /** Returns the servlets at which, by their annotation, the container itself checks users. */
  List<String> guarded() {
    return allClasses().filter(ClassFacts::isGuarded).map(ClassFacts::name).toList();
  }

  private Stream<ClassFacts> allClasses() {
    return Stream.concat(classes.stream(), jars.stream().flatMap(jar -> jar.classes().stream()));
  }

  /** Returns all filters, those of {@code web.xml} first. */
  List<String> filters() {
    List<String> filters = new ArrayList<>();
    webXml.map(WebXml::filters).orElse(List.of()).stream()
        .map(filter -> filter.name() + " (" + String.join(", ", filter.patterns()) + ")")
        .forEach(filters::add);
    allClasses()
        .filter(ClassFacts::isFilter)
        .map(type -> "@WebFilter " + type.name() + " (" + String.join(", ", type.filters()) + ")")
        .forEach(filters::add);
    return filters;
  }
}
