package org.tokenerror;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the endpoints that an application's own mappings tell of.
 *
 * <p>These are the paths and the servlets that the filter itself is mapped to by name, which is
 * what somebody who declares the filter in {@code web.xml} expects, and every path ending in {@code
 * /token} that a servlet is mapped to ({@code /foo/token} or {@code /foo/token/*}), unless it hands
 * out tokens against request forgery.
 *
 * <p>It does not look into the servlets, and {@code /*} or {@code *.do} tell nothing.
 */
final class MappedEndpoints {
  private static final String BELOW = "/*";

  private MappedEndpoints() {}

  /** Returns the paths, once all servlets are registered. */
  static Set<String> of(ServletContext context) {
    Set<String> paths = new LinkedHashSet<>();
    context.getFilterRegistrations().values().stream()
        .filter(filter -> TokenErrorFilter.class.getName().equals(filter.getClassName()))
        .forEach(filter -> paths.addAll(ownPaths(filter, context)));
    context.getServletRegistrations().values().stream()
        .flatMap(servlet -> paths(servlet.getMappings()))
        .filter(path -> path.endsWith("/token") && !isAgainstForgery(path))
        .forEach(paths::add);
    return paths;
  }

  /** What the filter is mapped to below a path is where it may look, not what it is for. */
  private static List<String> ownPaths(FilterRegistration filter, ServletContext context) {
    Stream<String> named =
        filter.getServletNameMappings().stream()
            .map(context::getServletRegistration)
            .flatMap(Stream::ofNullable)
            .map(ServletRegistration::getMappings)
            .flatMap(MappedEndpoints::paths);
    Stream<String> urls =
        filter.getUrlPatternMappings().stream().filter(mapping -> !mapping.contains("*"));
    return Stream.concat(urls, named).filter(path -> path.length() > 1).toList();
  }

  private static Stream<String> paths(Collection<String> mappings) {
    return mappings.stream()
        .map(
            mapping ->
                mapping.endsWith(BELOW)
                    ? mapping.substring(0, mapping.length() - BELOW.length())
                    : mapping)
        .filter(mapping -> !mapping.contains("*"));
  }

  /** Tokens against cross-site request forgery have nothing to do with OAuth. */
  private static boolean isAgainstForgery(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.contains("csrf") || lower.contains("xsrf");
  }
}
