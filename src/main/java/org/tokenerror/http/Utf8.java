package org.tokenerror.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells valid UTF-8 from other bytes; it does not guess what those may be. */
final class Utf8 {

  private Utf8() {}

  /** Decodes bytes, or returns empty if they are not valid. */
  static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException invalid) {
      return Optional.empty();
    }
  }

  static boolean isValid(byte[] bytes) {
    return isAscii(bytes) || decode(bytes).isPresent();
  }

  /**
   * Tells whether bytes are the beginning of a valid text, which may be cut off inside a character.
   */
  static boolean isValidSoFar(byte[] bytes) {
    if (isAscii(bytes)) {
      return true;
    }
    CharBuffer output = CharBuffer.allocate(bytes.length);
    return !StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes), output, false)
        .isError();
  }

  /** Most bodies are nothing else, and then nothing needs to be decoded to know it. */
  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  static boolean startsWithMark(byte[] bytes) {
    return bytes.length > 2
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }
}
