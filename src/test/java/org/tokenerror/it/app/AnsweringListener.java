package org.tokenerror.it.app;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers timeouts and errors itself, or dispatches them. */
final class AnsweringListener implements AsyncListener {
  private final int status;
  private final String words;

  AnsweringListener(int status, String words) {
    this.status = status;
    this.words = words;
  }

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    answer(event);
  }

  @Override
  public void onError(AsyncEvent event) throws IOException {
    answer(event);
  }

  private void answer(AsyncEvent event) throws IOException {
    if (words.startsWith("/")) {
      event.getAsyncContext().dispatch(words);
      return;
    }
    HttpServletResponse response = (HttpServletResponse) event.getSuppliedResponse();
    response.setStatus(status);
    response.setHeader("Retry-After", "7");
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(words);
    event.getAsyncContext().complete();
  }

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
