package org.tokenerror.capture;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.success.SuccessScanner;

/**
 * Decides for every byte whether it is held, handed on or dropped, and remembers where the bare
 * response would have been committed.
 *
 * <p>At most {@code limit} bytes or characters are held, however much is written (S12). Once a
 * success is recognised nothing is copied any more (S2).
 */
final class BodyCapture {

  /** What the body has to ask about the response around it. */
  interface Surroundings {
    int status();

    /**
     * Tells whether the container commits when a piece is written that makes the body so long.
     *
     * @param written bytes, or characters, with the piece
     * @param piece how many of them are the piece's
     * @param characters whether the writer is used
     */
    boolean commits(long written, int piece, boolean characters);

    /** Tells whether the response counts as committed once all of its Content-Length is written. */
    boolean commitsAtContentLength();

    /** Tells whether a flush or close has no effect now. */
    boolean keepsIncludesFromFlushing();

    /** Tells whether what is held so far speaks of a failure; asked when the limit is reached. */
    boolean hasFailed();

    /** Tells whether a body of the present content type could tell of a failure at all. */
    boolean mayTellOfFailure();

    /** Called once, just before what the servlet wrote goes on. */
    void beforeRelease();

    /** Commits the container's response. */
    void commit() throws IOException;
  }

  private final Surroundings response;
  private final HeldBody held;
  private final boolean spotTokens;
  private SuccessScanner scanner;
  private CaptureState state;
  private @Nullable Sink sink;
  private boolean complete = true;

  /** Whether the answer passes, is not committed yet, and has still to gain header fields. */
  private boolean headersPending;

  private boolean headersKept;
  private boolean tokenSeen;
  private boolean overflowed;
  private boolean flushed;
  private boolean closed;
  private boolean nonBlocking;
  private long written;
  private long contentLength = -1;

  BodyCapture(Surroundings response, CaptureOptions options) {
    this.response = response;
    this.held = new HeldBody(options.limit());
    this.spotTokens = options.spotTokens();
    this.scanner = new SuccessScanner(spotTokens);
    this.state = options.watchOnly() ? CaptureState.WATCHING : CaptureState.HOLDING;
  }

  CaptureState state() {
    return state;
  }

  /** The container's output that the servlet chose last. */
  Sink sink() {
    if (sink == null) {
      throw new IllegalStateException("nothing was written yet");
    }
    return sink;
  }

  void use(Sink chosen) {
    this.sink = chosen;
  }

  void useNonBlocking() {
    this.nonBlocking = true;
  }

  boolean isNonBlocking() {
    return nonBlocking;
  }

  /** Notes a Content-Length that the servlet announced, in bytes; negative when it took it back. */
  void announce(long length) {
    this.contentLength = length;
  }

  /** Tells whether the bare response would have been committed by now. */
  boolean wouldBeCommitted() {
    return wouldHaveLeft() || (response.commitsAtContentLength() && hasAllOfContentLength());
  }

  private boolean hasAllOfContentLength() {
    return contentLength > 0 && written >= contentLength;
  }

  /** Tells whether the head of the bare response would have gone out by now. */
  boolean wouldHaveLeft() {
    return flushed || closed || overflowed;
  }

  boolean hasContent() {
    return written > 0;
  }

  /** Tells whether a token has been seen in the body. */
  boolean tokenSeen() {
    return tokenSeen;
  }

  void write(byte[] array, int offset, int length) throws IOException {
    if (state == CaptureState.PASSING) {
      goingOn(length);
      sink().write(array, offset, length); // S2: nothing is copied, nothing is made
    } else if (takes(length)) {
      state.write(this, new BodyChunk.Bytes(array, offset, length));
    }
  }

  void write(char[] array, int offset, int length) throws IOException {
    if (state == CaptureState.PASSING) {
      goingOn(length);
      sink().write(array, offset, length);
    } else if (takes(length)) {
      state.write(this, new BodyChunk.Chars(array, offset, length));
    }
  }

  void write(String string, int offset, int length) throws IOException {
    if (state == CaptureState.PASSING) {
      goingOn(length);
      sink().write(string, offset, length);
    } else if (takes(length)) {
      state.write(this, new BodyChunk.Text(string, offset, length));
    }
  }

  /** Counts what is written; an output that has ended takes nothing more. */
  private boolean takes(int length) {
    if (state == CaptureState.ANSWERED || (closed && !state.isLive())) {
      return false;
    }
    count(length);
    return length > 0 && state.keeps();
  }

  private void count(int length) {
    written += length;
    overflowed = overflowed || response.commits(written, length, sink instanceof Sink.Characters);
  }

  /** Keeps a chunk in memory, or finds that it need not be kept. */
  void hold(BodyChunk chunk) throws IOException {
    int fitting = Math.min(chunk.length(), held.room());
    tokenSeen = tokenSeen || chunk.feed(scanner, fitting);
    if (tokenSeen && isSuccessStatus()) {
      pass(chunk);
      return;
    }
    chunk.appendTo(held, fitting);
    if (fitting < chunk.length()) {
      overflow(chunk.after(fitting));
    }
  }

  /** Keeps a copy of what already went on, as far as there is room. */
  void copy(BodyChunk chunk) {
    int fitting = tokenSeen ? 0 : Math.min(chunk.length(), held.room());
    if (fitting > 0) {
      tokenSeen = chunk.feed(scanner, fitting);
      chunk.appendTo(held, fitting);
    }
    complete = complete && fitting == chunk.length();
  }

  /**
   * Commits, or notes that the bare response would be committed now.
   *
   * @param throughOutput whether the servlet flushed its stream or writer, and not the response
   */
  void flush(boolean throughOutput) throws IOException {
    if (state.isLive()) {
      leaving();
      if (throughOutput) {
        sink().flush();
      } else {
        response.commit();
      }
      return;
    }
    if (closed || state == CaptureState.ANSWERED || response.keepsIncludesFromFlushing()) {
      return;
    }
    flushed = true;
    if (state == CaptureState.HOLDING && isSuccessStatus() && !response.mayTellOfFailure()) {
      release();
    }
  }

  void close() throws IOException {
    if (state.isLive()) {
      leaving();
      sink().close();
    } else if (state != CaptureState.ANSWERED && !response.keepsIncludesFromFlushing()) {
      closed = true;
    }
  }

  /** Forgets the body, as {@code reset} and {@code resetBuffer} do. */
  void forget() {
    held.clear();
    scanner = new SuccessScanner(spotTokens);
    tokenSeen = false;
    complete = true;
    written = 0;
    overflowed = false;
    headersPending = false;
    if (state == CaptureState.DROPPING || state == CaptureState.PASSING) {
      state = CaptureState.HOLDING;
    }
  }

  /** Ends the body because the servlet answered with sendError or sendRedirect. */
  void answered() {
    forget();
    headersPending = false;
    if (state != CaptureState.WATCHING) {
      state = CaptureState.ANSWERED;
    }
  }

  /** Ends the body because another answer has taken its place. */
  void replaced() {
    held.clear();
    headersPending = false;
    state = CaptureState.REPLACED;
  }

  /** Lets {@link #release} add no header field. */
  void keepHeaders() {
    headersKept = true;
    headersPending = false;
  }

  /** Lets the container have what was held, and everything that follows. */
  void release() throws IOException {
    if (state.isLive() || state == CaptureState.REPLACED) {
      leaving();
      return;
    }
    state = CaptureState.PASSING;
    if (!headersKept) {
      response.beforeRelease();
    }
    if (held.size() > 0) {
      held.drainTo(sink());
    }
    catchUp();
  }

  /** Tells whether all that was written can still be released. */
  boolean isWhole() {
    return complete && state != CaptureState.DROPPING;
  }

  Outcome.Body toBody(Headers headers) {
    return held.toBody(complete, headers);
  }

  private void overflow(BodyChunk rest) throws IOException {
    complete = false;
    if (response.hasFailed()) {
      state = CaptureState.DROPPING;
    } else {
      complete = true;
      pass(rest);
    }
  }

  private void pass(BodyChunk chunk) throws IOException {
    if (state != CaptureState.HOLDING) {
      return; // a timeout has answered on another thread
    }
    state = CaptureState.PASSING;
    headersPending = true;
    if (nonBlocking || mayCommit()) {
      leaving();
    }
    if (held.size() == 0) {
      chunk.writeTo(sink());
    } else if (nonBlocking) {
      // WriteListener: one write for each isReady(), so the two parts leave as one
      HeldBody joined = new HeldBody(held.size() + chunk.length());
      held.drainTo(new Sink.Into(joined));
      chunk.appendTo(joined, chunk.length());
      joined.drainTo(sink());
    } else {
      held.drainTo(sink());
      chunk.writeTo(sink());
    }
    catchUp();
  }

  /** Counts what passes until the container may commit, and no further. */
  private void goingOn(int length) {
    if (headersPending) {
      count(length);
      if (nonBlocking || mayCommit()) {
        leaving();
      }
    }
  }

  /** Tells whether the container may commit by itself now; a character may be four bytes. */
  private boolean mayCommit() {
    return wouldHaveLeft()
        || hasAllOfContentLength()
        || response.commits(4 * written, 0, sink instanceof Sink.Characters);
  }

  /**
   * Gives the servlet's side the last moment it would have without us: header fields that others
   * write just before the response is committed are there by now.
   */
  void leaving() {
    if (headersPending) {
      headersPending = false;
      response.beforeRelease();
    }
  }

  /** Repeats on the container what was only noted while the body was held. */
  private void catchUp() throws IOException {
    // not ready means that the container is sending, so the head is out
    if (flushed && (!nonBlocking || sink().isReady())) {
      response.commit();
    }
    if (closed && sink != null) {
      sink.close();
    }
  }

  private boolean isSuccessStatus() {
    return response.status() >= 200 && response.status() < 300;
  }
}
