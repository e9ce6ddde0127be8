package org.tokenerror.oauth;

import static org.tokenerror.oauth.OAuthErrorCode.ACCESS_DENIED;
import static org.tokenerror.oauth.OAuthErrorCode.INSUFFICIENT_SCOPE;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_CLIENT;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_CLIENT_METADATA;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_GRANT;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_REQUEST;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_SCOPE;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_TOKEN;
import static org.tokenerror.oauth.OAuthErrorCode.UNAUTHORIZED_CLIENT;
import static org.tokenerror.oauth.OAuthErrorCode.UNSUPPORTED_GRANT_TYPE;
import static org.tokenerror.oauth.OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.http.MediaType;

/**
 * Names the kinds of OAuth endpoints, and says in what one differs from the others (S9).
 *
 * <p>All of them answer failures in the format of RFC 6749, section 5.2. They differ in what a
 * request needs, which codes belong there, and what a success looks like. Where an endpoint is, the
 * settings say.
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

  /** Codes that speak of a grant, which only the token endpoint is given. */
  private static final Set<OAuthErrorCode> ABOUT_GRANTS =
      EnumSet.of(
          INVALID_GRANT,
          UNSUPPORTED_GRANT_TYPE,
          OAuthErrorCode.AUTHORIZATION_PENDING,
          OAuthErrorCode.SLOW_DOWN,
          OAuthErrorCode.EXPIRED_TOKEN,
          OAuthErrorCode.NEED_INFO,
          OAuthErrorCode.REQUEST_DENIED,
          OAuthErrorCode.REQUEST_SUBMITTED);

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

  /** Returns what else than this method may be used, as {@code Allow} lists it (B18). */
  String methodsBesides(String method) {
    return String.join(", ", methods().stream().filter(one -> !one.equals(method)).toList());
  }

  private List<String> methods() {
    return this == REGISTRATION ? MANAGEMENT : POST;
  }

  /** Tells whether a request's body may be of a media type (D15). */
  boolean accepts(MediaType type) {
    return this == REGISTRATION ? type.isJson() : type.isForm();
  }

  /** Tells whether a request names a grant (D11). */
  boolean needsGrantType() {
    return this == TOKEN;
  }

  /** Returns the parameters that every request has, other than those of a grant. */
  List<String> requiredParameters() {
    return this == REVOCATION || this == INTROSPECTION ? List.of("token") : List.of();
  }

  /** Returns the members, folded, that only a success has here. */
  Set<String> successMembers() {
    return switch (this) {
      case TOKEN, REVOCATION -> Set.of();
      case INTROSPECTION -> Set.of("active");
      case DEVICE_AUTHORIZATION -> Set.of("devicecode", "usercode");
      case PUSHED_AUTHORIZATION -> Set.of("requesturi");
      case BACKCHANNEL_AUTHENTICATION -> Set.of("authreqid");
      case REGISTRATION -> Set.of("clientid", "registrationaccesstoken");
    };
  }

  /** Tells whether a success answers with something the client has to read. */
  boolean hasContent() {
    return this != REVOCATION; // RFC 7009 2.2: "The content of the response body is ignored"
  }

  /**
   * Tells whether a request is, or should be, authorized by a token and not by client credentials.
   *
   * <p>RFC 7662, 2.1: introspection is protected by client authentication or by a bearer token; RFC
   * 7591, 3: registration by an initial access token, RFC 7592, 2 by a registration access token.
   */
  boolean isTokenProtected(RequestFacts request) {
    Optional<String> scheme = request.clientAuthentication().headerScheme();
    boolean token = scheme.filter(s -> s.equals("Bearer") || s.equals("DPoP")).isPresent();
    return switch (this) {
      case INTROSPECTION -> token;
      case REGISTRATION -> token || !request.headers().contains("Authorization");
      default -> false;
    };
  }

  /** Tells whether a code may be said here by somebody who knows what happened. */
  boolean knows(OAuthErrorCode code) {
    return switch (code) {
      case INVALID_TOKEN, INSUFFICIENT_SCOPE -> this == INTROSPECTION || this == REGISTRATION;
      case UNSUPPORTED_RESPONSE_TYPE -> this == PUSHED_AUTHORIZATION;
      case UNSUPPORTED_TOKEN_TYPE -> this == REVOCATION || this == TOKEN;
      default -> this == TOKEN || !ABOUT_GRANTS.contains(code);
    };
  }

  /**
   * Returns the code a client understands here for one the servlet gave.
   *
   * @return empty when the code says nothing here
   */
  Optional<OAuthErrorCode> stated(OAuthErrorCode code, Evidence evidence) {
    return switch (code) {
      case INVALID_TOKEN -> token(evidence);
      case INSUFFICIENT_SCOPE -> Optional.of(scope(evidence.request()));
      case UNSUPPORTED_RESPONSE_TYPE -> Optional.of(knows(code) ? code : responseType());
      default -> Optional.of(code);
    };
  }

  /** Returns the code a client understands here for one that was guessed. */
  OAuthErrorCode guessed(OAuthErrorCode code, Evidence evidence) {
    if (this == TOKEN) {
      return stated(code, evidence).orElse(INVALID_REQUEST);
    }
    boolean tokenRefused =
        evidence.outcome().status() == 401 && isTokenProtected(evidence.request());
    if (tokenRefused && (code == INVALID_CLIENT || code == INVALID_GRANT)) {
      return INVALID_TOKEN;
    }
    if (this == REGISTRATION && (code == INVALID_CLIENT || ABOUT_GRANTS.contains(code))) {
      return evidence.outcome().status() == 401 ? INVALID_CLIENT : INVALID_CLIENT_METADATA;
    }
    return ABOUT_GRANTS.contains(code)
        ? INVALID_REQUEST
        : stated(code, evidence).orElse(INVALID_REQUEST);
  }

  /** Reads {@code invalid_token}, which RFC 6750 has for access tokens. */
  private Optional<OAuthErrorCode> token(Evidence evidence) {
    RequestFacts request = evidence.request();
    if (this == TOKEN) {
      return request
          .grantType()
          .filter(type -> !type.equals(GrantTypes.CLIENT_CREDENTIALS))
          .map(type -> INVALID_GRANT);
    }
    if (isTokenProtected(request)) {
      return Optional.of(INVALID_TOKEN);
    }
    return Optional.of(evidence.outcome().status() == 401 ? INVALID_CLIENT : INVALID_REQUEST);
  }

  private OAuthErrorCode scope(RequestFacts request) {
    if (isTokenProtected(request)) {
      return INSUFFICIENT_SCOPE;
    }
    boolean asksForScope = this != REVOCATION && this != INTROSPECTION && this != REGISTRATION;
    return asksForScope ? INVALID_SCOPE : UNAUTHORIZED_CLIENT;
  }

  private OAuthErrorCode responseType() {
    return switch (this) {
      case TOKEN -> UNSUPPORTED_GRANT_TYPE;
      case REGISTRATION -> INVALID_CLIENT_METADATA;
      default -> INVALID_REQUEST;
    };
  }

  /** Returns the status of a code that has another one here than elsewhere. */
  Optional<Integer> status(OAuthErrorCode code, RequestFacts request) {
    if (code == ACCESS_DENIED) {
      return Optional.of(this == BACKCHANNEL_AUTHENTICATION ? 403 : 400); // CIBA 13
    }
    if (code == INVALID_TOKEN || code == INSUFFICIENT_SCOPE) { // RFC 6750 3.1
      int status = code == INVALID_TOKEN ? 401 : 403;
      return Optional.of(isTokenProtected(request) ? status : 400);
    }
    return Optional.empty();
  }
}
