package org.tokenerror.demo.legacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Exchanges one HTTP message for the bytes of its answer over a socket of its own.
 *
 * <p>It parses nothing, reads at most {@link #LIMIT} bytes and waits at most five seconds; what has
 * arrived by then is the answer.
 *
 * @param address the address literal to connect to
 * @param port the port to connect to
 */
record RawExchange(String address, int port) {

  /** Bounds the answer, in bytes. */
  static final int LIMIT = 64 * 1024;

  private static final int CONNECT_MILLIS = 2000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Sends the message and returns the answer, one character per byte (ISO-8859-1). */
  String send(String message) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), CONNECT_MILLIS);
      socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return read(socket);
    }
  }

  private static String read(Socket socket) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] chunk = new byte[4096];
    while (answer.size() < LIMIT) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        break;
      }
      socket.setSoTimeout((int) left);
      int length;
      try {
        length = in.read(chunk, 0, Math.min(chunk.length, LIMIT - answer.size()));
      } catch (SocketTimeoutException e) {
        break;
      }
      if (length < 0) {
        break;
      }
      answer.write(chunk, 0, length);
    }
    return answer.toString(StandardCharsets.ISO_8859_1);
  }
}
