package org.tokenerror.capture;

import java.io.IOException;
import org.tokenerror.oauth.success.SuccessScanner;

/**
 * Carries what one call of the servlet writes: bytes, characters or text.
 *
 * <p>A chunk points into the caller's array and is valid only during that call; it never copies by
 * itself.
 */
sealed interface BodyChunk {

  int length();

  /** Writes the whole chunk to the container. */
  void writeTo(Sink sink) throws IOException;

  /** Shows the first {@code count} units to the scanner; true once it has seen a token. */
  boolean feed(SuccessScanner scanner, int count);

  /** Copies {@code count} units, beginning with the first, to the end of what is held. */
  void appendTo(HeldBody held, int count);

  /** The chunk without its first {@code count} units. */
  BodyChunk after(int count);

  /** Bytes for a stream. */
  final class Bytes implements BodyChunk {
    private final byte[] array;
    private final int offset;
    private final int length;

    Bytes(byte[] array, int offset, int length) {
      this.array = array;
      this.offset = offset;
      this.length = length;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public void writeTo(Sink sink) throws IOException {
      sink.write(array, offset, length);
    }

    @Override
    public boolean feed(SuccessScanner scanner, int count) {
      return scanner.feed(array, offset, count);
    }

    @Override
    public void appendTo(HeldBody held, int count) {
      held.append(array, offset, count);
    }

    @Override
    public BodyChunk after(int count) {
      return new Bytes(array, offset + count, length - count);
    }
  }

  /** Characters for a writer. */
  final class Chars implements BodyChunk {
    private final char[] array;
    private final int offset;
    private final int length;

    Chars(char[] array, int offset, int length) {
      this.array = array;
      this.offset = offset;
      this.length = length;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public void writeTo(Sink sink) throws IOException {
      sink.write(array, offset, length);
    }

    @Override
    public boolean feed(SuccessScanner scanner, int count) {
      return scanner.feed(array, offset, count);
    }

    @Override
    public void appendTo(HeldBody held, int count) {
      held.append(array, offset, count);
    }

    @Override
    public BodyChunk after(int count) {
      return new Chars(array, offset + count, length - count);
    }
  }

  /** Text for a writer, not yet split into characters. */
  record Text(String string, int offset, int length) implements BodyChunk {
    private static final int WINDOW = 256;

    @Override
    public void writeTo(Sink sink) throws IOException {
      sink.write(string, offset, length);
    }

    @Override
    public boolean feed(SuccessScanner scanner, int count) {
      char[] window = new char[Math.min(WINDOW, count)];
      boolean seen = false;
      for (int done = 0; done < count && !seen; done += window.length) {
        int size = Math.min(window.length, count - done);
        string.getChars(offset + done, offset + done + size, window, 0);
        seen = scanner.feed(window, 0, size);
      }
      return seen;
    }

    @Override
    public void appendTo(HeldBody held, int count) {
      held.append(string, offset, count);
    }

    @Override
    public BodyChunk after(int count) {
      return new Text(string, offset + count, length - count);
    }
  }
}
