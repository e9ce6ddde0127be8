package org.tokenerror.oauth;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the error codes that a token endpoint and its neighbours may answer with.
 *
 * <p>It does not list the codes of the authorization endpoint, with the exception of the two that
 * every server puts into the JSON of a 5xx (B21), nor those of resource servers, with the exception
 * of those that RFC 7662 and RFC 7591 borrow from RFC 6750. {@link EndpointProfile} says which of
 * them mean something where.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 * @see <a
 *     href="https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#extensions-error">
 *     IANA: OAuth Extensions Error Registry</a>
 */
public enum OAuthErrorCode {
  /** A parameter is missing, repeated or unsupported, or there are several credentials (B5). */
  INVALID_REQUEST(
      "invalid_request",
      400,
      "The request is missing a required parameter, repeats one or is otherwise malformed."),
  /** The client is unknown, did not authenticate or did so by an unsupported method (B6). */
  INVALID_CLIENT("invalid_client", 400, "Client authentication failed."),
  /** The grant is invalid, expired, revoked or was issued to another client (B12). */
  INVALID_GRANT(
      "invalid_grant",
      400,
      "The authorization grant or refresh token is invalid, expired, revoked or was issued to"
          + " another client."),
  /** The authenticated client may not use this grant type (B13). */
  UNAUTHORIZED_CLIENT(
      "unauthorized_client", 400, "The client is not authorized to use this grant type."),
  /** The server does not know this grant type (B14). */
  UNSUPPORTED_GRANT_TYPE(
      "unsupported_grant_type", 400, "The authorization server does not support this grant type."),
  /** The scope is unknown, malformed or exceeds what was granted (B15). */
  INVALID_SCOPE(
      "invalid_scope",
      400,
      "The requested scope is invalid, unknown, malformed or exceeds the scope granted."),
  /** The server failed; registered for the authorization endpoint only, see B21. */
  SERVER_ERROR("server_error", 500, "The authorization server met an unexpected condition."),
  /** The server is overloaded or down; registered for the authorization endpoint only, see B21. */
  TEMPORARILY_UNAVAILABLE(
      "temporarily_unavailable", 503, "The authorization server is currently unable to answer."),

  /** RFC 8628, section 3.5: the user has not yet acted; keep polling (F1). */
  AUTHORIZATION_PENDING("authorization_pending", 400, "The authorization request is pending."),
  /** RFC 8628, section 3.5: poll five seconds slower (F1). */
  SLOW_DOWN("slow_down", 400, "The client is polling too often."),
  /** RFC 8628, section 3.5: the user refused (F1). */
  ACCESS_DENIED("access_denied", 400, "The authorization request was denied."),
  /** RFC 8628, section 3.5: the device code has expired (F1). */
  EXPIRED_TOKEN("expired_token", 400, "The device code or request has expired."),
  /** RFC 8707, section 2: the resource is invalid or unknown (F5). */
  INVALID_TARGET("invalid_target", 400, "The requested resource or audience is invalid."),
  /** RFC 9449, section 5: the DPoP proof is bad (F4). */
  INVALID_DPOP_PROOF("invalid_dpop_proof", 400, "The DPoP proof is missing or invalid."),
  /** RFC 9449, section 8: use the nonce of the DPoP-Nonce header (F2). */
  USE_DPOP_NONCE("use_dpop_nonce", 400, "The authorization server requires a nonce in DPoP proof."),
  /** RFC 9396, section 5 (F7). */
  INVALID_AUTHORIZATION_DETAILS(
      "invalid_authorization_details", 400, "The authorization details are invalid."),
  /** RFC 9200, section 5.8.3. */
  UNSUPPORTED_POP_KEY("unsupported_pop_key", 400, "The proof-of-possession key is not supported."),
  /** RFC 9200, section 5.8.3. */
  INCOMPATIBLE_ACE_PROFILES(
      "incompatible_ace_profiles", 400, "No ACE profile suits client and resource server."),
  /** UMA 2.0 Grant, section 3.3.6 (F17). */
  NEED_INFO("need_info", 403, "The authorization server needs additional information."),
  /** UMA 2.0 Grant, section 3.3.6 (F17). */
  REQUEST_DENIED("request_denied", 403, "The client is not authorized to have these permissions."),
  /** UMA 2.0 Grant, section 3.3.6 (F17). */
  REQUEST_SUBMITTED("request_submitted", 403, "The request needs the resource owner to step in."),
  /** OpenID4VP 1.0, section 8.5. */
  VP_FORMATS_NOT_SUPPORTED(
      "vp_formats_not_supported", 400, "None of the requested presentation formats is supported."),
  /** OpenID4VP 1.0, section 8.5. */
  WALLET_UNAVAILABLE("wallet_unavailable", 400, "The wallet is unavailable."),
  /** OAuth 2.0 Attestation-Based Client Authentication (F18). */
  USE_ATTESTATION_CHALLENGE(
      "use_attestation_challenge", 400, "The client attestation needs a server challenge."),
  /** OAuth 2.0 Attestation-Based Client Authentication. */
  USE_FRESH_ATTESTATION("use_fresh_attestation", 400, "The client attestation is not fresh."),
  /** OAuth 2.0 Attestation-Based Client Authentication. */
  INVALID_CLIENT_ATTESTATION(
      "invalid_client_attestation", 400, "The client attestation is invalid."),
  /** OpenID Connect Core 1.0, section 3.1.2.6; refresh-token answers of some servers. */
  INTERACTION_REQUIRED("interaction_required", 400, "The end user has to interact."),
  /** OpenID Connect Core 1.0, section 3.1.2.6. */
  LOGIN_REQUIRED("login_required", 400, "The end user has to sign in."),
  /** OpenID Connect Core 1.0, section 3.1.2.6. */
  CONSENT_REQUIRED("consent_required", 400, "The end user has to consent."),
  /** RFC 9470, section 3. */
  INSUFFICIENT_USER_AUTHENTICATION(
      "insufficient_user_authentication", 400, "A stronger user authentication is needed."),

  /** RFC 7009, section 2.2.1: revocation (F11). */
  UNSUPPORTED_TOKEN_TYPE("unsupported_token_type", 400, "This token type cannot be revoked."),
  /** RFC 9101: pushed authorization (F13). */
  INVALID_REQUEST_OBJECT("invalid_request_object", 400, "The request object is invalid."),
  /** RFC 9101: pushed authorization (F13). */
  INVALID_REQUEST_URI("invalid_request_uri", 400, "The request_uri is invalid."),
  /** OpenID Connect Core 1.0, section 3.1.2.6: pushed authorization. */
  REQUEST_NOT_SUPPORTED("request_not_supported", 400, "Request objects are not supported."),
  /** OpenID Connect Core 1.0, section 3.1.2.6: pushed authorization. */
  REQUEST_URI_NOT_SUPPORTED(
      "request_uri_not_supported", 400, "The request_uri parameter is not supported."),
  /** RFC 7591, section 3.2.2: registration (F15). */
  INVALID_REDIRECT_URI("invalid_redirect_uri", 400, "A redirection URI is invalid."),
  /** RFC 7591, section 3.2.2: registration (F15). */
  INVALID_CLIENT_METADATA("invalid_client_metadata", 400, "The client metadata is invalid."),
  /** RFC 7591, section 3.2.2: registration (F15). */
  INVALID_SOFTWARE_STATEMENT(
      "invalid_software_statement", 400, "The software statement is invalid."),
  /** RFC 7591, section 3.2.2: registration (F15). */
  UNAPPROVED_SOFTWARE_STATEMENT(
      "unapproved_software_statement", 400, "The software statement is not approved here."),
  /** CIBA Core 1.0, section 13: backchannel authentication (F16). */
  EXPIRED_LOGIN_HINT_TOKEN("expired_login_hint_token", 400, "The login_hint_token has expired."),
  /** CIBA Core 1.0, section 13 (F16). */
  UNKNOWN_USER_ID("unknown_user_id", 400, "The hints identify no user."),
  /** CIBA Core 1.0, section 13 (F16). */
  MISSING_USER_CODE("missing_user_code", 400, "A user code is required."),
  /** CIBA Core 1.0, section 13 (F16). */
  INVALID_USER_CODE("invalid_user_code", 400, "The user code is invalid."),
  /** CIBA Core 1.0, section 13 (F16). */
  INVALID_BINDING_MESSAGE("invalid_binding_message", 400, "The binding message is invalid."),
  /** RFC 6749, section 4.1.2.1: pushed authorization (F13). */
  UNSUPPORTED_RESPONSE_TYPE(
      "unsupported_response_type",
      400,
      "The authorization server does not support this response type."),
  /** RFC 6750, section 3.1: introspection and registration by bearer token (F12, F15). */
  INVALID_TOKEN("invalid_token", 400, "The access token is missing, expired, revoked or invalid."),
  /** RFC 6750, section 3.1: introspection and registration by bearer token. */
  INSUFFICIENT_SCOPE("insufficient_scope", 403, "The access token does not permit this request.");

  private static final Map<String, OAuthErrorCode> BY_WIRE_NAME =
      Stream.of(values())
          .collect(Collectors.toUnmodifiableMap(OAuthErrorCode::wireName, Function.identity()));

  private final String wireName;
  private final int status;
  private final String sentence;

  OAuthErrorCode(String wireName, int status, String sentence) {
    this.wireName = wireName;
    this.status = status;
    this.sentence = sentence;
  }

  /**
   * Returns the code as it stands in the {@code error} member.
   *
   * @return the code, lower case with underscores
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Returns the HTTP status the code has when nothing asks for another one.
   *
   * @return 400, 403, 500 or 503; never 401, which depends on the request (B7, B8)
   */
  public int status() {
    return status;
  }

  /**
   * Returns a description that is true for every use of this code and gives nothing away (H1, H5).
   *
   * @return one sentence in the characters of A6
   */
  public String sentence() {
    return sentence;
  }

  /**
   * Tells whether this code is defined elsewhere than in RFC 6749.
   *
   * @return false for the codes of section 5.2, and for those of a server in trouble
   */
  public boolean isExtension() {
    return compareTo(TEMPORARILY_UNAVAILABLE) > 0;
  }

  /**
   * Finds the code with this exact spelling.
   *
   * @param wireName the code as it stands in the {@code error} member
   * @return the code, empty when it is not in this list
   */
  public static Optional<OAuthErrorCode> ofWireName(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }
}
