package org.tokenerror.oauth;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    Optional<String> location = FailureDetector.location(reading.outcome());
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
    if (status >= 500 || status < 400) {
      return OAuthErrorCode.SERVER_ERROR;
    }
    if (!request.isPost()) {
      return OAuthErrorCode.INVALID_REQUEST; // RFC 6749 3.2: the client must use POST (D14)
    }
    return switch (status) {
      case 401 -> OAuthErrorCode.INVALID_CLIENT;
      case 403 -> OAuthErrorCode.UNAUTHORIZED_CLIENT;
      default -> OAuthErrorCode.INVALID_REQUEST;
    };
  }

  /** B3: a login page is where a client goes that did not authenticate. */
  private static OAuthErrorCode redirect(String location) {
    String lower = location.toLowerCase(Locale.ROOT);
    return LOGIN.stream().anyMatch(lower::contains)
        ? OAuthErrorCode.INVALID_CLIENT
        : OAuthErrorCode.SERVER_ERROR;
  }
}
