package org.tokenerror.retrofit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenerror.retrofit.zip.Bytes;

/**
 * Holds the text of a descriptor together with its encoding, so that it can be written back.
 *
 * <p>A byte order mark stays part of the bytes and is none of the text.
 *
 * @param mark the byte order mark, often empty
 * @param charset the encoding of the rest
 * @param text the rest
 * @param isReversible whether encoding gives back the bytes that were decoded
 */
record XmlText(Bytes mark, Charset charset, String text, boolean isReversible) {
  private static final Pattern ENCODING =
      Pattern.compile(
          "\\A<\\?xml[^>]{0,100}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._-]{1,40})[\"']");
  private static final int DECLARATION_LENGTH = 200;

  /** Decodes by byte order mark, else by declaration, else as UTF-8. */
  static XmlText of(byte[] bytes) throws XmlException {
    byte[] mark = mark(bytes);
    byte[] rest = Arrays.copyOfRange(bytes, mark.length, bytes.length);
    Charset charset = charset(mark, rest);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(rest)).toString();
      boolean reversible = Arrays.equals(text.getBytes(charset), rest);
      return new XmlText(Bytes.of(mark), charset, text, reversible);
    } catch (CharacterCodingException e) {
      throw new XmlException("it is not " + charset.name() + ", the encoding it claims");
    }
  }

  private static byte[] mark(byte[] bytes) {
    int length =
        startsWith(bytes, 0xef, 0xbb, 0xbf)
            ? 3
            : startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0xff, 0xfe) ? 2 : 0;
    return Arrays.copyOf(bytes, length);
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset charset(byte[] mark, byte[] rest) throws XmlException {
    if (mark.length == 2) {
      return mark[0] == (byte) 0xfe ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    if (startsWith(rest, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    if (startsWith(rest, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    int length = Math.min(rest.length, DECLARATION_LENGTH);
    Matcher matcher = ENCODING.matcher(new String(rest, 0, length, StandardCharsets.ISO_8859_1));
    if (mark.length == 3 || !matcher.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(matcher.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new XmlException("its encoding " + matcher.group(1) + " is unknown here");
    }
  }

  /** Returns the bytes of another text in the same encoding. */
  byte[] encode(String changed) {
    byte[] rest = changed.getBytes(charset);
    byte[] bytes = Arrays.copyOf(mark.toArray(), mark.length() + rest.length);
    System.arraycopy(rest, 0, bytes, mark.length(), rest.length);
    return bytes;
  }
}
