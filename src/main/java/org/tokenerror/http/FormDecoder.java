package org.tokenerror.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Decodes one name or value of an encoded form: {@code +} and percent sequences of UTF-8.
 *
 * <p>It does not fail: a broken percent sequence stays as it is, a broken UTF-8 sequence becomes
 * U+FFFD, and {@link #malformed} says that there was one.
 *
 * @param text the decoded text
 * @param malformed whether something was broken
 */
record FormDecoder(String text, boolean malformed) {

  static FormDecoder decode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return new FormDecoder(encoded.replace('+', ' '), false);
    }
    byte[] input = encoded.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream output = new ByteArrayOutputStream(input.length);
    boolean malformed = false;
    for (int i = 0; i < input.length; i++) {
      if (input[i] == '%') {
        int high = hexDigit(input, i + 1);
        int low = hexDigit(input, i + 2);
        if (high >= 0 && low >= 0) {
          output.write(high << 4 | low);
          i += 2;
        } else {
          malformed = true;
          output.write('%');
        }
      } else {
        output.write(input[i] == '+' ? ' ' : input[i]);
      }
    }
    byte[] bytes = output.toByteArray();
    return new FormDecoder(
        new String(bytes, StandardCharsets.UTF_8), malformed || !Utf8.isValid(bytes));
  }

  private static int hexDigit(byte[] input, int index) {
    return index < input.length ? Character.digit((char) (input[index] & 0xff), 16) : -1;
  }
}
