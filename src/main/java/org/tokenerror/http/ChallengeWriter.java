package org.tokenerror.http;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes one challenge as a field value, legal whatever it holds.
 *
 * <pre>
 * Bearer realm="api", error="invalid_token"
 * Negotiate oYGrMIGo==
 * </pre>
 *
 * <p>It never writes two challenges in one value, since some clients understand only one per line.
 */
final class ChallengeWriter {

  /**
   * "A sender MUST NOT generate quoted string syntax for: stale and algorithm." The examples have
   * the other two without quotes as well, in Digest; Basic has {@code charset="UTF-8"}.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-3.3">RFC 7616, section 3.3</a>
   */
  private static final Set<String> UNQUOTED_IN_DIGEST =
      Set.of("stale", "algorithm", "userhash", "charset");

  private ChallengeWriter() {}

  static String write(Challenge challenge) {
    Challenge legal = ChallengeRules.repair(challenge);
    if (legal.token68().isPresent()) {
      return legal.scheme() + " " + legal.token68().get();
    }
    if (legal.parameters().isEmpty()) {
      return legal.scheme();
    }
    return legal.parameters().entrySet().stream()
        .map(
            parameter ->
                parameter.getKey() + "=" + value(legal, parameter.getKey(), parameter.getValue()))
        .collect(Collectors.joining(", ", legal.scheme() + " ", ""));
  }

  private static String value(Challenge challenge, String name, String value) {
    boolean unquoted =
        challenge.hasScheme("Digest")
            && UNQUOTED_IN_DIGEST.contains(name)
            && Grammar.isToken(value);
    return unquoted ? value : quote(value);
  }

  /** C6: the one place where {@code "} and {@code \} get their backslash. */
  private static String quote(String value) {
    StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(c);
    }
    return quoted.append('"').toString();
  }
}
