package org.tokenerror.capture;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.Outcome;

/**
 * Remembers the call by which a servlet ended its response, so that it can be judged and, when
 * nothing is to be changed, be made on the container after all.
 */
sealed interface EarlyAnswer {

  int status();

  /** Names the call, for exception messages. */
  String describe();

  Outcome toOutcome(Headers headers);

  /** Makes the same call on the container's response. */
  void repeatOn(HttpServletResponse container) throws IOException;

  /** {@code sendError}, with or without a message. */
  record Refusal(int status, Optional<String> message) implements EarlyAnswer {
    @Override
    public String describe() {
      return "sendError()";
    }

    @Override
    public Outcome toOutcome(Headers headers) {
      return new Outcome.SentError(status, message, headers);
    }

    @Override
    public void repeatOn(HttpServletResponse container) throws IOException {
      if (message.isPresent()) {
        container.sendError(status, message.get());
      } else {
        container.sendError(status);
      }
    }
  }

  /** {@code sendRedirect}, in the form of Servlet 6.1 where status or buffer are not the usual. */
  record Redirect(String location, int status, boolean clearBuffer) implements EarlyAnswer {
    @Override
    public String describe() {
      return "sendRedirect()";
    }

    @Override
    public Outcome toOutcome(Headers headers) {
      return new Outcome.Redirected(status, location, headers);
    }

    @Override
    public void repeatOn(HttpServletResponse container) throws IOException {
      if (status == HttpServletResponse.SC_FOUND && clearBuffer) {
        container.sendRedirect(location);
        return;
      }
      try {
        HttpServletResponse.class
            .getMethod("sendRedirect", String.class, int.class, boolean.class)
            .invoke(container, location, status, clearBuffer);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof IOException io) {
          throw io;
        }
        throw new IllegalStateException("the container refused the redirect", e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("only Servlet 6.1 redirects with a status", e);
      }
    }
  }
}
