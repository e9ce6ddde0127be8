package org.tokenerror.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a bounded copy of a form body that the servlet reads by itself, because then nobody can ask
 * the container for the parameters any more (D21).
 *
 * <p>It never reads ahead of the servlet; only after the servlet has failed may {@link #drain} read
 * what the servlet left.
 */
final class RequestBodyCopy {
  /** Enough for any token request; more is not evidence but load. */
  static final int LIMIT = 16 * 1024;

  private final HeldBody held = new HeldBody(LIMIT);
  private boolean complete = true;
  private boolean ended;
  private boolean nonBlocking;
  private volatile boolean abandoned;
  private @Nullable InputStream stream;
  private @Nullable Reader reader;

  void opened(InputStream opened) {
    this.stream = opened;
  }

  void opened(Reader opened) {
    this.reader = opened;
  }

  void readsNonBlocking() {
    this.nonBlocking = true;
  }

  /** Notes that another thread of the application may still wait for the client to send more. */
  void abandon() {
    this.abandoned = true;
  }

  /** Tells whether the servlet reads the body by itself. */
  boolean isInUse() {
    return stream != null || reader != null;
  }

  /** Notes what one read returned; a negative count is the end. */
  void read(byte[] array, int offset, int count) {
    ended |= count < 0;
    int fitting = Math.min(Math.max(count, 0), held.room());
    held.append(array, offset, fitting);
    complete &= fitting >= count;
  }

  void read(char[] array, int offset, int count) {
    ended |= count < 0;
    int fitting = Math.min(Math.max(count, 0), held.room());
    held.append(array, offset, fitting);
    complete &= fitting >= count;
  }

  /** Reads what the servlet left of the body, within the limit, and returns the text if whole. */
  Optional<String> drain(@Nullable String charset) {
    try {
      if (!ended && !nonBlocking && !abandoned && complete) {
        readOn();
      }
    } catch (IOException | IllegalStateException e) {
      return Optional.empty(); // closed or gone: then it is no evidence
    }
    return ended && complete ? Optional.of(held.toText(charsetOf(charset))) : Optional.empty();
  }

  private void readOn() throws IOException {
    while (!ended && held.room() > 0) {
      if (stream != null) {
        byte[] piece = new byte[held.room()];
        read(piece, 0, stream.read(piece));
      } else if (reader != null) {
        char[] piece = new char[held.room()];
        read(piece, 0, reader.read(piece));
      }
    }
  }

  private static Charset charsetOf(@Nullable String name) {
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
