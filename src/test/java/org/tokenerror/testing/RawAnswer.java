package org.tokenerror.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Holds an answer as it came over the wire, the chunks of its body joined. */
public final class RawAnswer {
  private final String statusLine;
  private final List<String> headerLines;
  private final byte[] body;
  private final boolean whole;
  private final List<String> trailerLines;

  private RawAnswer(String statusLine, List<String> headerLines, byte[] body, boolean whole) {
    this(statusLine, headerLines, body, whole, List.of());
  }

  private RawAnswer(
      String statusLine,
      List<String> headerLines,
      byte[] body,
      boolean whole,
      List<String> trailerLines) {
    this.statusLine = statusLine;
    this.headerLines = List.copyOf(headerLines);
    this.body = body;
    this.whole = whole;
    this.trailerLines = trailerLines;
  }

  static RawAnswer parse(byte[] raw) {
    String text = new String(raw, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new RawAnswer(text, List.of(), new byte[0], false);
    }
    List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\r\n", -1)));
    String statusLine = lines.remove(0);
    byte[] rest = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    RawAnswer framed = new RawAnswer(statusLine, List.copyOf(lines), rest, true);
    if (framed.header("Transfer-Encoding").isPresent()) {
      return framed.dechunked();
    }
    int announced = framed.header("Content-Length").map(Integer::parseInt).orElse(rest.length);
    return new RawAnswer(statusLine, framed.headerLines, rest, announced == rest.length);
  }

  private RawAnswer dechunked() {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    int at = 0;
    while (at < body.length) {
      int lineEnd = at;
      while (lineEnd < body.length && body[lineEnd] != '\r') {
        lineEnd++;
      }
      String size = new String(body, at, lineEnd - at, StandardCharsets.ISO_8859_1);
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        String rest = new String(body, lineEnd, body.length - lineEnd, StandardCharsets.ISO_8859_1);
        List<String> trailers = rest.lines().filter(line -> !line.isEmpty()).toList();
        return new RawAnswer(statusLine, headerLines, joined.toByteArray(), true, trailers);
      }
      int start = Math.min(lineEnd + 2, body.length);
      joined.write(body, start, Math.min(length, body.length - start));
      at = start + length + 2;
    }
    return new RawAnswer(statusLine, headerLines, joined.toByteArray(), false);
  }

  /** The first line, e.g. {@code HTTP/1.1 401}. */
  public String statusLine() {
    return statusLine;
  }

  /** The header lines in the order of arrival. */
  public List<String> headerLines() {
    return headerLines;
  }

  /** The lines after a body in chunks. */
  public List<String> trailerLines() {
    return trailerLines;
  }

  public byte[] body() {
    return body.clone();
  }

  /** Tells whether the body ended as its framing said. */
  public boolean whole() {
    return whole;
  }

  /** The status code, 0 when there was no answer. */
  public int status() {
    String[] parts = statusLine.split(" ", 3);
    return parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public List<String> headers(String name) {
    String prefix = RawHttp.lower(name) + ":";
    return headerLines.stream()
        .filter(line -> RawHttp.lower(line).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).trim())
        .toList();
  }

  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  /** The same answer as if it had not been compressed. */
  public RawAnswer uncompressed() throws IOException {
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    List<String> lines = new ArrayList<>(headerLines);
    lines.removeIf(
        line -> RawHttp.lower(line).matches("(content-(encoding|length)|transfer-enc).*"));
    lines.add("Content-Length: " + plain.length);
    return new RawAnswer(statusLine, lines, plain, whole);
  }

  /** The same answer with every token, and the seconds it has left, replaced by a star. */
  public RawAnswer withoutTokens() {
    String masked =
        new String(body, StandardCharsets.ISO_8859_1)
            .replaceAll("(\"\\w+_token\":\")[^\"]*", "$1*")
            .replaceAll("(\"expires_in\":)\\d+", "$1*");
    return new RawAnswer(
        statusLine, headerLines, masked.getBytes(StandardCharsets.ISO_8859_1), whole);
  }

  /** Header lines without those that differ from one moment to the next. */
  public List<String> stableHeaderLines() {
    return headerLines.stream()
        .filter(line -> !RawHttp.lower(line).startsWith("date:"))
        .filter(line -> !RawHttp.lower(line).startsWith("keep-alive:"))
        .toList();
  }

  /**
   * The same answer without the path that some containers' error pages show, so that pages of two
   * paths can be compared; the Content-Length is less by what was taken out.
   */
  public RawAnswer without(String path) {
    String latin = new String(body, StandardCharsets.ISO_8859_1);
    byte[] rest = latin.replace(path, "").getBytes(StandardCharsets.ISO_8859_1);
    String announced = "Content-Length: ";
    List<String> lines =
        headerLines.stream()
            .map(line -> line.equals(announced + body.length) ? announced + rest.length : line)
            .toList();
    return new RawAnswer(statusLine, lines, rest, whole);
  }

  @Override
  public String toString() {
    return statusLine + "\n" + String.join("\n", headerLines) + "\n\n" + text();
  }
}
