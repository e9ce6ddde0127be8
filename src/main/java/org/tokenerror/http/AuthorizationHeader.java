package org.tokenerror.http;

import java.util.Optional;

/**
 * Splits an {@code Authorization} field into its scheme and the credentials.
 *
 * <p>It does not decode the credentials, see {@link BasicCredentials} for that. A client that
 * forgets the scheme makes its secret look like one, so even the scheme is shown in {@code
 * toString} only if it is registered.
 *
 * @param scheme the scheme in its registered spelling, or as it was given if it is not registered
 * @param credentials what follows the scheme, without blanks around it; empty if nothing does
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.4">RFC 9110, section 11.4</a>
 */
public record AuthorizationHeader(String scheme, String credentials) {

  /**
   * Gives the scheme its registered spelling.
   *
   * @param scheme the scheme in any case
   * @param credentials the credentials
   */
  public AuthorizationHeader {
    scheme = AuthScheme.canonical(scheme);
  }

  /**
   * Reads a field value.
   *
   * @param fieldValue the value of one {@code Authorization} line
   * @return scheme and credentials, or empty if the value does not start with a scheme
   */
  public static Optional<AuthorizationHeader> parse(String fieldValue) {
    String value = Grammar.trim(fieldValue);
    int end = Grammar.skipToken(value, 0);
    if (end == 0 || (end < value.length() && !Grammar.isBlank(value.charAt(end)))) {
      return Optional.empty();
    }
    return Optional.of(
        new AuthorizationHeader(value.substring(0, end), Grammar.trim(value.substring(end))));
  }

  /**
   * Shows the scheme if it is registered, never the credentials.
   *
   * @return for instance {@code Basic ...}
   */
  @Override
  public String toString() {
    return (AuthScheme.isRegistered(scheme) ? scheme : "unregistered scheme") + " ...";
  }
}
