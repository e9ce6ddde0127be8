package org.tokenerror.capture;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.Outcome;

/**
 * Keeps the beginning of a body in memory, as the bytes or the characters that were written.
 *
 * <p>It never grows past its limit, whatever is offered (S12); the caller asks {@link #room} first.
 */
final class HeldBody {
  private static final byte[] NO_BYTES = {};
  private static final char[] NO_CHARS = {};
  private static final int FIRST_SIZE = 256;

  private final int limit;
  private byte[] bytes = NO_BYTES;
  private char[] chars = NO_CHARS;
  private int byteCount;
  private int charCount;

  HeldBody(int limit) {
    this.limit = limit;
  }

  /** The number of units that still fit. */
  int room() {
    return limit - size();
  }

  int size() {
    return byteCount + charCount;
  }

  void append(byte[] array, int offset, int count) {
    int capacity = grown(bytes.length, byteCount + count);
    if (capacity > bytes.length) {
      bytes = Arrays.copyOf(bytes, capacity);
    }
    System.arraycopy(array, offset, bytes, byteCount, count);
    byteCount += count;
  }

  void append(char[] array, int offset, int count) {
    reserveChars(count);
    System.arraycopy(array, offset, chars, charCount, count);
    charCount += count;
  }

  void append(String string, int offset, int count) {
    reserveChars(count);
    string.getChars(offset, offset + count, chars, charCount);
    charCount += count;
  }

  void clear() {
    bytes = NO_BYTES;
    chars = NO_CHARS;
    byteCount = 0;
    charCount = 0;
  }

  /** Writes all that is held, in one call, and forgets it. */
  void drainTo(Sink sink) throws IOException {
    byte[] heldBytes = bytes;
    char[] heldChars = chars;
    int byteLength = byteCount;
    int charLength = charCount;
    clear();
    if (byteLength > 0) {
      sink.write(heldBytes, 0, byteLength);
    }
    if (charLength > 0) {
      sink.write(heldChars, 0, charLength);
    }
  }

  /** The body as the decision sees it. */
  Outcome.Body toBody(boolean complete, Headers headers) {
    if (charCount > 0) {
      return Outcome.Body.ofText(new String(chars, 0, charCount), complete);
    }
    return byteCount > 0 || !complete
        ? Outcome.Body.ofBytes(Arrays.copyOf(bytes, byteCount), complete, headers)
        : Outcome.Body.none();
  }

  /** What is held as text; bytes are decoded with the charset. */
  String toText(Charset charset) {
    return charCount > 0
        ? new String(chars, 0, charCount)
        : new String(bytes, 0, byteCount, charset);
  }

  private void reserveChars(int count) {
    int capacity = grown(chars.length, charCount + count);
    if (capacity > chars.length) {
      chars = Arrays.copyOf(chars, capacity);
    }
  }

  /**
   * The next capacity: doubled, so that many small writes stay linear, and never over the limit.
   */
  private int grown(int capacity, int needed) {
    if (needed <= capacity) {
      return capacity;
    }
    return Math.min(limit, Math.max(needed, Math.max(FIRST_SIZE, capacity * 2)));
  }
}
