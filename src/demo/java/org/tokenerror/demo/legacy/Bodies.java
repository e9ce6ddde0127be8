package org.tokenerror.demo.legacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * Writes bodies and quotes text for them.
 *
 * <p>It never sets a status: when that happens is what the styles differ in.
 */
final class Bodies {

  private static final int MEBIBYTE = 1 << 20;
  private static final int MOST_MEGABYTES = 2048;

  private Bodies() {}

  /** Writes text through the writer, the way most servlets do. */
  static void write(HttpServletResponse response, String contentType, String body)
      throws IOException {
    response.setContentType(contentType + ";charset=UTF-8");
    response.getWriter().write(body);
  }

  /** Writes bytes through the output stream and declares their number. */
  static void send(HttpServletResponse response, String contentType, byte[] body)
      throws IOException {
    response.setContentType(contentType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Streams the padding that the parameter {@code megabytes} asks for (8 unless told). */
  static void pad(HttpServletRequest request, OutputStream out) throws IOException {
    byte[] chunk = new byte[MEBIBYTE / 16];
    Arrays.fill(chunk, (byte) 'x');
    for (long left = megabytes(request) * 16L; left > 0; left--) {
      out.write(chunk);
    }
  }

  private static int megabytes(HttpServletRequest request) {
    String asked = request.getParameter("megabytes");
    try {
      return asked == null ? 8 : Math.max(0, Math.min(MOST_MEGABYTES, Integer.parseInt(asked)));
    } catch (NumberFormatException e) {
      return 8;
    }
  }

  /** Makes an HTML page of a title and a paragraph. */
  static String page(String title, String paragraph) {
    return "<!DOCTYPE html>\n<html><head><title>"
        + html(title)
        + "</title></head>\n<body><h1>"
        + html(title)
        + "</h1><p>"
        + html(paragraph)
        + "</p></body></html>\n";
  }

  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Quotes a JSON string; everything outside printable ASCII leaves as an escape. */
  static String json(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        quoted.append(c);
      } else {
        quoted.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          quoted.append(Character.forDigit((c >> shift) & 0xf, 16));
        }
      }
    }
    return quoted.append('"').toString();
  }
}
