package org.tokenerror.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request after the other over one connection, and reads the answers without keeping
 * them.
 *
 * <p>It opens another connection when the server has closed this one.
 */
final class LoadClient implements AutoCloseable {
  private static final int BUFFER = 64 << 10;

  private final int port;
  private @Nullable Socket socket;
  private @Nullable InputStream input;
  private boolean serverCloses;
  private long firstByte;

  /** Holds what one connection had: requests, and how long their first bytes took altogether. */
  record Tally(long requests, long firstByteNanoseconds) {}

  LoadClient(int port) {
    this.port = port;
  }

  /** Sends one token request after the other until a point in time. */
  static Tally load(int port, String order, int status, long end) throws IOException {
    byte[] request = tokenRequest("/token", order);
    long requests = 0;
    long firstBytes = 0;
    try (LoadClient client = new LoadClient(port)) {
      while (System.nanoTime() < end) {
        long start = System.nanoTime();
        client.exchange(request, status);
        firstBytes += client.firstByte - start;
        requests++;
      }
    }
    return new Tally(requests, firstBytes);
  }

  /** Makes a token request that asks the {@link SizedServlet} for something. */
  static byte[] tokenRequest(String target, String order) {
    String form = "grant_type=client_credentials&scope=read";
    return ("POST "
            + target
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
            + "Authorization: Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + (form.length() + "\r\n" + SizedServlet.ORDER + ": " + order + "\r\n\r\n" + form))
        .getBytes(US_ASCII);
  }

  /** Sends a request and returns how many bytes its answer's body had. */
  long exchange(byte[] request, int expectedStatus) throws IOException {
    if (socket == null) {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      input = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }
    socket.getOutputStream().write(request);
    String statusLine = line();
    firstByte = System.nanoTime();
    if (!statusLine.startsWith("HTTP/1.1 " + expectedStatus)) {
      throw new IOException("expected " + expectedStatus + ", got " + statusLine);
    }
    long read = skipBody(lengthOfBody());
    if (serverCloses) {
      close();
    }
    return read;
  }

  /** Asks for a number. */
  static long number(int port, String path) throws IOException {
    try (LoadClient client = new LoadClient(port)) {
      client.socket = new Socket(InetAddress.getLoopbackAddress(), port);
      client.input = client.socket.getInputStream();
      client
          .socket
          .getOutputStream()
          .write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(US_ASCII));
      client.line();
      int length = (int) client.lengthOfBody();
      return Long.parseLong(new String(client.input.readNBytes(length), US_ASCII));
    }
  }

  /** Reads the header fields; returns the length of the body, negative when it is chunked. */
  private long lengthOfBody() throws IOException {
    long length = -1;
    serverCloses = false;
    for (String field = line(); !field.isEmpty(); field = line()) {
      String lower = field.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length: ")) {
        length = Long.parseLong(lower.substring("content-length: ".length()));
      }
      serverCloses |= lower.equals("connection: close");
    }
    return length;
  }

  private long skipBody(long length) throws IOException {
    if (length >= 0) {
      input.skipNBytes(length);
      return length;
    }
    long all = 0;
    for (int chunk = chunkSize(); chunk > 0; chunk = chunkSize()) {
      input.skipNBytes(chunk + 2L);
      all += chunk;
    }
    line();
    return all;
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = input.read(); c != '\n'; c = input.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
