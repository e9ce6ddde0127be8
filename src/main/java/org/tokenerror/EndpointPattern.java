package org.tokenerror;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Matches one path or one family of paths, e.g. {@code /realms/*}{@code /token}.
 *
 * <p>An asterisk stands for exactly one path segment, never for none, several or a part of one.
 * Case counts. It is no servlet mapping: {@code /token/*} means {@code /token/x}, and not {@code
 * /token}.
 *
 * @param text the pattern as configured
 * @param segments what is between the slashes; empty for the context's root
 */
record EndpointPattern(String text, List<String> segments) {
  private static final String ANY = "*";

  /** Takes a pattern that has no {@link #flaw}. */
  static EndpointPattern of(String text) {
    List<String> segments =
        text.equals("/") ? List.of() : Arrays.asList(text.substring(1).split("/", -1));
    return new EndpointPattern(text, List.copyOf(segments));
  }

  /** Says what is wrong with a pattern; empty when it can be used. */
  static Optional<String> flaw(String text) {
    if (!text.startsWith("/")) {
      return Optional.of("it does not start with \"/\"");
    }
    if (text.equals("/")) {
      return Optional.empty();
    }
    if (text.endsWith("/")) {
      return Optional.of("leave out the last \"/\", /token covers /token/ as well");
    }
    if (text.contains("//")) {
      return Optional.of("a path segment is empty");
    }
    if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
      return Optional.of("write * instead of a {variable}");
    }
    for (String segment : of(text).segments()) {
      if (segment.contains(ANY) && !segment.equals(ANY)) {
        return Optional.of("* stands for one whole path segment, not for several or for a part");
      }
      if (segment.equals(".") || segment.equals("..")) {
        return Optional.of("a path segment is . or ..");
      }
    }
    return text.codePoints().allMatch(EndpointPattern::isPathCharacter)
        ? Optional.empty()
        : Optional.of(
            "it holds a blank, something invisible or one of ? # % ; , \\ \", but it is compared to"
                + " a decoded path without query and parameters");
  }

  private static boolean isPathCharacter(int c) {
    return Printable.isVisible(c) && !Character.isSpaceChar(c) && "?#%;,\\\"".indexOf(c) < 0;
  }

  /** Tells whether there is no asterisk. */
  boolean isExact() {
    return !segments.contains(ANY);
  }

  /** Tells whether a path without trailing slash belongs here, in one pass over it. */
  boolean matches(String path) {
    if (segments.isEmpty()) {
      return path.equals("/");
    }
    int at = 0;
    for (String segment : segments) {
      if (at >= path.length() || path.charAt(at) != '/') {
        return false;
      }
      int start = at + 1;
      int end = path.indexOf('/', start);
      at = end < 0 ? path.length() : end;
      boolean fits =
          segment.equals(ANY)
              ? at > start
              : at - start == segment.length() && path.startsWith(segment, start);
      if (!fits) {
        return false;
      }
    }
    return at == path.length();
  }

  /**
   * Returns the narrowest servlet mapping that leaves out none of these paths, e.g. {@code
   * /realms/*}.
   *
   * <p>It always ends in {@code /*}, which by the Servlet specification also covers the path before
   * it: {@code /token/*} covers {@code /token}, {@code /token/} and a servlet's path info.
   */
  String servletMapping() {
    StringBuilder literal = new StringBuilder();
    for (String segment : segments) {
      if (segment.equals(ANY)) {
        break;
      }
      literal.append('/').append(segment);
    }
    return literal.append("/*").toString();
  }

  /**
   * Tells whether a servlet with this mapping could serve one of these paths.
   *
   * <p>It knows nothing of other mappings that might win, nor of {@code /}, which every path may
   * fall to: whether that one counts depends on whose it is.
   */
  boolean couldBeServedBy(String mapping) {
    if (mapping.startsWith("*.")) {
      String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
      return last.equals(ANY) || last.endsWith(mapping.substring(1));
    }
    if (mapping.isEmpty()) {
      return segments.isEmpty();
    }
    if (mapping.endsWith("/*")) {
      String prefix = mapping.substring(0, mapping.length() - 2);
      return prefix.isEmpty() || startsLike(prefix);
    }
    return matches(mapping)
        || (mapping.endsWith("/") && matches(mapping.substring(0, mapping.length() - 1)));
  }

  private boolean startsLike(String prefix) {
    List<String> other = of(prefix).segments();
    if (other.size() > segments.size()) {
      return false;
    }
    for (int i = 0; i < other.size(); i++) {
      if (!segments.get(i).equals(ANY) && !segments.get(i).equals(other.get(i))) {
        return false;
      }
    }
    return true;
  }
}
