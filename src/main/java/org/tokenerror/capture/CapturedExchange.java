package org.tokenerror.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
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
import org.tokenerror.http.Headers;
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

    /**
     * Notes that an answer was already on its way to the client when the servlet failed, and is
     * left alone.
     */
    void tooLate();
  }

  private final HttpServletResponse container;
  private final CapturedRequest request;
  private final CapturedResponse response;
  private final Judge judge;
  private final boolean watchOnly;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean replaced;
  private volatile boolean passRuns;
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
    this.container = response;
    this.judge = judge;
    this.watchOnly = options.watchOnly();
    this.request = new CapturedRequest(request, this);
    this.response =
        new CapturedResponse(
            this.request, this, response, options, () -> judge.looksLikeFailure(returnedSoFar()));
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
   * @param answer the response of this pass
   * @param chain the rest of the chain
   * @throws IOException if the servlet threw it and its answer is kept
   * @throws ServletException likewise
   */
  public void resume(ServletRequest given, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    if (leadsToOurs(answer)) {
      pass(given, answer, chain);
    } else {
      pass(request, response, chain);
    }
  }

  private void pass(ServletRequest given, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    asyncStarted = false;
    passRuns = true;
    try {
      chain.doFilter(given, answer);
    } catch (IOException | ServletException | RuntimeException thrown) {
      passRuns = false;
      if (!answered(thrown)) {
        throw thrown;
      }
      return;
    }
    passRuns = false;
    if (asyncStarted) {
      settleEarlyAnswer();
    } else {
      endReturned();
    }
  }

  /**
   * Tells whether an exception was answered, by us or by a listener, so that it needs not go on.
   */
  private boolean answered(Exception thrown) throws IOException {
    if (ClientDisconnect.isCauseOf(thrown)) {
      return false;
    }
    CompletingAsyncContext context = async;
    if (asyncStarted && context != null && !watchOnly) {
      context.relay().failed(thrown);
      return replaced || context.isSettled();
    }
    end(() -> new Outcome.Threw(thrown, headers()));
    return replaced;
  }

  // ------------------------------------------------------------------ asynchronous processing

  AsyncContext startedAsync(
      AsyncContext started, ServletRequest given, ServletResponse answer, boolean original) {
    CompletingAsyncContext context =
        new CompletingAsyncContext(started, this, given, answer, original);
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
        || watchOnly
        || context == null
        || context.isSettled()
        || response.answer().isEmpty()) {
      return; // the end of the pass, or the application's complete(), comes yet
    }
    endQuietly(this::returned);
    if (replaced) {
      context.completeAnswered();
    }
  }

  /** Ends the exchange because the application completes it. */
  void completing() {
    try {
      endReturned();
    } catch (IOException clientIsGone) {
      // complete() cannot throw it, and there is nobody left to tell
    }
  }

  /** Ends the exchange because nobody completed it in time; tells whether we answered. */
  boolean timedOut() {
    endQuietly(() -> response.answer().isPresent() ? returned() : new Outcome.TimedOut(headers()));
    return replaced;
  }

  /** Ends the exchange because of an error; tells whether we answered. */
  boolean failedAsync(@Nullable Throwable cause) {
    if (cause == null) {
      endQuietly(() -> new Outcome.SentError(500, Optional.empty(), headers()));
    } else if (!ClientDisconnect.isCauseOf(cause)) {
      endQuietly(() -> new Outcome.Threw(cause, headers()));
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
    if (isPlainSuccess()) {
      ended.set(true);
    } else {
      end(this::returned);
    }
  }

  private void end(Supplier<Outcome> outcome) throws IOException {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    Outcome how = outcome.get();
    if (container.isCommitted() && !watchOnly) {
      if (how instanceof Outcome.Threw || how.status() >= 400) {
        judge.tooLate();
      }
      return;
    }
    judge.end(this, how);
  }

  /** The usual case, in which nothing needs to be looked at any more. */
  private boolean isPlainSuccess() {
    BodyCapture body = response.body();
    boolean through = body.state() == CaptureState.PASSING || body.tokenSeen();
    return through
        && body.state().isLive()
        && response.answer().isEmpty()
        && container.getStatus() < 300;
  }

  private Outcome returned() {
    Headers headers = headers();
    return response.answer().map(early -> early.toOutcome(headers)).orElseGet(this::returnedSoFar);
  }

  private Outcome returnedSoFar() {
    Headers headers = headers();
    int status = container.getStatus();
    Optional<String> location = headers.first("Location");
    if (status >= 300 && status < 400 && location.isPresent()) {
      return new Outcome.Redirected(status, location.get(), headers);
    }
    return new Outcome.Returned(status, headers, response.body().toBody(headers));
  }

  private Headers headers() {
    return ContainerAnswer.headersOf(container);
  }

  /**
   * Lets the client have what the servlet answered, unchanged.
   *
   * @throws IOException if the client cannot be written to
   */
  public void release() throws IOException {
    if (watchOnly) {
      return;
    }
    Optional<EarlyAnswer> early = response.answer();
    response.body().release();
    if (early.isPresent()) {
      early.get().repeatOn(container);
    }
  }

  /**
   * Tells whether {@link #release} can still give the whole answer; not so when it was larger than
   * the limit.
   *
   * @return whether nothing was dropped
   */
  public boolean isWhole() {
    return response.body().isWhole();
  }

  /**
   * Gives the client another answer in place of the servlet's.
   *
   * @param answer the answer
   * @throws IOException if the client cannot be written to
   */
  public void replaceWith(ErrorResponse answer) throws IOException {
    replaced = true;
    boolean nonBlocking = response.body().isNonBlocking();
    response.body().replaced();
    ContainerAnswer.overwrite(container, answer, nonBlocking);
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

  CapturedResponse response() {
    return response;
  }

  private boolean leadsToOurs(ServletResponse answer) {
    ServletResponse next = answer;
    while (next != response && next instanceof ServletResponseWrapper wrapper) {
      next = wrapper.getResponse();
    }
    return next == response;
  }
}
