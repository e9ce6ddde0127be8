package org.tokenerror.oauth.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tokenerror.oauth.RequestFacts;

/** Knows the registered grant types and what their requests must have. */
public final class GrantTypes {
  private static final String CODE = "authorization_code";

  /** Names the grant of RFC 6749, 4.3. */
  public static final String PASSWORD = "password";

  /** Names the grant of RFC 6749, 4.4. */
  public static final String CLIENT_CREDENTIALS = "client_credentials";

  /** Names the grant of RFC 6749, 6. */
  public static final String REFRESH = "refresh_token";

  private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
  private static final String CIBA = "urn:openid:params:grant-type:ciba";

  /** Names the grant of RFC 7523, 2.1. */
  public static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  /** Names the grant of RFC 7522, 2.1. */
  public static final String SAML_BEARER = "urn:ietf:params:oauth:grant-type:saml2-bearer";

  /** Names the grant of RFC 8693, 2.1. */
  public static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

  /** RFC 6749 4.1.3, 4.3.2, 6; RFC 8628 3.4; RFC 7521 4.1; RFC 8693 2.1: "REQUIRED". */
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          CODE, List.of("code"),
          PASSWORD, List.of("username", "password"),
          REFRESH, List.of("refresh_token"),
          DEVICE, List.of("device_code"),
          CIBA, List.of("auth_req_id"),
          JWT_BEARER, List.of("assertion"),
          SAML_BEARER, List.of("assertion"),
          EXCHANGE, List.of("subject_token", "subject_token_type"));

  private GrantTypes() {}

  /**
   * Tells whether the client polls for a decision of the user (RFC 8628, CIBA).
   *
   * @param request the request
   * @return true for the device code grant and for CIBA
   */
  public static boolean isPolling(RequestFacts request) {
    return request.grantType().filter(type -> type.equals(DEVICE) || type.equals(CIBA)).isPresent();
  }

  /**
   * Tells whether a grant type is one of RFC 6749's own, which few servers lack.
   *
   * @param grantType a grant type
   * @return false for extension grants
   */
  public static boolean isCore(String grantType) {
    return List.of(CODE, PASSWORD, CLIENT_CREDENTIALS, REFRESH).contains(grantType);
  }

  /**
   * Tells whether a request names a grant type.
   *
   * @param request the request
   * @param grantType the grant type
   * @return false for another one and for none
   */
  public static boolean is(RequestFacts request, String grantType) {
    return request.grantType().filter(grantType::equals).isPresent();
  }

  /** Tells whether a request presents something that was given out, and that may be gone. */
  static boolean presentsGrant(RequestFacts request) {
    return request.grantType().filter(REQUIRED::containsKey).isPresent()
        && missingParameter(request).isEmpty();
  }

  /** Finds the first required parameter a request does not have, or has without a value (D7). */
  static Optional<String> missingParameter(RequestFacts request) {
    return request
        .grantType()
        .flatMap(
            type ->
                REQUIRED.getOrDefault(type, List.of()).stream()
                    .filter(name -> request.parameter(name).isEmpty())
                    .findFirst());
  }
}
