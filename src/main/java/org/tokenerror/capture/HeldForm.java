package org.tokenerror.capture;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Holds the beginning of a body, usually all of it, and knows where the rest is.
 *
 * <p>It does not know what the bytes mean, and it never loses one: a failure to read is kept too,
 * and comes where the servlet would have met it.
 */
final class HeldForm {
  /** What containers read of a form at most before they give up, unless told otherwise. */
  static final int MOST = 2 * 1024 * 1024;

  private static final int PIECE = 1024;

  private final ServletInputStream rest;
  private byte[] held = new byte[0];
  private boolean whole;
  private @Nullable IOException failure;

  private HeldForm(ServletInputStream rest) {
    this.rest = rest;
  }

  /** Reads a body up to its end, or until there are more bytes than the limit. */
  static HeldForm read(ServletInputStream body, int limit) {
    HeldForm form = new HeldForm(body);
    form.readUntil(limit + 1);
    return form;
  }

  /** Reads on to the end, as far as a container would when it is asked for a parameter. */
  void readOn() {
    if (!whole && failure == null) {
      readUntil(MOST + 1);
    }
  }

  private void readUntil(int length) {
    byte[] room = Arrays.copyOf(held, Math.max(held.length, Math.min(length, PIECE)));
    int count = held.length;
    try {
      while (count < length && !whole) {
        if (count == room.length) {
          room = Arrays.copyOf(room, Math.min(length, 2 * count));
        }
        int read = rest.read(room, count, room.length - count);
        whole = read < 0;
        count += Math.max(read, 0);
      }
    } catch (IOException e) {
      failure = e;
    }
    held = Arrays.copyOf(room, count);
  }

  boolean isEmpty() {
    return whole && held.length == 0;
  }

  /** Tells whether all of the body is held. */
  boolean isWhole() {
    return whole;
  }

  byte[] bytes() {
    return held;
  }

  /** Returns where the bytes are that come behind those held. */
  ServletInputStream rest() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return rest;
  }

  /** Returns the encoded form; what is not ASCII in it should have been encoded. */
  String text() {
    return new String(held, StandardCharsets.UTF_8);
  }
}
