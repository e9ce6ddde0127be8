package org.tokenerror.demo.legacy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Fails after {@code startAsync}, where a filter's {@code doFilter} has long returned. */
enum AsyncFailure implements FailureStyle {
  ASYNC_COMPLETE("Another thread writes wrong JSON and completes") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
      AsyncContext context = request.startAsync(request, response);
      context.start(
          new Later(
              context,
              () -> {
                BodyFailure.STATUS_STREAM_JSON_WRONG.tell(request, response, refusal);
                context.complete();
              }));
    }
  },
  ASYNC_SEND_ERROR("Another thread calls sendError and completes") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
      AsyncContext context = request.startAsync();
      context.start(
          new Later(
              context,
              () -> {
                ((HttpServletResponse) context.getResponse())
                    .sendError(refusal.status(), refusal.message());
                context.complete();
              }));
    }
  },
  ASYNC_DISPATCH("Another thread dispatches to another bad servlet") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
      request.setAttribute(Refusal.ATTRIBUTE, refusal);
      AsyncContext context = request.startAsync();
      context.start(new Later(context, () -> context.dispatch("/legacy-failure-page")));
    }
  },
  ASYNC_REDISPATCH("Another thread dispatches back; the second round answers in text") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
        throws IOException {
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        response.setStatus(refusal.status());
        Bodies.write(response, "text/plain", "ERROR: " + refusal.message() + "\n");
        return;
      }
      AsyncContext context = request.startAsync();
      context.start(new Later(context, context::dispatch));
    }
  },
  ASYNC_TIMEOUT("Nobody ever answers: the container's timeout, whatever the request") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
      request.startAsync().setTimeout(TIMEOUT_MILLIS);
    }

    @Override
    public boolean isOutage() {
      return true;
    }
  },
  ASYNC_TIMEOUT_LISTENER("Nobody answers until a listener writes 503 in text") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
      AsyncContext context = request.startAsync();
      context.setTimeout(TIMEOUT_MILLIS);
      context.addListener(new AnsweringListener());
    }

    @Override
    public boolean isOutage() {
      return true;
    }
  },
  ASYNC_ERROR("startAsync, then an exception in the container's own thread") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
      request.startAsync();
      throw new IllegalStateException(refusal.message());
    }
  },
  ASYNC_ERROR_LISTENER("The same, and the application's listener answers 500 in text") {
    @Override
    public void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
      request.startAsync().addListener(new AnsweringListener());
      throw new IllegalStateException(refusal.message());
    }
  };

  private static final long TIMEOUT_MILLIS = 300;

  private final String summary;

  AsyncFailure(String summary) {
    this.summary = summary;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String group() {
    return "Fails asynchronously";
  }
}
