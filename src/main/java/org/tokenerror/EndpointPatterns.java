package org.tokenerror;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tokenerror.oauth.EndpointProfile;

/**
 * Tells OAuth endpoints, and of what kind they are, from all other paths of an application.
 *
 * <p>Endpoints are the configured ones, or else the conventional ones and what the mappings of the
 * application say ({@link MappedEndpoints}). One slash at the end of a request's path does not
 * count: frameworks and path infos serve {@code /token/} like {@code /token}. Case counts.
 *
 * <p>It does not know methods or media types; what passes here may still turn out a page.
 */
final class EndpointPatterns {
  private final boolean conventional;
  private final List<Endpoint> all;
  private final List<String> mapped;
  private final Map<String, EndpointProfile> exact;
  private final List<Endpoint> families;

  private EndpointPatterns(boolean conventional, List<Endpoint> endpoints, List<String> mapped) {
    this.conventional = conventional;
    this.mapped = mapped;
    this.all = Stream.concat(endpoints.stream(), tokens(mapped)).toList();
    this.exact =
        all.stream()
            .filter(endpoint -> endpoint.pattern().isExact())
            .collect(
                Collectors.toUnmodifiableMap(
                    endpoint -> endpoint.pattern().text(),
                    Endpoint::profile,
                    (first, second) -> first));
    this.families = all.stream().filter(endpoint -> !endpoint.pattern().isExact()).toList();
  }

  private static Stream<Endpoint> tokens(List<String> paths) {
    return paths.stream()
        .map(path -> new Endpoint(EndpointProfile.TOKEN, EndpointPattern.of(path)));
  }

  /** Returns the endpoints as far as the settings alone tell. */
  static EndpointPatterns of(TokenErrorSettings settings) {
    List<String> written = settings.endpoints();
    if (written.isEmpty()) {
      return new EndpointPatterns(true, ConventionalEndpoints.all(), List.of());
    }
    return new EndpointPatterns(
        written.stream().anyMatch(Endpoint::isConventionalToken),
        written.stream().flatMap(text -> Endpoint.read(text).stream()).toList(),
        List.of());
  }

  /**
   * Returns the endpoints of an application whose servlets are all registered.
   *
   * <p>They are when filters are initialized, not yet when initializers run.
   */
  static EndpointPatterns of(TokenErrorSettings settings, ServletContext context) {
    EndpointPatterns known = of(settings);
    if (!known.conventional) {
      return known;
    }
    List<String> mapped =
        MappedEndpoints.of(context).stream()
            .filter(path -> EndpointPattern.flaw(path).isEmpty() && !known.matches(path))
            .toList();
    return new EndpointPatterns(true, known.all, mapped);
  }

  /** Tells whether a path is an endpoint. */
  boolean matches(String pathWithinContext) {
    return profileOf(pathWithinContext).isPresent();
  }

  /**
   * Finds the kind of endpoint at a path, in time linear in its length.
   *
   * @param pathWithinContext the decoded path, as {@link #pathWithinContext} returns it
   */
  Optional<EndpointProfile> profileOf(String pathWithinContext) {
    String path = pathWithinContext.isEmpty() ? "/" : pathWithinContext;
    if (path.length() > 1 && path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    EndpointProfile profile = exact.get(path);
    if (profile != null) {
      return Optional.of(profile);
    }
    for (Endpoint family : families) {
      if (family.pattern().matches(path)) {
        return Optional.of(family.profile());
      }
    }
    return Optional.empty();
  }

  /** Tells whether the conventional token endpoints are among them. */
  boolean isConventional() {
    return conventional;
  }

  /** Returns all of them in order. */
  List<Endpoint> all() {
    return all;
  }

  /** Returns the paths that are endpoints only because a servlet is mapped to them. */
  List<String> mapped() {
    return mapped;
  }

  /**
   * Returns the URL patterns under which a filter sees every endpoint, as few and narrow as can be.
   *
   * <p>None of them overlaps another, so that no container runs the filter twice.
   */
  List<String> filterMappings() {
    if (conventional) {
      return List.of("/*");
    }
    List<String> prefixes =
        all.stream()
            .map(endpoint -> endpoint.pattern().servletMapping())
            .map(mapping -> mapping.substring(0, mapping.length() - 1))
            .distinct()
            .toList();
    List<String> mappings = new ArrayList<>();
    for (String prefix : prefixes) {
      if (prefixes.stream().noneMatch(o -> !o.equals(prefix) && prefix.startsWith(o))) {
        mappings.add(prefix + "*");
      }
    }
    return List.copyOf(mappings);
  }

  /**
   * Returns the path that the client asked for, within the context and decoded.
   *
   * <p>It is the servlet path and the path info, which the container has already freed from the
   * context path, path parameters ({@code ;jsessionid=...}), percent encoding and dot segments the
   * same way it does when it chooses a servlet; the raw request URI is not. After a dispatch they
   * belong to the target, so the attributes that keep the original are used: for FORWARD and ASYNC
   * its servlet path and path info, for ERROR its request URI, of which no more is kept.
   */
  static String pathWithinContext(HttpServletRequest request) {
    return switch (request.getDispatcherType()) {
      case FORWARD ->
          original(
              request, RequestDispatcher.FORWARD_SERVLET_PATH, RequestDispatcher.FORWARD_PATH_INFO);
      case ASYNC ->
          original(request, AsyncContext.ASYNC_SERVLET_PATH, AsyncContext.ASYNC_PATH_INFO);
      case ERROR ->
          request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
              ? RequestUri.withinContext(uri, request.getContextPath())
              : current(request);
      case REQUEST, INCLUDE -> current(request);
    };
  }

  private static String original(
      HttpServletRequest request, String servletPathAttribute, String pathInfoAttribute) {
    if (request.getAttribute(servletPathAttribute) instanceof String servletPath) {
      return request.getAttribute(pathInfoAttribute) instanceof String pathInfo
          ? servletPath + pathInfo
          : servletPath;
    }
    return current(request);
  }

  private static String current(HttpServletRequest request) {
    String pathInfo = request.getPathInfo();
    return pathInfo == null ? request.getServletPath() : request.getServletPath() + pathInfo;
  }
}
