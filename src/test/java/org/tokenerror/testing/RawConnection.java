package org.tokenerror.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps one connection open, to send several requests, to read slowly, or to go away midway. */
public final class RawConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLISECONDS = 60_000;

  /** Small, so that a server cannot hand over much that nobody reads. */
  private static final int RECEIVE_BUFFER = 16 * 1024;

  private final Socket socket = new Socket();
  private final InputStream stream;

  public RawConnection(int port) throws IOException {
    socket.setReceiveBufferSize(RECEIVE_BUFFER);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(TIMEOUT_MILLISECONDS);
    stream = new BufferedInputStream(socket.getInputStream(), 1024);
  }

  /** Sends a request that asks for no more than its header lines do. */
  public void send(String method, String target, List<String> headerLines, byte[] body)
      throws IOException {
    String host = "Host: 127.0.0.1:" + socket.getPort();
    socket.getOutputStream().write(RawHttp.head(method, target, host, headerLines, body.length));
    socket.getOutputStream().write(body);
    socket.getOutputStream().flush();
  }

  /** Reads one answer as its framing says, and not a byte more. */
  public RawAnswer receive() throws IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    while (!ends(raw, "\r\n\r\n")) {
      raw.write(next());
    }
    RawAnswer head = RawAnswer.parse(raw.toByteArray());
    if (head.header("Transfer-Encoding").isPresent()) {
      readChunks(raw);
    } else {
      for (int left = head.header("Content-Length").map(Integer::parseInt).orElse(0); left > 0; ) {
        raw.write(next());
        left--;
      }
    }
    return RawAnswer.parse(raw.toByteArray());
  }

  private void readChunks(ByteArrayOutputStream raw) throws IOException {
    int size;
    do {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      while (!ends(line, "\r\n")) {
        line.write(next());
      }
      line.writeTo(raw);
      size = Integer.parseInt(line.toString(StandardCharsets.US_ASCII).trim(), 16);
      for (int left = size + 2; left > 0; left--) {
        raw.write(next());
      }
    } while (size > 0);
  }

  /** Reads the beginning of what comes. */
  public String receive(int length) throws IOException {
    byte[] bytes = stream.readNBytes(length);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Counts what comes until the server closes. */
  public long drain() throws IOException {
    return stream.transferTo(OutputStream.nullOutputStream());
  }

  /** Goes away without a word, as a client does that crashed. */
  public void abort() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private int next() throws IOException {
    int value = stream.read();
    if (value < 0) {
      throw new EOFException("the server closed the connection");
    }
    return value;
  }

  /** Only heads and lines are looked at like this, so that it need not be fast. */
  private static boolean ends(ByteArrayOutputStream bytes, String end) {
    return bytes.toString(StandardCharsets.ISO_8859_1).endsWith(end);
  }
}
