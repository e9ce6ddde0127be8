package org.tokenerror.oauth;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names the kinds of OAuth endpoints, and the methods each of them takes (S9).
 *
 * <p>All of them answer failures in the format of RFC 6749, section 5.2. They differ in what a
 * request needs, which codes belong there, and what a success looks like; whoever asks for that
 * knows it. Where an endpoint is, the settings say.
 */
public enum EndpointProfile {
  /**
   * Gives tokens for grants.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, section 3.2</a>
   */
  TOKEN,

  /**
   * Takes tokens back; an unknown token is none of the client's errors (F11).
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7009#section-2">RFC 7009, section 2</a>
   */
  REVOCATION,

  /**
   * Tells about tokens; an inactive one is none of the client's errors (F12).
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7662#section-2">RFC 7662, section 2</a>
   */
  INTROSPECTION,

  /**
   * Gives device and user codes (F14).
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.1">RFC 8628, section 3.1</a>
   */
  DEVICE_AUTHORIZATION,

  /**
   * Takes authorization requests in advance, and answers with 201 (F13).
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9126#section-2">RFC 9126, section 2</a>
   */
  PUSHED_AUTHORIZATION,

  /**
   * Asks a user on another device; {@code access_denied} is 403 here (F16).
   *
   * @see <a
   *     href="https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html#auth_request">
   *     CIBA Core 1.0, section 7</a>
   */
  BACKCHANNEL_AUTHENTICATION,

  /**
   * Registers clients from JSON, and lets them be read, changed and deleted (F15).
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3">RFC 7591, section 3</a>
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7592#section-2">RFC 7592, section 2</a>
   */
  REGISTRATION;

  private static final List<String> POST = List.of("POST");
  private static final List<String> MANAGEMENT = List.of("GET", "POST", "PUT", "DELETE");

  /**
   * Returns the name as settings spell it.
   *
   * @return the name in lower case, e.g. {@code device-authorization}
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Finds the profile with this label.
   *
   * @param label a name such as {@code revocation}, in any case
   * @return the profile, empty when there is none
   */
  public static Optional<EndpointProfile> ofLabel(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equalsIgnoreCase(label)).findFirst();
  }

  /**
   * Tells whether a request may use a method here (D14).
   *
   * @param method the method as sent
   * @return true for POST, and for the methods of RFC 7592 where clients are registered
   */
  public boolean allows(String method) {
    return methods().contains(method);
  }

  /**
   * Returns what else than a method may be used here, as {@code Allow} lists it (B18).
   *
   * @param method the method as sent
   * @return methods with commas between them, empty when there is no other
   */
  public String methodsBesides(String method) {
    return String.join(", ", methods().stream().filter(one -> !one.equals(method)).toList());
  }

  /**
   * Tells whether a request names a grant (D11).
   *
   * @return false but for the token endpoint
   */
  public boolean needsGrantType() {
    return this == TOKEN;
  }

  private List<String> methods() {
    return this == REGISTRATION ? MANAGEMENT : POST;
  }
}
