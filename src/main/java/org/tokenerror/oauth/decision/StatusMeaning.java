package org.tokenerror.oauth.decision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.request.EndpointNeeds;
import org.tokenerror.oauth.request.GrantTypes;
import org.tokenerror.oauth.request.RequestProof;
import org.tokenerror.oauth.said.Redirect;
import org.tokenerror.oauth.words.WordTable;

/**
 * Takes an HTTP status for what it says when nothing else says more.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15">RFC 9110, section 15</a>
 */
final class StatusMeaning {
  private static final List<String> LOGIN =
      List.of("login", "log-in", "logon", "signin", "sign-in", "sign_in", "auth", "sso", "saml");

  private StatusMeaning() {}

  static OAuthErrorCode of(Reading reading) {
    RequestFacts request = reading.request();
    int status = reading.status();
    Optional<String> location = Redirect.target(reading.outcome());
    if (location.isPresent()) {
      return redirect(location.get());
    }
    if (status == 429 && GrantTypes.isPolling(request)) {
      return OAuthErrorCode.SLOW_DOWN; // RFC 8628 3.5: the client is to poll slower
    }
    if (reading.isUnavailable()) {
      return OAuthErrorCode.TEMPORARILY_UNAVAILABLE;
    }
    if (status < 400
        && reading.said().members().flatMap(object -> object.string("error")).isPresent()) {
      return OAuthErrorCode.INVALID_REQUEST; // a 2xx with a code of its own refuses this request
    }
    if (isRareGrant(request) && isUnsupported(status, request)) {
      return OAuthErrorCode.UNSUPPORTED_GRANT_TYPE;
    }
    if (status < 400 && reading.said().text().stream().anyMatch(WordTable::asksToSignIn)) {
      return OAuthErrorCode.INVALID_CLIENT; // B3: the page that a login redirects to
    }
    if (status >= 500 || status < 400) {
      return OAuthErrorCode.SERVER_ERROR;
    }
    RequestProof proof = new RequestProof(request);
    boolean loginWanted = status == 401 && proof.isVisit();
    if (proof.hasWrongMethod() && !loginWanted) {
      return OAuthErrorCode.INVALID_REQUEST; // RFC 6749 3.2: the client must use POST (D14)
    }
    if (EndpointNeeds.aToken(request)) {
      return ofToken(status, request);
    }
    return switch (status) {
      case 401 -> OAuthErrorCode.INVALID_CLIENT;
      case 403 -> OAuthErrorCode.UNAUTHORIZED_CLIENT;
      case 404, 410 -> isGrantGone(reading) ? OAuthErrorCode.INVALID_GRANT : refused(request);
      default -> refused(request);
    };
  }

  /** Finds a grant that not every server knows; OAuth 2.1 has no password. */
  private static boolean isRareGrant(RequestFacts request) {
    return GrantTypes.is(request, GrantTypes.PASSWORD)
        || request.grantType().filter(type -> !GrantTypes.isCore(type)).isPresent();
  }

  /** Finds 501, and a 415 that cannot be about the media type, which is right (RFC 9110 15.6.2). */
  private static boolean isUnsupported(int status, RequestFacts request) {
    return status == 501
        || (status == 415
            && request.isPost()
            && request.headers().contains("Content-Type")
            && !new RequestProof(request).hasWrongMediaType());
  }

  /**
   * Tells whether what is not there must be the grant: gone is what was there once (RFC 9110
   * 15.5.11). A mere 404 may mean the endpoint, and clients throw refresh tokens away that are
   * invalid, so it does not speak of those.
   */
  private static boolean isGrantGone(Reading reading) {
    RequestFacts request = reading.request();
    return new RequestProof(request).presentsGrant()
        && (reading.status() == 410
            || (reading.isWordless() && !GrantTypes.is(request, GrantTypes.REFRESH)));
  }

  /** RFC 6750 3.1, F12, F15: reads the status of a request that a token authorizes. */
  private static OAuthErrorCode ofToken(int status, RequestFacts request) {
    return switch (status) {
      case 401 -> OAuthErrorCode.INVALID_TOKEN;
      case 403 -> OAuthErrorCode.INSUFFICIENT_SCOPE;
      // RFC 7592 2: 401 "if the client does not exist on this server"
      case 404, 410 -> request.isPost() ? refused(request) : OAuthErrorCode.INVALID_TOKEN;
      default -> refused(request);
    };
  }

  private static OAuthErrorCode refused(RequestFacts request) {
    return request.profile() == EndpointProfile.REGISTRATION && request.isPost()
        ? OAuthErrorCode.INVALID_CLIENT_METADATA
        : OAuthErrorCode.INVALID_REQUEST;
  }

  /** B3: a login page is where a client goes that did not authenticate. */
  private static OAuthErrorCode redirect(String location) {
    String lower = location.toLowerCase(Locale.ROOT);
    return LOGIN.stream().anyMatch(lower::contains)
        ? OAuthErrorCode.INVALID_CLIENT
        : OAuthErrorCode.SERVER_ERROR;
  }
}
