package org.tokenerror.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the bytes of a body into text as a patient reader would, whatever the header fields claim.
 *
 * <p>It does not fail and does not judge; that a body should have been UTF-8 is told by {@link
 * #isUtf8}. The time and the memory it takes are bounded, even for a small body that inflates to a
 * large one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-8.1">RFC 8259, section 8.1</a>
 */
public final class BodyText {

  /** What is declared by default or by mistake: text that is valid UTF-8 is UTF-8 all the same. */
  private static final Set<Charset> UNRELIABLE =
      Set.of(
          StandardCharsets.US_ASCII,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE);

  private BodyText() {}

  /**
   * Decodes a body as text.
   *
   * <p>The codings gzip and deflate come off first. Then a byte order mark decides, then the zero
   * bytes that give UTF-16 away, then the {@code charset} parameter; but a body that is valid UTF-8
   * is not taken for ISO-8859-1, which containers declare unasked. The rest is UTF-8 where valid,
   * else ISO-8859-1.
   *
   * @param bytes the body as it was written, or the beginning of it
   * @param headers the header fields of the same message
   * @return the text; a byte order mark stays in it as U+FEFF, so that readers can notice it (A19)
   */
  public static String decode(byte[] bytes, Headers headers) {
    byte[] plain = ContentCoding.decode(bytes, headers);
    return new String(plain, charset(plain, headers));
  }

  /**
   * Tells whether a body is UTF-8 without byte order mark (A18, A19), its content coding taken off.
   *
   * @param bytes the whole body as it was written
   * @param headers the header fields of the same message
   * @return true if it is, as JSON must be; false also if it has zero bytes, since that is UTF-16
   *     or no text
   */
  public static boolean isUtf8(byte[] bytes, Headers headers) {
    byte[] plain = ContentCoding.decode(bytes, headers);
    return Utf8.isValid(plain) && !hasZero(plain) && !Utf8.startsWithMark(plain);
  }

  private static Charset charset(byte[] bytes, Headers headers) {
    Optional<Charset> evident = byByteOrderMark(bytes).or(() -> byZeroBytes(bytes));
    if (evident.isPresent()) {
      return evident.get();
    }
    Optional<Charset> declared =
        headers
            .first("Content-Type")
            .flatMap(MediaType::parse)
            .flatMap(MediaType::charset)
            .flatMap(BodyText::named);
    boolean reliable = declared.filter(charset -> !UNRELIABLE.contains(charset)).isPresent();
    if (!reliable && Utf8.isValidSoFar(bytes) && !hasZero(bytes)) {
      return StandardCharsets.UTF_8;
    }
    return declared
        .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
        .filter(charset -> !charset.equals(StandardCharsets.US_ASCII))
        .orElse(StandardCharsets.ISO_8859_1);
  }

  private static Optional<Charset> byByteOrderMark(byte[] bytes) {
    if (Utf8.startsWithMark(bytes)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (bytes.length > 1 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (bytes.length > 1 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return Optional.empty();
  }

  /** Two ASCII characters in front, as every JSON, XML and form text has them, show their width. */
  private static Optional<Charset> byZeroBytes(byte[] bytes) {
    if (bytes.length < 4) {
      return Optional.empty();
    }
    if (bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return Optional.empty();
  }

  private static Optional<Charset> named(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static boolean hasZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }
}
