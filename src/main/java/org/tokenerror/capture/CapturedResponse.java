package org.tokenerror.capture;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks like the container's response to the servlet, and keeps the body and the two calls that end
 * a response, {@code sendError} and {@code sendRedirect}, from reaching the container too early.
 *
 * <p>The status and header fields go straight to the container: see {@link FreezingResponse}.
 */
final class CapturedResponse extends FreezingResponse {
  private static final String CODING = "Content-Encoding";

  private final HttpServletResponse container;
  private final CapturedRequest request;
  private final CapturedExchange exchange;
  private final BodyCapture body;
  private @Nullable EarlyAnswer answer;
  private @Nullable CaptureOutputStream stream;
  private @Nullable CaptureWriter writer;
  private Optional<String> outerCoding = Optional.empty();

  CapturedResponse(
      CapturedRequest request,
      CapturedExchange exchange,
      HttpServletResponse container,
      CaptureOptions options) {
    super(container);
    this.request = request;
    this.exchange = exchange;
    this.container = container;
    this.body =
        new BodyCapture(new ResponseSurroundings(container, request, options, exchange), options);
  }

  BodyCapture body() {
    return body;
  }

  /** The container's own response, before any dispatcher put something in between. */
  HttpServletResponse container() {
    return container;
  }

  /** The sendError or sendRedirect that ended the response. */
  Optional<EarlyAnswer> answer() {
    return Optional.ofNullable(answer);
  }

  /** The coding of a filter in front, which applies it to all that is written. */
  Optional<String> outerCoding() {
    return outerCoding;
  }

  // ------------------------------------------------------------------ the two calls that end it

  @Override
  public void sendError(int status) throws IOException {
    if (goesStraightOn()) {
      super.sendError(status);
    } else {
      end(new EarlyAnswer.Refusal(status, Optional.empty()), () -> super.sendError(status));
    }
  }

  @Override
  public void sendError(int status, @Nullable String message) throws IOException {
    if (goesStraightOn()) {
      super.sendError(status, message);
    } else {
      end(
          new EarlyAnswer.Refusal(status, Optional.ofNullable(message)),
          () -> super.sendError(status, message));
    }
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    if (goesStraightOn()) {
      super.sendRedirect(location);
    } else {
      end(new EarlyAnswer.Redirect(location, SC_FOUND, true), () -> super.sendRedirect(location));
    }
  }

  /** Overrides the method of Servlet 6.1 where the container has it. */
  public void sendRedirect(String location, int status) throws IOException {
    sendRedirect(location, status, true);
  }

  /** Overrides the method of Servlet 6.1 where the container has it. */
  public void sendRedirect(String location, boolean clearBuffer) throws IOException {
    sendRedirect(location, SC_FOUND, clearBuffer);
  }

  /** Overrides the method of Servlet 6.1 where the container has it. */
  public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
    EarlyAnswer.Redirect redirect = new EarlyAnswer.Redirect(location, status, clearBuffer);
    if (goesStraightOn()) {
      redirect.repeatOn(container);
    } else {
      end(redirect, () -> redirect.repeatOn(container));
    }
  }

  /** Something the container does and that may fail. */
  private interface ContainerCall {
    void run() throws IOException;
  }

  private void end(EarlyAnswer early, ContainerCall bare) throws IOException {
    if (body.state() == CaptureState.WATCHING || hasFedOuterCoding()) {
      bare.run(); // throws when committed, as ever
      answer = early;
      return;
    }
    requireUncommitted(early.describe());
    if (body.state() == CaptureState.PASSING) {
      super.resetBuffer(); // the container holds a piece that must not leave
    }
    setStatus(early.status()); // before it freezes
    body.answered();
    answer = early;
    exchange.settleEarlyAnswer();
  }

  // ------------------------------------------------------------------ the body

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    boolean plain = !container.containsHeader(CODING);
    ServletOutputStream bare = super.getOutputStream(); // throws after getWriter(), as ever
    noteOuterCoding(plain);
    if (stream == null || !stream.standsBefore(bare)) {
      stream = new CaptureOutputStream(body, bare, this);
    }
    body.use(new Sink.Stream(bare));
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    boolean plain = !container.containsHeader(CODING);
    PrintWriter bare = super.getWriter(); // throws after getOutputStream(), as ever
    noteOuterCoding(plain);
    if (writer == null || !writer.standsBefore(bare)) {
      writer = new CaptureWriter(body, bare, ContainerQuirks.lineSeparatorOf(bare));
    }
    body.use(new Sink.Characters(bare));
    return writer;
  }

  /** Tells whether a filter in front has begun to compress what cannot be taken back. */
  boolean hasFedOuterCoding() {
    return outerCoding.isPresent() && body.state() == CaptureState.PASSING && body.hasContent();
  }

  /** A filter that compresses says so when it is asked for its output, and not once more. */
  private void noteOuterCoding(boolean plainBefore) {
    if (plainBefore) {
      outerCoding = Optional.ofNullable(container.getHeader(CODING)).or(() -> outerCoding);
    }
  }

  @Override
  public void flushBuffer() throws IOException {
    body.flush(false);
  }

  @Override
  public boolean isCommitted() {
    return isFrozen() || super.isCommitted();
  }

  @Override
  public void reset() {
    requireThawed("reset()");
    super.reset();
    if (!isLeftToContainer() && !exchange.hasEnded()) {
      body.forget();
      body.announce(-1);
    }
  }

  @Override
  public void resetBuffer() {
    requireThawed("resetBuffer()");
    super.resetBuffer();
    if (!exchange.hasEnded()) {
      body.forget();
    }
  }

  @Override
  public void setBufferSize(int size) {
    boolean tooLate = !body.state().isLive() && (isFrozen() || body.hasContent());
    if (tooLate && !isLeftToContainer()) {
      throw new IllegalStateException("setBufferSize() after content was written");
    }
    super.setBufferSize(size);
  }

  @Override
  public void setTrailerFields(Supplier<Map<String, String>> supplier) {
    if (!body.state().isLive() && body.wouldHaveLeft()) {
      throw new IllegalStateException("setTrailerFields() after the response was committed");
    }
    super.setTrailerFields(supplier); // Tomcat takes them even after sendError()
  }

  /** Hides the container's response where a dispatcher would end it behind our back. */
  @Override
  public ServletResponse getResponse() {
    ServletResponse next = super.getResponse();
    return next == container ? ContainerQuirks.shieldFromDispatchers(container) : next;
  }

  // ------------------------------------------------------------------ helpers

  /** After the end only a container still speaks: Undertow answers a timeout through us. */
  private boolean goesStraightOn() {
    return isLeftToContainer() || (exchange.hasEnded() && body.state() == CaptureState.PASSING);
  }

  /** An included servlet may not end the response; the container sees to that by itself. */
  private boolean isLeftToContainer() {
    return request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) != null;
  }

  @Override
  boolean isFrozen() {
    CaptureState state = body.state();
    return !state.isLive()
        && (answer != null || state == CaptureState.REPLACED || body.wouldBeCommitted());
  }

  @Override
  boolean isAnswered() {
    return body.state() == CaptureState.ANSWERED;
  }

  @Override
  void announce(long length) {
    if (!isLeftToContainer()) {
      body.announce(length);
    }
  }

  /**
   * Does what a forward does to a response, as not every container does it to a wrapper: Jetty
   * resets its own one only.
   */
  void beginForward() {
    requireUncommitted("forward()");
    resetBuffer();
  }

  /** Where the container sees all calls it judges them itself, and Undertow is mild. */
  private void requireThawed(String call) {
    if (!body.state().isLive()) {
      requireUncommitted(call);
    }
  }

  private void requireUncommitted(String call) {
    if (isCommitted()) {
      throw new IllegalStateException(call + " after the response was committed");
    }
  }
}
