package org.tokenerror;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.Outcome;

/**
 * Finds out what happened before the container came to an error page: a login it refused before any
 * filter ran, or an {@code Error} that went past all of them.
 */
final class ErrorDispatch {
  private ErrorDispatch() {}

  /**
   * Returns what the error page is about.
   *
   * @return empty when the container is not dispatching to an error page
   */
  static Optional<Outcome> outcomeOf(HttpServletRequest request, Headers headers) {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      return Optional.empty();
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      return Optional.of(new Outcome.Threw(thrown, headers));
    }
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    Optional<String> message =
        request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String text
            ? Optional.of(text)
            : Optional.empty();
    return Optional.of(new Outcome.SentError(status, message, headers));
  }
}
