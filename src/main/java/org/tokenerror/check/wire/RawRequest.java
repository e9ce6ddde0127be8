package org.tokenerror.check.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tokenerror.http.Headers;

/**
 * Holds a request as it goes over the wire, legal or not.
 *
 * <p>It checks nothing: to send what a well-behaved client refuses to send is what it is for.
 * {@code Host} and {@code Connection} are not among its fields, since the connection knows them.
 */
public final class RawRequest {
  /** Says how the end of the body is told. */
  public enum Framing {
    /** There is no body, and no field about one. */
    NONE,
    /** By {@code Content-Length}. */
    LENGTH,
    /** By chunks. */
    CHUNKED,
    /** By {@code Content-Length}, the body being sent only after the server said 100. */
    EXPECT_CONTINUE
  }

  private static final int CHUNK = 7;

  private final String method;
  private final String target;
  private final Headers headers;
  private final byte[] body;
  private final Framing framing;

  /**
   * Keeps the parts of a request.
   *
   * @param method the method, any token
   * @param target path and query as they stand in the request line
   * @param headers the fields besides {@code Host}, {@code Connection} and those of the framing
   * @param body the body
   * @param framing how its end is told
   */
  public RawRequest(String method, String target, Headers headers, byte[] body, Framing framing) {
    this.method = method;
    this.target = target;
    this.headers = headers;
    this.body = body.clone();
    this.framing = framing;
  }

  /**
   * Returns the method.
   *
   * @return the method as it is sent
   */
  public String method() {
    return method;
  }

  /**
   * Returns path and query.
   *
   * @return the request target as it is sent
   */
  public String target() {
    return target;
  }

  /**
   * Returns the fields, those of the framing included.
   *
   * @return the fields in the order in which they are sent
   */
  public Headers headers() {
    Headers all = headers;
    if (framing == Framing.CHUNKED) {
      return all.plus("Transfer-Encoding", "chunked");
    }
    if (framing != Framing.NONE) {
      all = all.plus("Content-Length", Integer.toString(body.length));
    }
    return framing == Framing.EXPECT_CONTINUE ? all.plus("Expect", "100-continue") : all;
  }

  /**
   * Returns the body before it is cut into chunks.
   *
   * @return a copy
   */
  public byte[] body() {
    return body.clone();
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  boolean waitsForContinue() {
    return framing == Framing.EXPECT_CONTINUE;
  }

  /**
   * Writes request line and fields; the target is prefixed where a proxy has to know the origin.
   */
  byte[] head(String host, String prefix) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(prefix).append(target).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\nConnection: close\r\n");
    for (Headers.Field field : headers().fields()) {
      head.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the body as it is sent. */
  byte[] content() {
    if (framing == Framing.NONE) {
      return new byte[0];
    }
    if (framing != Framing.CHUNKED) {
      return body.clone();
    }
    StringBuilder chunks = new StringBuilder();
    for (int at = 0; at < body.length; at += CHUNK) {
      byte[] piece = Arrays.copyOfRange(body, at, Math.min(at + CHUNK, body.length));
      chunks.append(Integer.toHexString(piece.length)).append("\r\n");
      chunks.append(new String(piece, StandardCharsets.ISO_8859_1)).append("\r\n");
    }
    return chunks.append("0\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return method + " " + headers();
  }
}
