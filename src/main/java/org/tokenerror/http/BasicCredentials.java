package org.tokenerror.http;

import java.util.Base64;
import java.util.Optional;

/**
 * Holds the client id and the client secret of a Basic {@code Authorization} field.
 *
 * <p>It does not check them against anything, and {@code toString} shows neither.
 *
 * @param userId the client id, decoded
 * @param password the client secret, decoded
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617#section-2">RFC 7617, section 2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749, section 2.3.1</a>
 */
public record BasicCredentials(String userId, String password) {

  /**
   * Reads the credentials that follow the scheme.
   *
   * @param token68 the Base64 text; its padding may be missing
   * @return id and secret, or empty if the text is malformed (B16): no Base64, no UTF-8, no colon,
   *     or a broken percent sequence
   */
  public static Optional<BasicCredentials> parse(String token68) {
    return decode(token68).flatMap(BasicCredentials::split);
  }

  /**
   * Decodes the Base64 and no more, which gives the secret as the many servers see it that leave
   * percent sequences alone.
   *
   * @param token68 the Base64 text; its padding may be missing
   * @return id, colon and secret in one, or empty if the text is no Base64 or no UTF-8
   */
  public static Optional<String> decode(String token68) {
    try {
      return Utf8.decode(Base64.getDecoder().decode(token68));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Hides both.
   *
   * @return a constant
   */
  @Override
  public String toString() {
    return "BasicCredentials[...]";
  }

  private static Optional<BasicCredentials> split(String userPass) {
    // D5: a secret may contain ':', so the first colon counts.
    int colon = userPass.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    // D4: both are encoded "using the application/x-www-form-urlencoded encoding algorithm".
    FormDecoder userId = FormDecoder.decode(userPass.substring(0, colon));
    FormDecoder password = FormDecoder.decode(userPass.substring(colon + 1));
    return userId.malformed() || password.malformed()
        ? Optional.empty()
        : Optional.of(new BasicCredentials(userId.text(), password.text()));
  }
}
