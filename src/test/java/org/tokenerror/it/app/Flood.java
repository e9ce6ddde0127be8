package org.tokenerror.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a very long JSON object, with or without blocking, and completes. */
final class Flood implements WriteListener {
  private static final byte[] PADDING = new byte[64 * 1024];
  private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);

  static {
    Arrays.fill(PADDING, (byte) 'x');
  }

  private final AsyncContext context;
  private final ServletOutputStream stream;
  private final Progress progress;
  private final byte[] start;
  private int paddings;
  private boolean begun;
  private boolean ended;

  /**
   * Prepares the object.
   *
   * @param start its beginning, to the middle of a string
   * @param megabytes how long it is
   */
  Flood(AsyncContext context, Progress progress, String start, int megabytes) throws IOException {
    this.context = context;
    this.stream = context.getResponse().getOutputStream();
    this.progress = progress;
    this.start = start.getBytes(StandardCharsets.US_ASCII);
    this.paddings = megabytes * 1024 * 1024 / PADDING.length;
  }

  void writeWithoutBlocking() {
    stream.setWriteListener(this);
  }

  void writeBlocking() throws IOException {
    try {
      while (!ended) {
        writePiece();
      }
    } finally {
      context.complete();
    }
  }

  @Override
  public void onWritePossible() throws IOException {
    while (stream.isReady()) {
      if (ended) {
        context.complete();
        return;
      }
      writePiece();
    }
  }

  private void writePiece() throws IOException {
    byte[] piece = begun ? PADDING : start;
    if (begun && paddings-- == 0) {
      piece = END;
      ended = true;
    }
    begun = true;
    progress.written.addAndGet(piece.length);
    stream.write(piece);
  }

  @Override
  public void onError(Throwable cause) {
    context.complete();
  }
}
