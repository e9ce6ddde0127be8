package org.tokenerror.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** Writes a body without blocking, a piece whenever the container takes one, and completes. */
final class PieceByPiece implements WriteListener {
  private static final int PIECE = 4096;

  private final AsyncContext context;
  private final ServletOutputStream stream;
  private final byte[] body;
  private int written;

  PieceByPiece(AsyncContext context, byte[] body) throws IOException {
    this.context = context;
    this.stream = context.getResponse().getOutputStream();
    this.body = body;
  }

  void start() {
    stream.setWriteListener(this);
  }

  @Override
  public void onWritePossible() throws IOException {
    while (stream.isReady()) {
      if (written == body.length) {
        context.complete();
        return;
      }
      int length = Math.min(PIECE, body.length - written);
      int from = written;
      written += length;
      stream.write(body, from, length);
    }
  }

  @Override
  public void onError(Throwable cause) {
    context.complete();
  }
}
