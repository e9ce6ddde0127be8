package org.tokenerror;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.List;

/**
 * Tells which requests a filter of an application is there for.
 *
 * <p>It does not know dispatchers, and a filter that is mapped to a servlet by its name counts as
 * one for all requests.
 *
 * @param patterns the URL patterns; all requests match if there are none
 */
record FilterMappings(Collection<String> patterns) {

  /** Reads what a filter is mapped to by now. */
  static FilterMappings of(ServletContext context, String filterName) {
    FilterRegistration filter = context.getFilterRegistration(filterName);
    boolean byPath = filter != null && filter.getServletNameMappings().isEmpty();
    return new FilterMappings(byPath ? filter.getUrlPatternMappings() : List.of());
  }

  boolean cover(String path) {
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, path));
  }

  /** Servlet 5.0, 12.2: a whole path, all below one, all with an extension. */
  private static boolean matches(String pattern, String path) {
    if (pattern.endsWith("/*")) {
      String folder = pattern.substring(0, pattern.length() - 2);
      return path.startsWith(folder)
          && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
    }
    return pattern.startsWith("*.") ? path.endsWith(pattern.substring(1)) : path.equals(pattern);
  }
}
