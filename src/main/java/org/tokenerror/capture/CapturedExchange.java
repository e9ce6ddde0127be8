package org.tokenerror.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenerror.oauth.ErrorResponse;
import org.tokenerror.oauth.Outcome;

/**
 * Runs one request through the rest of the filter chain and ends it exactly once, now or at the end
 * of asynchronous processing.
 *
 * <p>It does not judge: the {@link Judge} is told the outcome and answers it with {@link #release}
 * or {@link #replaceWith}.
 */
public final class CapturedExchange {

  /** Decides what becomes of an exchange. */
  public interface Judge {

    /**
     * Tells whether what the servlet has written so far speaks of a failure; asked once, when more
     * was written than is held, and before the servlet has ended. The request's body must not be
     * looked at.
     *
     * @param soFar the status, the header fields and the beginning of the body
     * @return whether the rest may be dropped
     */
    boolean looksLikeFailure(Outcome soFar);

    /**
     * Ends the exchange by calling {@link #release} or {@link #replaceWith} on it.
     *
     * @param exchange the exchange
     * @param outcome how the servlet answered
     * @throws IOException if the client cannot be written to
     */
    void end(CapturedExchange exchange, Outcome outcome) throws IOException;

    /** Notes that the servlet gave a token, and that nothing needs to be looked at any more. */
    default void succeeded() {}

    /**
     * Notes that an answer was already on its way to the client when the servlet failed, and is
     * left alone.
     */
    void tooLate();
  }

  private final CapturedRequest request;
  private final CapturedResponse response;
  private final ServletAnswer answer;
  private final Judge judge;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean replaced;
  private volatile boolean passRuns;
  private boolean completesWithPass;
  private volatile boolean asyncStarted;
  private volatile @Nullable CompletingAsyncContext async;

  /**
   * Creates an exchange; nothing is read or written yet.
   *
   * @param request the container's request
   * @param response the container's response
   * @param options how to capture
   * @param judge who decides
   */
  public CapturedExchange(
      HttpServletRequest request,
      HttpServletResponse response,
      CaptureOptions options,
      Judge judge) {
    this.judge = judge;
    this.request = new CapturedRequest(request, this);
    this.response = new CapturedResponse(this.request, this, response, options);
    this.answer = new ServletAnswer(response, this.response, options.watchOnly());
  }

  /** Tells whether what the servlet has written so far speaks of a failure. */
  boolean looksLikeFailure() {
    return judge.looksLikeFailure(answer.soFar());
  }

  // ------------------------------------------------------------------ the passes

  /**
   * Calls the rest of the chain, and ends the exchange unless asynchronous processing goes on.
   *
   * @param chain the rest of the chain
   * @throws IOException if the servlet threw it and its answer is kept
   * @throws ServletException likewise
   */
  public void proceed(FilterChain chain) throws IOException, ServletException {
    pass(request, response, chain);
  }

  /**
   * Continues on a pass that {@code AsyncContext.dispatch} made.
   *
   * @param given the request of this pass
   * @param shown the response of this pass
   * @param chain the rest of the chain
   * @throws IOException if the servlet threw it and its answer is kept
   * @throws ServletException likewise
   */
  public void resume(ServletRequest given, ServletResponse shown, FilterChain chain)
      throws IOException, ServletException {
    if (leadsToOurs(shown)) {
      pass(given, shown, chain);
    } else {
      pass(request, response, chain);
    }
  }

  private void pass(ServletRequest given, ServletResponse shown, FilterChain chain)
      throws IOException, ServletException {
    asyncStarted = false;
    beginPass();
    try {
      chain.doFilter(given, shown);
    } catch (IOException | ServletException | RuntimeException thrown) {
      if (!answered(thrown, endPass() || !asyncStarted)) {
        throw thrown;
      }
      return;
    }
    if (endPass() || !asyncStarted) {
      endReturned();
    } else {
      settleEarlyAnswer();
    }
  }

  private synchronized void beginPass() {
    passRuns = true;
    completesWithPass = false;
  }

  /** Tells whether the application has completed during the pass that ends here. */
  private synchronized boolean endPass() {
    passRuns = false;
    return completesWithPass;
  }

  /**
   * Tells whether a complete() that comes now waits for the end of the pass: the application may
   * write until then, and so may filters behind ours.
   */
  private synchronized boolean waitsForPass() {
    completesWithPass |= passRuns;
    return passRuns;
  }

  /**
   * Tells whether an exception was answered, by us or by a listener, so that it needs not go on.
   */
  private boolean answered(Exception thrown, boolean isOver) throws IOException {
    if (ClientDisconnect.isCauseOf(thrown)) {
      return false;
    }
    CompletingAsyncContext context = async;
    if (!isOver && context != null && !answer.watchOnly()) {
      context.relay().failed(thrown);
      return replaced || context.isSettled();
    }
    end(() -> new Outcome.Threw(thrown, answer.headers()));
    return replaced;
  }

  /**
   * Ends an exchange whose request the container refused before any filter saw it.
   *
   * @param status the status it is about to send
   * @param message the words it has for that
   * @return whether another answer took the place of the container's
   * @throws IOException if the client cannot be written to
   */
  public boolean refused(int status, Optional<String> message) throws IOException {
    if (ended.compareAndSet(false, true)) {
      judge.end(this, new Outcome.SentError(status, message, answer.headers()));
    }
    return replaced;
  }

  // ------------------------------------------------------------------ asynchronous processing

  AsyncContext startedAsync(
      AsyncContext started, ServletRequest given, ServletResponse shown, boolean original) {
    CompletingAsyncContext context =
        new CompletingAsyncContext(started, this, given, shown, original);
    asyncStarted = true;
    async = context;
    context.listen();
    return context;
  }

  AsyncContext asyncContext(AsyncContext bare) {
    CompletingAsyncContext context = async;
    return context == null ? bare : context;
  }

  CompletingAsyncContext currentAsync() {
    CompletingAsyncContext context = async;
    if (context == null) {
      throw new IllegalStateException("asynchronous processing was not started");
    }
    return context;
  }

  /**
   * Ends an exchange that the servlet has answered with sendError while it is asynchronous. Tomcat
   * sends the error page at once then and waits for no complete(); so do we.
   */
  void settleEarlyAnswer() {
    CompletingAsyncContext context = async;
    if (passRuns
        || answer.watchOnly()
        || context == null
        || context.isSettled()
        || !answer.isEarly()) {
      return; // the end of the pass, or the application's complete(), comes yet
    }
    endQuietly(answer::outcome);
    if (replaced) {
      context.completeAnswered();
    }
  }

  /** Ends the exchange because the application completes it, now or at the end of the pass. */
  void completing() {
    if (!waitsForPass()) {
      completed();
    }
  }

  /** Ends the exchange because it is complete. */
  void completed() {
    try {
      endReturned();
    } catch (IOException clientIsGone) {
      // complete() cannot throw it, and there is nobody left to tell
    }
  }

  /** Ends the exchange because nobody completed it in time; tells whether we answered. */
  boolean timedOut() {
    request.bodyCopy().abandon();
    endQuietly(() -> answer.isEarly() ? answer.outcome() : new Outcome.TimedOut(answer.headers()));
    return replaced;
  }

  /** Ends the exchange because of an error; tells whether we answered. */
  boolean failedAsync(@Nullable Throwable cause) {
    if (cause == null) {
      endQuietly(() -> new Outcome.SentError(500, Optional.empty(), answer.headers()));
    } else if (!ClientDisconnect.isCauseOf(cause)) {
      endQuietly(() -> new Outcome.Threw(cause, answer.headers()));
    }
    return replaced;
  }

  private void endQuietly(Supplier<Outcome> outcome) {
    try {
      end(outcome);
    } catch (IOException clientIsGone) {
      // a listener has nobody left to tell
    }
  }

  // ------------------------------------------------------------------ the end

  private void endReturned() throws IOException {
    if (answer.isPlainSuccess()) {
      response.body().leaving();
      if (ended.compareAndSet(false, true)) {
        judge.succeeded();
      }
    } else {
      end(answer::outcome);
    }
  }

  private void end(Supplier<Outcome> outcome) throws IOException {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    Outcome how = outcome.get();
    if (!answer.isOnItsWay()) {
      judge.end(this, how);
      return;
    }
    if (how instanceof Outcome.Threw || how.status() >= 400) {
      judge.tooLate();
    }
    answer.release(); // what follows of it
  }

  /**
   * Lets the client have what the servlet answered, unchanged.
   *
   * @throws IOException if the client cannot be written to
   */
  public void release() throws IOException {
    answer.release();
  }

  /**
   * Lets the client have what the servlet answered, without the cache header fields that any other
   * answer gains.
   *
   * @throws IOException if the client cannot be written to
   */
  public void releaseAsItIs() throws IOException {
    response.body().keepHeaders();
    answer.release();
  }

  /**
   * Tells whether {@link #release} can still give the whole answer; not so when it was larger than
   * the limit.
   *
   * @return whether nothing was dropped
   */
  public boolean isWhole() {
    return answer.isWhole();
  }

  /**
   * Gives the client another answer in place of the servlet's.
   *
   * @param other the answer
   * @throws IOException if the client cannot be written to
   */
  public void replaceWith(ErrorResponse other) throws IOException {
    replaced = true;
    // Tomcat writes its own page over any answer while a framework's exception is left here
    request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
    answer.replaceWith(other);
  }

  // ------------------------------------------------------------------ what else is known

  /**
   * Tells whether the exchange has been ended; not so after an {@code Error}, which nobody caught.
   *
   * @return whether {@link Judge#end} was called or did not need to be
   */
  public boolean hasEnded() {
    return ended.get();
  }

  /**
   * Returns the form body that the servlet has read from its input by itself, and what it left.
   *
   * @return the encoded text; empty when the servlet did not read it so, or when it is too long
   */
  public Optional<String> formReadByServlet() {
    return request.bodyCopy().drain(request.getCharacterEncoding());
  }

  /**
   * Tells whether the servlet has read the form body from its input by itself, so that the
   * container knows no parameters of it.
   *
   * @return whether it did
   */
  public boolean isFormReadByServlet() {
    return request.bodyCopy().isInUse();
  }

  /**
   * Tells whether the container threw when the servlet asked for parameters.
   *
   * @return whether it did; it need not do so again
   */
  public boolean hasBrokenParameters() {
    return request.hasBrokenParameters();
  }

  /**
   * Tells whether the servlet writes by a {@link jakarta.servlet.WriteListener}.
   *
   * @return whether it does, on threads that may not wait for a body
   */
  public boolean isNonBlocking() {
    return response.body().isNonBlocking();
  }

  CapturedResponse response() {
    return response;
  }

  boolean leadsToOurs(ServletResponse shown) {
    ServletResponse next = shown;
    while (next != response && next instanceof ServletResponseWrapper wrapper) {
      next = wrapper.getResponse();
    }
    return next == response;
  }
}
