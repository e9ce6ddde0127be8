package org.tokenerror.demo.legacy;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers timeouts and errors in plain text, as careful asynchronous applications do.
 *
 * <p>It does nothing on start and completion.
 */
final class AnsweringListener implements AsyncListener {

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    answer(event, 503, "Timed out waiting for the token store\n");
  }

  @Override
  public void onError(AsyncEvent event) throws IOException {
    answer(event, 500, "Unexpected error: " + event.getThrowable() + "\n");
  }

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}

  private static void answer(AsyncEvent event, int status, String text) throws IOException {
    HttpServletResponse response = (HttpServletResponse) event.getAsyncContext().getResponse();
    response.setStatus(status);
    Bodies.write(response, "text/plain", text);
    event.getAsyncContext().complete();
  }
}
