package org.tokenerror.retrofit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds paths that look like token endpoints in mappings and annotations.
 *
 * <p>It goes by names alone, and does not know routes that are made in code.
 */
final class EndpointFinder {
  /** Paths the filter covers by itself; some of its conventional ones, which a test compares. */
  static final Set<String> CONVENTIONAL =
      Set.of(
          "/token",
          "/auth/token",
          "/api/token",
          "/oauth/token",
          "/oauth2/token",
          "/oauth/access_token",
          "/oauth2/access_token",
          "/connect/token",
          "/oauth2/v1/token");

  private static final Set<String> TOKEN_NAMES = Set.of("token", "access_token", "accesstoken");

  /** Names of endpoints that do something else with tokens. */
  private static final List<String> OTHER_NAMES =
      List.of("revoke", "introspect", "check", "info", "verify", "validate", "key");

  private static final List<String> JAX_RS_SERVLETS = List.of("jersey", "resteasy", "cxf", "ws.rs");

  private final Map<String, FoundPath> found = new LinkedHashMap<>();

  private EndpointFinder() {}

  static List<FoundPath> find(Optional<WebXml> webXml, List<ClassFacts> classes) {
    EndpointFinder finder = new EndpointFinder();
    List<WebXml.Mapped> servlets = webXml.map(WebXml::servlets).orElse(List.of());
    for (WebXml.Mapped servlet : servlets) {
      servlet.patterns().forEach(p -> finder.servlet(p, "servlet " + servlet.name()));
    }
    for (ClassFacts type : classes) {
      type.servletPaths().forEach(p -> finder.servlet(p, "@WebServlet " + type.name()));
    }
    List<String> jaxRs = jaxRsPrefixes(servlets, classes);
    List<String> spring = prefixes(servlets, List.of("DispatcherServlet"), "");
    for (ClassFacts type : classes) {
      switch (type.style()) {
        case JAX_RS -> finder.handlers(type, jaxRs, "JAX-RS resource ");
        case SPRING -> finder.handlers(type, spring, "Spring handler ");
        case NONE -> {}
      }
    }
    return List.copyOf(finder.found.values());
  }

  private static List<String> jaxRsPrefixes(
      List<WebXml.Mapped> servlets, List<ClassFacts> classes) {
    List<String> declared =
        classes.stream().flatMap(type -> type.applicationPaths().stream()).distinct().toList();
    return declared.isEmpty() ? prefixes(servlets, JAX_RS_SERVLETS, "") : declared;
  }

  /** Returns what comes before the paths of a framework whose servlet is declared. */
  private static List<String> prefixes(
      List<WebXml.Mapped> servlets, List<String> types, String otherwise) {
    List<String> prefixes =
        servlets.stream()
            .filter(
                servlet ->
                    types.stream().anyMatch(t -> (servlet.type() + servlet.name()).contains(t)))
            .flatMap(servlet -> servlet.patterns().stream())
            .map(p -> p.endsWith("/*") ? p.substring(0, p.length() - 2) : "")
            .distinct()
            .toList();
    return prefixes.isEmpty() ? List.of(otherwise) : prefixes;
  }

  private void servlet(String pattern, String where) {
    String path = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
    if (!path.startsWith("/") || path.contains("*") || !looksLikeToken(path)) {
      return;
    }
    boolean known = path.endsWith("/token") || CONVENTIONAL.contains(path);
    add(path, where, known ? FoundPath.Kind.KNOWN : FoundPath.Kind.PERHAPS);
  }

  private void handlers(ClassFacts type, List<String> prefixes, String what) {
    List<String> classPaths = type.classPaths().isEmpty() ? List.of("") : type.classPaths();
    for (ClassFacts.Handler handler : type.handlers()) {
      for (String prefix : prefixes) {
        for (String classPath : classPaths) {
          pattern(prefix, classPath, handler.path())
              .filter(EndpointFinder::looksLikeToken)
              .ifPresent(path -> add(path, what + type.name(), kind(path, handler)));
        }
      }
    }
  }

  private static FoundPath.Kind kind(String path, ClassFacts.Handler handler) {
    if (CONVENTIONAL.contains(path)) {
      return FoundPath.Kind.KNOWN;
    }
    return handler.post() && TOKEN_NAMES.contains(lastSegment(path))
        ? FoundPath.Kind.TO_CONFIGURE
        : FoundPath.Kind.PERHAPS;
  }

  private void add(String path, String where, FoundPath.Kind kind) {
    FoundPath before = found.get(path);
    if (before == null || before.kind().compareTo(kind) > 0) {
      found.put(path, new FoundPath(path, where, kind));
    }
  }

  /** Joins templates to a pattern; empty if an asterisk cannot say the same. */
  private static Optional<String> pattern(String... templates) {
    StringBuilder path = new StringBuilder();
    Stream<String> segments =
        Stream.of(templates).flatMap(t -> Stream.of(withoutExpressions(t).split("/", -1)));
    for (String segment : segments.filter(s -> !s.isBlank()).toList()) {
      boolean variable = segment.startsWith("{") && segment.endsWith("}");
      if (!variable && segment.chars().anyMatch(c -> "{}*?# ".indexOf(c) >= 0)) {
        return Optional.empty();
      }
      path.append('/').append(variable ? "*" : segment);
    }
    return Optional.of(path.toString());
  }

  /** Takes everything out of a {@code {name: regular/expression}} but the braces. */
  private static String withoutExpressions(String template) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      depth -= c == '}' ? 1 : 0;
      if (depth <= 0) {
        plain.append(c);
      }
      depth += c == '{' ? 1 : 0;
    }
    return plain.toString();
  }

  /** Tells whether the name is about tokens, but not about those against request forgery. */
  private static boolean looksLikeToken(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String last = lastSegment(path);
    return last.contains("token")
        && !lower.contains("csrf")
        && !lower.contains("xsrf")
        && OTHER_NAMES.stream().noneMatch(last::contains);
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
