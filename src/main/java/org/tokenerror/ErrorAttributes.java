package org.tokenerror;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.Outcome;

/**
 * Reads from the request what happened out of our sight: before an error page came up, or before a
 * framework called sendError.
 *
 * <p>An error page stands for a login that the container refused before any filter ran, or for an
 * {@code Error} that went past all of them. Struts and Spring MVC leave the exception they caught.
 */
final class ErrorAttributes {
  private ErrorAttributes() {}

  /** Returns what really happened, which mostly is what it looks like. */
  static Outcome outcome(HttpServletRequest request, Outcome seen) {
    boolean errorPage = request.getDispatcherType() == DispatcherType.ERROR;
    boolean serverFault = seen.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    Headers headers = seen.headers();
    if ((errorPage || serverFault)
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      return new Outcome.Threw(thrown, headers);
    }
    return errorPage ? sentError(request, headers) : seen;
  }

  private static Outcome sentError(HttpServletRequest request, Headers headers) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    Optional<String> message =
        request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String text
            ? Optional.of(text)
            : Optional.empty();
    return new Outcome.SentError(status, message, headers);
  }
}
