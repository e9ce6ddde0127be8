package org.tokenerror.check.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads an answer from a stream, as much of it as the limit allows.
 *
 * <p>It does not know about time: whoever wants it to stop closes the socket.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, section 6.3</a>
 */
final class ResponseReader {
  private static final int LONGEST_HEAD = 65_536;
  private static final int LONGEST_CHUNK_LINE = 1_024;

  /** Tells that what comes is no HTTP/1 answer. */
  static final class NotHttpException extends IOException {
    private static final long serialVersionUID = 1L;

    NotHttpException(String message) {
      super(message);
    }
  }

  /** Tells that there is more than anybody wants to read. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException(String message) {
      super(message);
    }
  }

  /** Is told when the announced end is reached, and only the connection's end is waited for. */
  interface Patience {
    void shorten() throws IOException;
  }

  private final InputStream stream;
  private final int limit;
  private final Patience patience;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  ResponseReader(InputStream stream, int limit, Patience patience) {
    this.stream = new BufferedInputStream(stream);
    this.limit = limit;
    this.patience = patience;
  }

  /** Waits for the first byte, and tells whether it came before the socket's own timeout. */
  boolean hasSpoken() throws IOException {
    try {
      stream.mark(1);
      boolean spoke = stream.read() >= 0;
      stream.reset();
      return spoke;
    } catch (SocketTimeoutException silent) {
      return false;
    }
  }

  /** Reads one head, that of an interim answer included. */
  ResponseHead head() throws IOException {
    List<String> lines = new ArrayList<>();
    int left = LONGEST_HEAD;
    for (String line = line(left); !line.isEmpty() || lines.isEmpty(); line = line(left)) {
      left -= line.length() + 2;
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (folded && lines.size() > 1) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + line.strip());
      } else {
        lines.add(line);
      }
    }
    return ResponseHead.of(lines)
        .orElseThrow(() -> new NotHttpException("the first line is no status"));
  }

  /** Reads the body of a head, all of it if it can, and returns how it ended. */
  RawResponse.Ending body(ResponseHead head, boolean answersHead) {
    try {
      if (answersHead || head.status() == 204 || head.status() == 304) {
        return withoutBody();
      }
      return framed(head);
    } catch (IOException broken) {
      return RawResponse.Ending.CUT_SHORT;
    }
  }

  /** There is no body here; what comes all the same is kept, to be seen (A28). */
  private RawResponse.Ending withoutBody() throws IOException {
    patience.shorten();
    try {
      return fill(Long.MAX_VALUE, RawResponse.Ending.WHOLE);
    } catch (IOException nothingMore) {
      return RawResponse.Ending.WHOLE;
    }
  }

  private RawResponse.Ending framed(ResponseHead head) throws IOException {
    if (head.headers().hasToken("Transfer-Encoding", "chunked")) {
      return chunks();
    }
    OptionalLong length = head.length();
    if (length.isEmpty()) {
      return fill(Long.MAX_VALUE, RawResponse.Ending.WHOLE);
    }
    RawResponse.Ending ending = fill(length.getAsLong(), RawResponse.Ending.CUT_SHORT);
    return ending == RawResponse.Ending.WHOLE ? end() : ending;
  }

  /** Returns what was read of the body so far. */
  byte[] bytes() {
    return body.toByteArray();
  }

  private RawResponse.Ending chunks() throws IOException {
    try {
      while (true) {
        String line = line(LONGEST_CHUNK_LINE);
        int semicolon = line.indexOf(';');
        String size = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
        int count = Integer.parseInt(size, 16);
        if (count == 0) {
          while (!line(LONGEST_CHUNK_LINE).isEmpty()) {
            // trailer fields mean nothing here
          }
          return end();
        }
        RawResponse.Ending ending = fill(count, RawResponse.Ending.CUT_SHORT);
        if (ending != RawResponse.Ending.WHOLE) {
          return ending;
        }
        if (!line(2).isEmpty()) {
          return RawResponse.Ending.CUT_SHORT;
        }
      }
    } catch (NumberFormatException noSize) {
      return RawResponse.Ending.CUT_SHORT;
    }
  }

  /** Reads a number of bytes, and returns {@code otherwise} if the stream ends before. */
  private RawResponse.Ending fill(long count, RawResponse.Ending otherwise) throws IOException {
    byte[] piece = new byte[8192];
    long left = count;
    while (left > 0) {
      int room = (int) Math.min(Math.min(left, piece.length), (long) limit - body.size() + 1);
      int got = stream.read(piece, 0, room);
      if (got < 0) {
        return otherwise;
      }
      body.write(piece, 0, got);
      left -= got;
      if (body.size() > limit) {
        return RawResponse.Ending.TOO_LONG;
      }
    }
    return RawResponse.Ending.WHOLE;
  }

  /** The server was asked to close the connection, so nothing may follow. */
  private RawResponse.Ending end() throws IOException {
    patience.shorten();
    try {
      return stream.read() < 0 ? RawResponse.Ending.WHOLE : RawResponse.Ending.SURPLUS;
    } catch (IOException nothingMore) {
      return RawResponse.Ending.WHOLE;
    }
  }

  private String line(int longest) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = stream.read(); b != '\n'; b = stream.read()) {
      if (b < 0) {
        throw new IOException("the connection was closed");
      }
      if (line.size() > longest) {
        throw new TooLongException("no end of a line after " + longest + " bytes");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
