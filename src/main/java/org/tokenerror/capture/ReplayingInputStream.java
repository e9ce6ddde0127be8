package org.tokenerror.capture;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives the bytes that are held, then those that are not, blocking or not.
 *
 * <p>While all bytes are held the listener is called by us, for the container has none left to tell
 * of; else the container calls it, and what is held comes first.
 */
final class ReplayingInputStream extends ServletInputStream {
  private final ReplayingRequest request;
  private final HeldForm body;
  private int position;
  private @Nullable ReadListener listener;
  private boolean called;

  ReplayingInputStream(ReplayingRequest request, HeldForm body) {
    this.request = request;
    this.body = body;
  }

  private int left() {
    return body.bytes().length - position;
  }

  @Override
  public int read() throws IOException {
    if (left() > 0) {
      return body.bytes()[position++] & 0xff;
    }
    return body.isWhole() ? -1 : body.rest().read();
  }

  @Override
  public int read(byte[] array, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, array.length);
    if (length == 0) {
      return 0;
    }
    if (left() == 0) {
      return body.isWhole() ? -1 : body.rest().read(array, offset, length);
    }
    int count = Math.min(length, left());
    System.arraycopy(body.bytes(), position, array, offset, count);
    position += count;
    return count;
  }

  @Override
  public int available() throws IOException {
    return left() > 0 || body.isWhole() ? left() : body.rest().available();
  }

  @Override
  public void close() throws IOException {
    position = body.bytes().length;
    if (!body.isWhole()) {
      body.rest().close();
    }
  }

  @Override
  public boolean isFinished() {
    return left() == 0 && (body.isWhole() || isRestFinished());
  }

  private boolean isRestFinished() {
    try {
      return body.rest().isFinished();
    } catch (IOException e) {
      return false; // the next read tells
    }
  }

  @Override
  public boolean isReady() {
    try {
      return left() > 0 || body.isWhole() || body.rest().isReady();
    } catch (IOException e) {
      return true; // the next read tells
    }
  }

  // ------------------------------------------------------------------ the listener

  @Override
  public void setReadListener(ReadListener given) {
    Objects.requireNonNull(given, "listener");
    if (listener != null) {
      throw new IllegalStateException("there is a ReadListener already");
    }
    if (!request.isAsyncStarted()) {
      throw new IllegalStateException("asynchronous processing was not started");
    }
    if (!body.isWhole()) {
      listener = given;
      called = true;
      restListener(given);
      return;
    }
    listener = given;
    request.listenerSet(this);
  }

  private void restListener(ReadListener given) {
    try {
      body.rest().setReadListener(given);
    } catch (IOException e) {
      given.onError(e);
    }
  }

  /** Tells a listener, once, that there is something to read, and that there is no more. */
  void callListener() {
    ReadListener waiting = listener;
    if (waiting == null || called) {
      return;
    }
    called = true;
    try {
      waiting.onDataAvailable();
      if (isFinished()) {
        waiting.onAllDataRead();
      }
    } catch (IOException | RuntimeException e) {
      waiting.onError(e);
    }
  }
}
