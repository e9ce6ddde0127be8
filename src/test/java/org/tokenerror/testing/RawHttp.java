package org.tokenerror.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Sends one HTTP/1.1 request over a plain socket and returns the answer as it came. */
public final class RawHttp {
  private static final int TIMEOUT_MILLISECONDS = 30_000;

  private final int port;

  public RawHttp(int port) {
    this.port = port;
  }

  /** Opens a connection that stays open. */
  public RawConnection connect() throws IOException {
    return new RawConnection(port);
  }

  /** Sends a request head and body exactly as given; {@code Connection: close} is added. */
  public RawAnswer send(String method, String target, List<String> headerLines, byte[] body)
      throws IOException {
    String host = "Host: 127.0.0.1:" + port + "\r\nConnection: close";
    return exchange(head(method, target, host, headerLines, body.length), body);
  }

  static byte[] head(
      String method, String target, String host, List<String> headerLines, int length) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    head.append(host).append("\r\n");
    headerLines.forEach(line -> head.append(line).append("\r\n"));
    if (length > 0 || method.equals("POST")) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    head.append("\r\n");
    return head.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Posts a form. */
  public RawAnswer post(String target, List<String> headerLines, String form) throws IOException {
    List<String> lines = new ArrayList<>(headerLines);
    lines.add("Content-Type: application/x-www-form-urlencoded");
    return send("POST", target, lines, form.getBytes(StandardCharsets.UTF_8));
  }

  private RawAnswer exchange(byte[] head, byte[] body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLISECONDS);
      socket.getOutputStream().write(head);
      try {
        socket.getOutputStream().write(body);
      } catch (IOException e) {
        // the server may answer and close before it has read a large body
      }
      socket.getOutputStream().flush();
      return RawAnswer.parse(readAll(socket.getInputStream()));
    }
  }

  private static byte[] readAll(InputStream stream) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    try {
      for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
        all.write(piece, 0, count);
      }
    } catch (SocketTimeoutException e) {
      throw new IOException(
          "no end of the answer within " + TIMEOUT_MILLISECONDS + " ms, so far: " + all, e);
    } catch (IOException reset) {
      // a reset after the answer: what came counts
    }
    return all.toByteArray();
  }

  /** Encodes user name and password for the Basic scheme. */
  public static String basic(String user, String password) {
    return "Authorization: Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
