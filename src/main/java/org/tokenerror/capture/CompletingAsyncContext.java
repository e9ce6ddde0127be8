package org.tokenerror.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * Stands before the container's asynchronous context so that the tail of the filter runs inside
 * {@link #complete}, the one moment at which every container still lets the answer be written.
 *
 * <p>It does not run the tail on {@code dispatch}: the dispatched pass comes through the filter
 * again and ends there.
 */
final class CompletingAsyncContext implements AsyncContext {
  private final AsyncContext container;
  private final CapturedExchange exchange;
  private final ServletRequest request;
  private final ServletResponse response;
  private final boolean original;
  private final AsyncListenerRelay relay;
  private volatile boolean settled;
  private volatile boolean dispatched;
  private volatile boolean completedTooLate;
  private volatile boolean completedByUs;

  CompletingAsyncContext(
      AsyncContext container,
      CapturedExchange exchange,
      ServletRequest request,
      ServletResponse response,
      boolean original) {
    this.container = container;
    this.exchange = exchange;
    this.request = request;
    this.response = response;
    this.original = original;
    this.relay = new AsyncListenerRelay(this, exchange);
  }

  /** Registers the one listener that the container knows. */
  void listen() {
    container.addListener(relay);
  }

  /** Tells whether the application has completed or dispatched. */
  boolean isSettled() {
    return settled;
  }

  /**
   * Tells whether a dispatched pass is still to come although the application has completed:
   * Undertow does both.
   */
  boolean awaitsPass() {
    return completedTooLate;
  }

  AsyncListenerRelay relay() {
    return relay;
  }

  /** Ends the cycle after the exchange was answered by us. */
  void completeAnswered() {
    completedByUs = true;
    settled = true;
    try {
      container.complete();
    } catch (IllegalStateException over) {
      // the client has gone and the container has ended the request, which the application need
      // not know; Tomcat would report what is thrown to whoever has this request object next
    }
  }

  @Override
  public void complete() {
    if (completedByUs) {
      return; // the application answered with sendError, and completes now
    }
    if (dispatched) { // the dispatched pass answers, and the container says what it thinks
      completedTooLate = true;
    } else {
      settled = true;
      exchange.completing();
    }
    container.complete();
  }

  @Override
  public void dispatch() {
    container.dispatch();
    noteDispatch();
  }

  @Override
  public void dispatch(String path) {
    container.dispatch(path);
    noteDispatch();
  }

  @Override
  public void dispatch(ServletContext context, String path) {
    container.dispatch(context, path);
    noteDispatch();
  }

  private void noteDispatch() {
    settled = true;
    dispatched = true;
  }

  @Override
  public ServletRequest getRequest() {
    return request;
  }

  @Override
  public ServletResponse getResponse() {
    return response;
  }

  @Override
  public boolean hasOriginalRequestAndResponse() {
    return original;
  }

  @Override
  public void start(Runnable run) {
    container.start(run);
  }

  @Override
  public void addListener(AsyncListener listener) {
    relay.add(listener, request, response);
  }

  @Override
  public void addListener(
      AsyncListener listener, ServletRequest suppliedRequest, ServletResponse suppliedResponse) {
    relay.add(listener, suppliedRequest, suppliedResponse);
  }

  @Override
  public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
    return container.createListener(type);
  }

  @Override
  public void setTimeout(long milliseconds) {
    container.setTimeout(milliseconds);
  }

  @Override
  public long getTimeout() {
    return container.getTimeout();
  }
}
