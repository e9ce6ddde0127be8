package org.tokenerror.oauth.decision;

import static org.tokenerror.oauth.EndpointProfile.INTROSPECTION;
import static org.tokenerror.oauth.EndpointProfile.PUSHED_AUTHORIZATION;
import static org.tokenerror.oauth.EndpointProfile.REGISTRATION;
import static org.tokenerror.oauth.EndpointProfile.REVOCATION;
import static org.tokenerror.oauth.EndpointProfile.TOKEN;
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

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.request.EndpointNeeds;
import org.tokenerror.oauth.request.GrantTypes;

/** Says which codes a client understands at one kind of endpoint, and which instead of others. */
final class EndpointCodes {
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

  private final EndpointProfile profile;

  EndpointCodes(EndpointProfile profile) {
    this.profile = profile;
  }

  /** Tells whether a code may be said here by somebody who knows what happened. */
  boolean knows(OAuthErrorCode code) {
    return switch (code) {
      case INVALID_TOKEN, INSUFFICIENT_SCOPE -> profile == INTROSPECTION || profile == REGISTRATION;
      case UNSUPPORTED_RESPONSE_TYPE -> profile == PUSHED_AUTHORIZATION;
      case UNSUPPORTED_TOKEN_TYPE -> profile == REVOCATION || profile == TOKEN;
      default -> profile == TOKEN || !ABOUT_GRANTS.contains(code);
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
    if (profile == TOKEN) {
      return stated(code, evidence).orElse(INVALID_REQUEST);
    }
    boolean tokenRefused =
        evidence.outcome().status() == 401 && EndpointNeeds.aToken(evidence.request());
    if (tokenRefused && (code == INVALID_CLIENT || code == INVALID_GRANT)) {
      return INVALID_TOKEN;
    }
    if (profile == REGISTRATION && (code == INVALID_CLIENT || ABOUT_GRANTS.contains(code))) {
      return evidence.outcome().status() == 401 ? INVALID_CLIENT : INVALID_CLIENT_METADATA;
    }
    return ABOUT_GRANTS.contains(code)
        ? INVALID_REQUEST
        : stated(code, evidence).orElse(INVALID_REQUEST);
  }

  /** Reads {@code invalid_token}, which RFC 6750 has for access tokens. */
  private Optional<OAuthErrorCode> token(Evidence evidence) {
    RequestFacts request = evidence.request();
    if (profile == TOKEN) {
      return request
          .grantType()
          .filter(type -> !type.equals(GrantTypes.CLIENT_CREDENTIALS))
          .map(type -> INVALID_GRANT);
    }
    if (EndpointNeeds.aToken(request)) {
      return Optional.of(INVALID_TOKEN);
    }
    return Optional.of(evidence.outcome().status() == 401 ? INVALID_CLIENT : INVALID_REQUEST);
  }

  private OAuthErrorCode scope(RequestFacts request) {
    if (EndpointNeeds.aToken(request)) {
      return INSUFFICIENT_SCOPE;
    }
    boolean asksForScope =
        profile != REVOCATION && profile != INTROSPECTION && profile != REGISTRATION;
    return asksForScope ? INVALID_SCOPE : UNAUTHORIZED_CLIENT;
  }

  private OAuthErrorCode responseType() {
    return switch (profile) {
      case TOKEN -> UNSUPPORTED_GRANT_TYPE;
      case REGISTRATION -> INVALID_CLIENT_METADATA;
      default -> INVALID_REQUEST;
    };
  }
}
