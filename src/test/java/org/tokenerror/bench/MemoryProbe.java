package org.tokenerror.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.tokenerror.TokenErrorFilter;
import org.tokenerror.TokenErrorSettings;
import org.tokenerror.testing.EmbeddedTomcat;

/**
 * Prints how much memory the filter takes for a request, with successes and failures of different
 * sizes, in a real Tomcat.
 *
 * <p>Allocation is what the container's thread allocated while it ran the filters and the servlet;
 * the bare figure is the same without the filter.
 */
public final class MemoryProbe {
  private static final int KILOBYTE = 1 << 10;
  private static final int MEGABYTE = 1 << 20;
  private static final int ROUNDS = 400;

  /** Says how to answer, {@code succeed} or {@code fail}, and with how many bytes. */
  private static final String ORDER = "X-Order";

  private static final byte[] PIECE = new byte[8 * KILOBYTE];

  static {
    Arrays.fill(PIECE, (byte) 'x');
  }

  private final int port;
  private final BlockingQueue<Long> allocated;
  private final PrintStream out;

  private MemoryProbe(int port, BlockingQueue<Long> allocated, PrintStream out) {
    this.port = port;
    this.allocated = allocated;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    Meter meter = new Meter();
    try (EmbeddedTomcat tomcat =
        new EmbeddedTomcat()
            .servlet("sized", new SizedServlet(), "/bare", "/token")
            .filter("meter", meter, "/*")
            .filter("ours", new TokenErrorFilter(TokenErrorSettings.defaults()), "/*")
            .start()) {
      new MemoryProbe(tomcat.port(), meter.readings, System.out).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    out.printf(Locale.ROOT, "maximum heap %d MB%n", Runtime.getRuntime().maxMemory() / MEGABYTE);
    out.println("bytes allocated per request (median)    bare   filter   more");
    row("success of 1 kB", "succeed " + KILOBYTE);
    row("success of 64 kB", "succeed " + 64 * KILOBYTE);
    row("success of 10 MB", "succeed " + 10 * MEGABYTE);
    row("failure of 1 kB", "fail " + KILOBYTE);
    long start = System.nanoTime();
    String answer = post("/token", "fail " + (1 << 30));
    out.printf(
        Locale.ROOT,
        "failure of 1 GB: %s, %d bytes allocated, %d ms%n",
        answer,
        allocated.take(),
        (System.nanoTime() - start) / 1_000_000);
  }

  private void row(String name, String order) throws IOException, InterruptedException {
    long bare = median("/bare", order);
    long filtered = median("/token", order);
    out.printf(Locale.ROOT, "%-36s %7d  %7d  %5d%n", name, bare, filtered, filtered - bare);
  }

  private long median(String path, String order) throws IOException, InterruptedException {
    int rounds = order.endsWith(" " + 10 * MEGABYTE) ? ROUNDS / 10 : ROUNDS;
    for (int i = 0; i < rounds; i++) {
      post(path, order);
      allocated.take();
    }
    long[] readings = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      post(path, order);
      readings[i] = allocated.take();
    }
    Arrays.sort(readings);
    return readings[rounds / 2];
  }

  /** Posts, reads the answer without keeping it, and returns its status and length. */
  private String post(String path, String order) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty(ORDER, order);
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    connection.getOutputStream().write("grant_type=client_credentials".getBytes(US_ASCII));
    int status = connection.getResponseCode();
    try (InputStream body =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return status + " with " + body.transferTo(OutputStream.nullOutputStream()) + " bytes";
    }
  }

  /** Reads how much the thread allocated in the rest of the chain. */
  private static final class Meter implements Filter {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final BlockingQueue<Long> readings = new LinkedBlockingQueue<>();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      long before = threads.getCurrentThreadAllocatedBytes();
      chain.doFilter(request, response);
      readings.add(threads.getCurrentThreadAllocatedBytes() - before);
    }
  }

  /** Answers as the header field {@link #ORDER} asks for. */
  private static final class SizedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final byte[] TOKEN =
        "{\"access_token\":\"abc\",\"token_type\":\"Bearer\",\"padding\":\"".getBytes(US_ASCII);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String[] order = request.getHeader(ORDER).split(" ", 2);
      boolean fails = order[0].equals("fail");
      response.setStatus(fails ? 400 : 200);
      response.setContentType(fails ? "text/plain" : "application/json");
      OutputStream body = response.getOutputStream();
      if (!fails) {
        body.write(TOKEN);
      }
      for (long left = Long.parseLong(order[1]); left > 0; ) {
        int size = (int) Math.min(left, PIECE.length);
        body.write(PIECE, 0, size);
        left -= size;
      }
      if (!fails) {
        body.write("\"}".getBytes(US_ASCII));
      }
    }
  }
}
