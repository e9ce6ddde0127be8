package org.tokenerror.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a client for credentials of one authentication scheme: an element of {@code
 * WWW-Authenticate}.
 *
 * <p>It holds values as they are meant, without quotes and backslashes, and lets them be anything;
 * only what {@link #toHeaderValue} writes is sure to be legal. It does not know which schemes an
 * endpoint supports.
 *
 * <pre>
 * WWW-Authenticate: Basic realm="token", charset="UTF-8"
 * </pre>
 *
 * @param scheme the authentication scheme in its registered spelling, or as it was given if it is
 *     not registered
 * @param token68 the only value of schemes such as Negotiate, which have it instead of parameters
 * @param parameters the parameters in their order, names in lower case, values unescaped
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.3">RFC 9110, section 11.3</a>
 */
public record Challenge(String scheme, Optional<String> token68, Map<String, String> parameters) {

  /**
   * Keeps a copy, the scheme in its registered spelling and the names in lower case; of two names
   * that differ in case alone the first counts.
   *
   * @param scheme a token
   * @param token68 the value of a scheme without parameters
   * @param parameters the parameters; none if there is a token68
   * @throws IllegalArgumentException if the scheme or a parameter name is not a token, the token68
   *     is not one, or there are both a token68 and parameters
   */
  public Challenge {
    check(Grammar.isToken(scheme), "The scheme is not a token");
    check(token68.map(Grammar::isToken68).orElse(true), "The token68 has other characters");
    check(
        token68.isEmpty() || parameters.isEmpty(),
        "A challenge has a token68 or parameters, not both");
    scheme = AuthScheme.canonical(scheme);
    Map<String, String> copy = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          check(Grammar.isToken(name), "A parameter name is not a token");
          copy.putIfAbsent(Grammar.lowerCase(name), value);
        });
    parameters = Collections.unmodifiableMap(copy);
  }

  /**
   * Makes a challenge without parameters.
   *
   * @param scheme a token
   * @return the challenge
   * @throws IllegalArgumentException if the scheme is not a token
   */
  public static Challenge of(String scheme) {
    return new Challenge(scheme, Optional.empty(), Map.of());
  }

  /**
   * Sets one parameter, in its place if it is there already, at the end if not; a token68 goes.
   *
   * @param name a token, in any case
   * @param value the value without quotes or backslashes, any text
   * @return the new challenge
   * @throws IllegalArgumentException if the name is not a token
   */
  public Challenge with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(Grammar.lowerCase(name), value);
    return new Challenge(scheme, Optional.empty(), more);
  }

  /**
   * Finds the value of a parameter.
   *
   * @param name the name, in any case
   * @return the value without quotes or backslashes, or empty if there is no such parameter
   */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(Grammar.lowerCase(name)));
  }

  /**
   * Tells whether this challenge is of a scheme.
   *
   * @param other a scheme in any case (C3)
   * @return true if it is the same
   */
  public boolean hasScheme(String other) {
    return scheme.equalsIgnoreCase(other);
  }

  /**
   * Writes the challenge as a field value that is legal whatever the parameters hold.
   *
   * <p>Values are quoted and escaped, save those that must not be; control characters go, accents
   * are folded, other characters outside ASCII become {@code ?}. Where Basic has no realm or Bearer
   * no parameter left, an empty realm is written.
   *
   * @return a value of {@code WWW-Authenticate}, one line of printable ASCII
   */
  public String toHeaderValue() {
    return ChallengeWriter.write(this);
  }

  /**
   * Reads the challenges of all field lines of a message, as far as they can be understood.
   *
   * @param fieldValues the values of the {@code WWW-Authenticate} lines
   * @return the challenges, and whether everything was legal
   */
  public static ParsedChallenges parseAll(List<String> fieldValues) {
    return ChallengeParser.parse(fieldValues);
  }

  /**
   * Shows the scheme and the names of the parameters, never a value.
   *
   * @return for instance {@code Basic[realm]}
   */
  @Override
  public String toString() {
    return scheme + parameters.keySet();
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
