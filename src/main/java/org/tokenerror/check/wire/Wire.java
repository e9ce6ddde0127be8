package org.tokenerror.check.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/**
 * Sends requests to one server, each over a connection of its own, and never to another one.
 *
 * <p>A request that is not over in time is ended by closing its socket, so that neither a server
 * that stops reading nor one that writes a byte a second can hold it up.
 */
public final class Wire implements AutoCloseable {
  private static final int PATIENCE_FOR_CONTINUE_MILLISECONDS = 2_000;
  private static final int PATIENCE_FOR_CLOSE_MILLISECONDS = 300;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /** Tells that there is no connection to be had. */
  private static final class UnreachableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
      super(message);
    }
  }

  private final URI endpoint;
  private final WireOptions options;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "check-deadline");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Prepares for an endpoint; connects to nothing yet.
   *
   * @param endpoint an absolute http or https URI with a host
   * @param options the bounds
   */
  public Wire(URI endpoint, WireOptions options) {
    this.endpoint = endpoint;
    this.options = options;
  }

  /**
   * Sends a request and reads the answer.
   *
   * @param request the request; its target is sent as it is
   * @return the answer, or why there is none
   */
  public Reply send(RawRequest request) {
    AtomicBoolean late = new AtomicBoolean();
    try (Socket socket = new Socket()) {
      ScheduledFuture<?> end =
          watch.schedule(
              () -> {
                late.set(true);
                closeQuietly(socket);
              },
              options.deadline().toMillis(),
              TimeUnit.MILLISECONDS);
      try {
        connect(socket);
        return exchange(request, isSecure() ? secured(socket) : socket, late);
      } finally {
        end.cancel(false);
      }
    } catch (IOException e) {
      return silence(e, late.get());
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }

  private void connect(Socket socket) throws IOException {
    InetSocketAddress address =
        options
            .proxy()
            .map(proxy -> new InetSocketAddress(proxy.getHostString(), proxy.getPort()))
            .orElseGet(() -> new InetSocketAddress(host(), port()));
    if (address.isUnresolved()) {
      throw new UnreachableException("there is no host " + address.getHostString());
    }
    try {
      socket.connect(address, (int) options.connectTimeout().toMillis());
    } catch (IOException e) {
      String place = address.getHostString() + " port " + address.getPort();
      throw new UnreachableException("no connection to " + place + ": " + words(e));
    }
  }

  private Socket secured(Socket socket) throws IOException {
    if (options.proxy().isPresent()) {
      String place = named() + ":" + port();
      String request = "CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      ResponseReader reader = new ResponseReader(socket.getInputStream(), 0, () -> {});
      int status = reader.head().status();
      if (status != 200) {
        throw new UnreachableException("the proxy refuses with status " + status);
      }
    }
    return options.tls().wrap(socket, host(), port());
  }

  private Reply exchange(RawRequest request, Socket socket, AtomicBoolean late) throws IOException {
    boolean absolute = options.proxy().isPresent() && !isSecure();
    OutputStream out = socket.getOutputStream();
    out.write(request.head(authority(), absolute ? "http://" + authority() : ""));
    out.flush();
    ResponseReader reader =
        new ResponseReader(
            socket.getInputStream(),
            options.limit(),
            () -> socket.setSoTimeout(PATIENCE_FOR_CLOSE_MILLISECONDS));
    ResponseHead head;
    if (request.waitsForContinue()) {
      head = afterContinue(request, socket, reader);
    } else {
      write(out, request);
      head = reader.head();
    }
    while (head.isInterim()) {
      head = reader.head();
    }
    if (absolute && isOfProxy(head)) {
      throw new UnreachableException("the proxy refuses with status " + head.status());
    }
    RawResponse.Ending ending = reader.body(head, request.isHead());
    if (ending == RawResponse.Ending.CUT_SHORT && late.get()) {
      ending = RawResponse.Ending.TOO_SLOW;
    }
    return new RawResponse(
        head.statusLine(), head.status(), head.headers(), reader.bytes(), ending);
  }

  /** Only a proxy says 407, and a gateway's failure without JSON is hardly the endpoint's. */
  private static boolean isOfProxy(ResponseHead head) {
    boolean json =
        head.headers()
            .first("Content-Type")
            .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
            .isPresent();
    return head.status() == 407 || (!json && head.status() >= 502 && head.status() <= 504);
  }

  private static ResponseHead afterContinue(
      RawRequest request, Socket socket, ResponseReader reader) throws IOException {
    socket.setSoTimeout(PATIENCE_FOR_CONTINUE_MILLISECONDS);
    boolean spoke = reader.hasSpoken();
    socket.setSoTimeout(0);
    Optional<ResponseHead> early = spoke ? Optional.of(reader.head()) : Optional.empty();
    if (early.isPresent() && !early.get().isInterim()) {
      return early.get();
    }
    write(socket.getOutputStream(), request);
    return reader.head();
  }

  /** A server may answer, and close, before it has read a large body: its answer counts. */
  private static void write(OutputStream out, RawRequest request) {
    try {
      out.write(request.content());
      out.flush();
    } catch (IOException answered) {
      // reading will tell
    }
  }

  private static Silence silence(IOException failure, boolean late) {
    if (failure instanceof UnreachableException) {
      return new Silence(Silence.Reason.UNREACHABLE, words(failure));
    }
    if (late) {
      return new Silence(Silence.Reason.TOO_SLOW, "no answer in time");
    }
    if (failure instanceof SSLException) {
      return new Silence(Silence.Reason.TLS, "no TLS connection: " + words(failure));
    }
    if (failure instanceof ResponseReader.TooLongException) {
      return new Silence(Silence.Reason.TOO_LONG, words(failure));
    }
    if (failure instanceof ResponseReader.NotHttpException) {
      return new Silence(Silence.Reason.NOT_HTTP, words(failure));
    }
    return new Silence(Silence.Reason.CLOSED, "the connection was closed without an answer");
  }

  private static String words(IOException failure) {
    return Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException closedAnyway) {
      // there is nobody left to tell
    }
  }

  private boolean isSecure() {
    return "https".equalsIgnoreCase(endpoint.getScheme());
  }

  /** Java knows no host with an underscore, but there are some. */
  private String named() {
    return Optional.ofNullable(endpoint.getHost())
        .orElseGet(() -> endpoint.getRawAuthority().replaceAll(":\\d*$", ""));
  }

  private String host() {
    String host = named();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private int port() {
    String authority = endpoint.getRawAuthority();
    if (authority.matches(".*:\\d{1,5}")) {
      return Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1));
    }
    return isSecure() ? HTTPS_PORT : HTTP_PORT;
  }

  private String authority() {
    return endpoint.getRawAuthority();
  }
}
