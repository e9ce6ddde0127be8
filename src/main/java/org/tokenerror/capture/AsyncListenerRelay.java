package org.tokenerror.capture;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application's listeners what the container reports, and answers a timeout or an error
 * only when none of them did.
 *
 * <p>It is the only listener that the container knows. Two separate listeners would be asked in
 * turn, and ours, being first, would take the word from the application's.
 */
final class AsyncListenerRelay implements AsyncListener {

  private record Entry(AsyncListener listener, ServletRequest request, ServletResponse response) {}

  /** One of the four methods of a listener. */
  private interface Report {
    void to(AsyncListener listener, AsyncEvent event) throws IOException;
  }

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final CompletingAsyncContext context;
  private final CapturedExchange exchange;
  private volatile boolean toldOfError;

  AsyncListenerRelay(CompletingAsyncContext context, CapturedExchange exchange) {
    this.context = context;
    this.exchange = exchange;
  }

  void add(AsyncListener listener, ServletRequest request, ServletResponse response) {
    entries.add(new Entry(listener, request, response));
  }

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    try {
      forward(context, event.getThrowable(), AsyncListener::onTimeout);
    } finally {
      if (!context.isSettled() && exchange.timedOut()) {
        context.completeAnswered();
      }
    }
  }

  @Override
  public void onError(AsyncEvent event) throws IOException {
    if (!toldOfError) { // else the exception went on to the container, which tells of it here
      failed(event.getThrowable());
    }
  }

  /** Reports an error, and answers it when no listener did. */
  void failed(@Nullable Throwable cause) throws IOException {
    toldOfError = true;
    try {
      forward(context, cause, AsyncListener::onError);
    } finally {
      if (!context.isSettled() && exchange.failedAsync(cause)) {
        context.completeAnswered();
      }
    }
  }

  @Override
  public void onComplete(AsyncEvent event) throws IOException {
    // only where a dispatch led past the filter has the tail not run yet
    if (!context.awaitsPass()) {
      exchange.completed();
    }
    forward(context, event.getThrowable(), AsyncListener::onComplete);
  }

  @Override
  public void onStartAsync(AsyncEvent event) throws IOException {
    forward(exchange.currentAsync(), event.getThrowable(), AsyncListener::onStartAsync);
  }

  /** Tells all of them, as containers do, and only then that one of them failed. */
  private void forward(CompletingAsyncContext shown, @Nullable Throwable cause, Report report)
      throws IOException {
    @Nullable Exception first = null;
    for (Entry entry : entries) {
      try {
        report.to(entry.listener, new AsyncEvent(shown, entry.request, entry.response, cause));
      } catch (IOException | RuntimeException failure) {
        first = first == null ? failure : first;
      }
    }
    if (first instanceof IOException failure) {
      throw failure;
    }
    if (first instanceof RuntimeException failure) {
      throw failure;
    }
  }
}
