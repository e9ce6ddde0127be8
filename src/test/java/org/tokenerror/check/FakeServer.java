package org.tokenerror.check;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tokenerror.http.Headers;

/**
 * Answers each connection by a script, over plain sockets, so that it can misbehave in every way.
 */
public final class FakeServer implements AutoCloseable {
  /** Holds a request as it came. */
  public record Request(String method, String target, Headers headers, String body) {
    /** Returns everything in it. */
    public String text() {
      StringBuilder text = new StringBuilder(method + " " + target + "\n");
      headers.fields().forEach(field -> text.append(field.name() + ": " + field.value() + "\n"));
      return text + "\n" + body;
    }
  }

  /** Writes an answer, or whatever it likes. */
  public interface Script {
    void answer(Request request, OutputStream out) throws IOException;
  }

  private final ServerSocket server;
  private final Script script;
  private final String scheme;
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "fake-server");
            thread.setDaemon(true);
            return thread;
          });

  public FakeServer(Script script) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", script);
  }

  public FakeServer(ServerSocket server, String scheme, Script script) {
    this.server = server;
    this.scheme = scheme;
    this.script = script;
    threads.execute(this::listen);
  }

  /** Returns a server that sends the same bytes to everybody. */
  public static FakeServer saying(String answer) throws IOException {
    return new FakeServer(
        (request, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  public URI uri() {
    return URI.create(scheme + "://localhost:" + port() + "/token");
  }

  public int port() {
    return server.getLocalPort();
  }

  public List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  private void listen() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the end of the test
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Request request = read(in, socket.getOutputStream());
      requests.add(request);
      script.answer(request, socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (IOException gone) {
      // the client has had enough
    }
  }

  private static Request read(InputStream in, OutputStream out) throws IOException {
    String[] first = line(in).split(" ", 3);
    Headers.Builder builder = Headers.builder();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      builder.add(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    Headers headers = builder.build();
    if (headers.contains("Expect")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    StringBuilder body = new StringBuilder();
    if (headers.contains("Transfer-Encoding")) {
      for (int size = Integer.parseInt(line(in), 16); size > 0; ) {
        body.append(new String(in.readNBytes(size), StandardCharsets.ISO_8859_1));
        line(in);
        size = Integer.parseInt(line(in), 16);
      }
    } else {
      int length = headers.first("Content-Length").map(Integer::parseInt).orElse(0);
      body.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }
    return new Request(first[0], first[1], headers, body.toString());
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("closed");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    server.close();
    synchronized (sockets) {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    threads.shutdownNow();
  }
}
