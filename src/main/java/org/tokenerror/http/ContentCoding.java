package org.tokenerror.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Takes the content codings gzip and deflate off a body.
 *
 * <p>It does not fail: a stream that is broken or cut off gives what could be read of it, and other
 * codings, or bytes that are not what the field says, stay as they are. However small the input,
 * the output is bounded.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1">RFC 9110, section 8.4.1</a>
 */
final class ContentCoding {

  /** Bytes that may come out of a small input: enough for a padded error page. */
  private static final int SMALL_LIMIT = 64 * 1024;

  /** Bytes that may come out of any input. */
  private static final int LIMIT = 256 * 1024;

  private static final int LARGEST_RATIO = 16;
  private static final int MOST_CODINGS = 4;

  private ContentCoding() {}

  static byte[] decode(byte[] bytes, Headers headers) {
    // "listed in the order in which they were applied", so the last comes off first.
    List<String> codings = new ArrayList<>();
    headers.all("Content-Encoding").forEach(value -> codings.addAll(members(value)));
    Collections.reverse(codings);
    byte[] decoded = bytes;
    for (String coding : codings.subList(0, Math.min(codings.size(), MOST_CODINGS))) {
      if (coding.equalsIgnoreCase("deflate")) {
        decoded = inflate(decoded);
      } else {
        // Whatever the field says: no text starts with these bytes, and many servlets forget or
        // misspell it.
        decoded = gunzip(decoded);
      }
    }
    return gunzip(decoded);
  }

  private static List<String> members(String value) {
    List<String> members = new ArrayList<>();
    int start = 0;
    while (start <= value.length()) {
      int comma = value.indexOf(',', start);
      int end = comma < 0 ? value.length() : comma;
      members.add(Grammar.trim(value.substring(start, end)));
      start = end + 1;
    }
    return members;
  }

  private static byte[] gunzip(byte[] bytes) {
    boolean magic =
        bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
    if (!magic) {
      return bytes;
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (InputStream input = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      copy(input, output, limit(bytes));
    } catch (IOException broken) {
      return output.toByteArray();
    }
    return output.toByteArray();
  }

  /** Deflate is the zlib format, but some send the bare stream inside it. */
  private static byte[] inflate(byte[] bytes) {
    boolean zlib =
        bytes.length > 1
            && (bytes[0] & 0x0f) == 8
            && ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) % 31 == 0;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Inflater inflater = new Inflater(!zlib);
    try (InputStream input = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
      copy(input, output, limit(bytes));
    } catch (IOException broken) {
      return output.size() == 0 ? bytes : output.toByteArray();
    } finally {
      inflater.end();
    }
    return output.toByteArray();
  }

  private static int limit(byte[] bytes) {
    return (int) Math.min(LIMIT, Math.max(SMALL_LIMIT, (long) bytes.length * LARGEST_RATIO));
  }

  private static void copy(InputStream input, ByteArrayOutputStream output, int limit)
      throws IOException {
    byte[] chunk = new byte[4096];
    while (output.size() < limit) {
      int read = input.read(chunk, 0, Math.min(chunk.length, limit - output.size()));
      if (read < 0) {
        return;
      }
      output.write(chunk, 0, read);
    }
  }
}
