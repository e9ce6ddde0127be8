package org.tokenerror.retrofit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Holds what a class file tells without being loaded.
 *
 * @param name its name, with dots
 * @param namespaces whose servlet or JAX-RS types it mentions
 * @param isGuarded whether it has a {@code @ServletSecurity}
 * @param isFilter whether it is a {@code @WebFilter}
 * @param filters the paths of a {@code @WebFilter}
 * @param servletPaths the paths of a {@code @WebServlet}
 * @param applicationPaths the paths of an {@code @ApplicationPath}
 * @param classPaths what its annotations say its methods' paths begin with
 * @param handlers paths of its methods, and whether they take POST
 * @param style what kind of handlers these are
 */
record ClassFacts(
    String name,
    Set<Namespace> namespaces,
    boolean isGuarded,
    boolean isFilter,
    List<String> filters,
    List<String> servletPaths,
    List<String> applicationPaths,
    List<String> classPaths,
    List<Handler> handlers,
    Style style) {

  /** Says which framework finds the handlers. */
  enum Style {
    NONE,
    JAX_RS,
    SPRING
  }

  /**
   * Is a method that answers requests.
   *
   * @param path what its annotation says, empty for nothing
   * @param post whether it takes POST
   */
  record Handler(String path, boolean post) {}

  /** Knows nothing but a name. */
  static ClassFacts unknown(String name) {
    return new ClassFacts(
        name,
        EnumSet.noneOf(Namespace.class),
        false,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Style.NONE);
  }
}
