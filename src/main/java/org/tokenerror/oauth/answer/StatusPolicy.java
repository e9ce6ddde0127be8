package org.tokenerror.oauth.answer;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.request.EndpointNeeds;

/**
 * Decides the HTTP status of an error (S5, and of S6 the 401).
 *
 * <p>It is stable: asked about an answer it decided itself it decides the same again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
final class StatusPolicy {
  /** Codes of RFC 6749 itself, with which a status may say more than 400 does. */
  private static final Set<OAuthErrorCode> CORE =
      EnumSet.of(
          OAuthErrorCode.INVALID_REQUEST,
          OAuthErrorCode.INVALID_GRANT,
          OAuthErrorCode.UNAUTHORIZED_CLIENT,
          OAuthErrorCode.UNSUPPORTED_GRANT_TYPE,
          OAuthErrorCode.INVALID_SCOPE);

  private final AnswerPolicy policy;

  StatusPolicy(AnswerPolicy policy) {
    this.policy = policy;
  }

  int statusOf(String error, Evidence evidence) {
    Optional<OAuthErrorCode> code = OAuthErrorCode.ofWireName(error);
    if (code.isEmpty()) {
      return clientError(evidence, false);
    }
    Optional<Integer> own = ofEndpoint(code.get(), evidence.request());
    if (own.isPresent()) {
      return own.get();
    }
    int status = evidence.outcome().status();
    return switch (code.get()) {
      case INVALID_CLIENT -> invalidClient(evidence);
      // B20: a server's failure keeps its status
      case SERVER_ERROR -> status >= 500 && status <= 599 ? status : 500;
      case TEMPORARILY_UNAVAILABLE -> unavailable(status);
      default ->
          CORE.contains(code.get())
              ? clientError(evidence, code.get() == OAuthErrorCode.INVALID_REQUEST)
              : code.get().status();
    };
  }

  /** Finds the status of a code that has another one at this endpoint than elsewhere. */
  private static Optional<Integer> ofEndpoint(OAuthErrorCode code, RequestFacts request) {
    return switch (code) {
      // CIBA 13
      case ACCESS_DENIED ->
          Optional.of(request.profile() == EndpointProfile.BACKCHANNEL_AUTHENTICATION ? 403 : 400);
      // RFC 6750 3.1
      case INVALID_TOKEN -> Optional.of(EndpointNeeds.aToken(request) ? 401 : 400);
      case INSUFFICIENT_SCOPE -> Optional.of(EndpointNeeds.aToken(request) ? 403 : 400);
      default -> Optional.empty();
    };
  }

  private int invalidClient(Evidence evidence) {
    // RFC 6749 5.2: "If the client attempted to authenticate via the Authorization request header
    // field, the authorization server MUST respond with an HTTP 401" (B8)
    if (evidence.request().clientAuthentication().usedAuthorizationHeader()) {
      return 401;
    }
    return switch (policy.withoutAuthorization()) {
      case ALWAYS_400 -> LoginInSteps.goesOn(evidence) ? 401 : 400;
      case ALWAYS_401 -> 401;
      case KEEP -> evidence.outcome().status() == 401 ? 401 : 400; // B7, B11
    };
  }

  /** B1, B12 to B15: 400, unless the status tells the client what else it has to do. */
  private static int clientError(Evidence evidence, boolean invalidRequest) {
    int status = evidence.outcome().status();
    return switch (status) {
      case 413, 429, 431 -> status;
      case 405 -> invalidRequest && canTellMethods(evidence) ? status : 400;
      default -> 400;
    };
  }

  private static int unavailable(int status) {
    return status == 429 || (status >= 502 && status <= 504) ? status : 503;
  }

  /** RFC 9110 15.5.6: a 405 must have Allow, and it cannot list the method it is about (B18). */
  private static boolean canTellMethods(Evidence evidence) {
    RequestFacts request = evidence.request();
    return !request.profile().methodsBesides(request.method()).isEmpty()
        || evidence.outcome().headers().contains("Allow");
  }
}
