package org.tokenerror.capture;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks like the container's response to the servlet, and keeps the body and the two calls that end
 * a response, {@code sendError} and {@code sendRedirect}, from reaching the container too early.
 *
 * <p>Header fields and the status go straight to the container, whose rules for them differ from
 * one to the next; only what comes after the point of commitment is ignored here, because the
 * container, still uncommitted, would accept it.
 */
final class CapturedResponse extends HttpServletResponseWrapper {

  private final HttpServletResponse container;
  private final CapturedRequest request;
  private final CapturedExchange exchange;
  private final BodyCapture body;
  private @Nullable EarlyAnswer answer;
  private @Nullable CaptureOutputStream stream;
  private @Nullable CaptureWriter writer;

  CapturedResponse(
      CapturedRequest request,
      CapturedExchange exchange,
      HttpServletResponse container,
      CaptureOptions options,
      BooleanSupplier looksLikeFailure) {
    super(container);
    this.request = request;
    this.exchange = exchange;
    this.container = container;
    this.body =
        new BodyCapture(
            new ResponseSurroundings(container, options, looksLikeFailure),
            options.limit(),
            options.watchOnly());
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

  // ------------------------------------------------------------------ the two calls that end it

  @Override
  public void sendError(int status) throws IOException {
    if (isLeftToContainer()) {
      super.sendError(status);
    } else {
      end(new EarlyAnswer.Refusal(status, Optional.empty()), () -> super.sendError(status));
    }
  }

  @Override
  public void sendError(int status, @Nullable String message) throws IOException {
    if (isLeftToContainer()) {
      super.sendError(status, message);
    } else {
      end(
          new EarlyAnswer.Refusal(status, Optional.ofNullable(message)),
          () -> super.sendError(status, message));
    }
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    if (isLeftToContainer()) {
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
    if (isLeftToContainer()) {
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
    if (body.state() == CaptureState.WATCHING) {
      bare.run(); // throws when committed, as ever
      answer = early;
      return;
    }
    requireUncommitted(early.describe());
    if (body.state() == CaptureState.PASSING) {
      super.resetBuffer(); // the container holds a piece that must not leave
    }
    body.answered();
    answer = early;
    super.setStatus(early.status());
    exchange.settleEarlyAnswer();
  }

  // ------------------------------------------------------------------ the body

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    ServletOutputStream bare = super.getOutputStream(); // throws after getWriter(), as ever
    if (stream == null || !stream.standsBefore(bare)) {
      stream = new CaptureOutputStream(body, bare);
    }
    body.use(new Sink.Stream(bare));
    return stream;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    PrintWriter bare = super.getWriter(); // throws after getOutputStream(), as ever
    if (writer == null || !writer.standsBefore(bare)) {
      writer = new CaptureWriter(body, bare, ContainerQuirks.lineSeparatorOf(bare));
    }
    body.use(new Sink.Characters(bare));
    return writer;
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
    requireUncommitted("reset()");
    super.reset();
    if (!isLeftToContainer()) {
      body.forget();
      body.announce(-1);
    }
  }

  @Override
  public void resetBuffer() {
    requireUncommitted("resetBuffer()");
    super.resetBuffer();
    body.forget();
  }

  @Override
  public void setBufferSize(int size) {
    boolean tooLate = !body.state().isLive() && (isFrozen() || body.hasContent());
    if (tooLate && !isLeftToContainer()) {
      throw new IllegalStateException("setBufferSize() after content was written");
    }
    super.setBufferSize(size);
  }

  // ------------------------------------------------------------------ status and header fields

  @Override
  public void setStatus(int status) {
    if (!isFrozen()) {
      super.setStatus(status);
    }
  }

  /**
   * Overrides the method that Servlet 6 took away.
   *
   * @deprecated as in Servlet 5
   */
  @Deprecated
  @Override
  public void setStatus(int status, @Nullable String message) {
    if (!isFrozen()) {
      super.setStatus(status, message);
    }
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!isFrozen()) {
      super.setContentLengthLong(length);
      body.announce(length);
    }
  }

  @Override
  public void setContentType(@Nullable String type) {
    if (!isFrozen()) {
      super.setContentType(type);
    }
  }

  @Override
  public void setCharacterEncoding(@Nullable String charset) {
    // sendError() does not freeze it: Tomcat's error page is written in it
    if (!isFrozen() || body.state() == CaptureState.ANSWERED) {
      super.setCharacterEncoding(charset);
    }
  }

  /** Overrides the method of Servlet 6.1 where the container has it. */
  public void setCharacterEncoding(@Nullable Charset charset) {
    setCharacterEncoding(charset == null ? null : charset.name());
  }

  @Override
  public void setLocale(@Nullable Locale locale) {
    if (!isFrozen()) {
      super.setLocale(locale);
    }
  }

  @Override
  public void addCookie(Cookie cookie) {
    if (!isFrozen()) {
      super.addCookie(cookie);
    }
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (!isFrozen()) {
      super.setHeader(name, value);
      noteLength(name, value);
    }
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (!isFrozen()) {
      super.addHeader(name, value);
      noteLength(name, value);
    }
  }

  @Override
  public void setIntHeader(String name, int value) {
    if (!isFrozen()) {
      super.setIntHeader(name, value);
      noteLength(name, Integer.toString(value));
    }
  }

  @Override
  public void addIntHeader(String name, int value) {
    if (!isFrozen()) {
      super.addIntHeader(name, value);
      noteLength(name, Integer.toString(value));
    }
  }

  @Override
  public void setDateHeader(String name, long date) {
    if (!isFrozen()) {
      super.setDateHeader(name, date);
    }
  }

  @Override
  public void addDateHeader(String name, long date) {
    if (!isFrozen()) {
      super.addDateHeader(name, date);
    }
  }

  @Override
  public void setTrailerFields(Supplier<Map<String, String>> supplier) {
    requireUncommitted("setTrailerFields()");
    super.setTrailerFields(supplier);
  }

  /** Hides the container's response where a dispatcher would end it behind our back. */
  @Override
  public ServletResponse getResponse() {
    ServletResponse next = super.getResponse();
    return next == container ? ContainerQuirks.shieldFromDispatchers(container) : next;
  }

  // ------------------------------------------------------------------ helpers

  /** An included servlet may not end the response; the container sees to that by itself. */
  private boolean isLeftToContainer() {
    return request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) != null;
  }

  /** Tells whether the bare response would take no status and no header field any more. */
  private boolean isFrozen() {
    CaptureState state = body.state();
    return !state.isLive()
        && (answer != null || state == CaptureState.REPLACED || body.wouldBeCommitted());
  }

  private void requireUncommitted(String call) {
    if (isCommitted()) {
      throw new IllegalStateException(call + " after the response was committed");
    }
  }

  private void noteLength(@Nullable String name, @Nullable String value) {
    if ("Content-Length".equalsIgnoreCase(name)) {
      try {
        body.announce(value == null ? -1 : Long.parseLong(value.trim()));
      } catch (NumberFormatException e) {
        body.announce(-1); // the container has its own opinion of it
      }
    }
  }
}
