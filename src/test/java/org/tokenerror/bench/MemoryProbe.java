package org.tokenerror.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
  private static final int ROUNDS = 5_000;
  private static final int ROUNDS_OF_LARGE = 200;

  private final int port;
  private final AllocationMeter meter;
  private final PrintStream out;

  private MemoryProbe(int port, AllocationMeter meter, PrintStream out) {
    this.port = port;
    this.meter = meter;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    AllocationMeter meter = new AllocationMeter();
    PrintStream utf8 = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (EmbeddedTomcat tomcat =
        new EmbeddedTomcat()
            .servlet("sized", new SizedServlet(), "/bare", "/token")
            .filter("meter", meter, "/*")
            .filter("ours", new TokenErrorFilter(TokenErrorSettings.defaults()), "/*")
            .start()) {
      new MemoryProbe(tomcat.port(), meter, utf8).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    out.println("| allocated per request, bytes | bare | with the filter | more |");
    out.println("|---|--:|--:|--:|");
    row("success of 1 kB", "", SizedServlet.SUCCEED + KILOBYTE, 200);
    row("success of 64 kB", "", SizedServlet.SUCCEED + 64 * KILOBYTE, 200);
    row("success of 10 MB", "", SizedServlet.SUCCEED + 10 * MEGABYTE, 200);
    row("success of 1 kB, query", "?scope=read", SizedServlet.SUCCEED + KILOBYTE, 200);
    row("success of 1 kB, cacheable", "", SizedServlet.SUCCEED_CACHEABLE + KILOBYTE, 200);
    row("sendError(401)", "", SizedServlet.REFUSE + 0, 401);
    row("400 with 1 kB of text", "", SizedServlet.FAIL + KILOBYTE, 400);
    long start = System.nanoTime();
    post("/token", SizedServlet.FAIL + (1 << 30), 400);
    out.printf(
        Locale.ROOT,
        "%nA failure of 1 GB in a heap of %d MB: %d bytes allocated, %d ms.%n",
        Runtime.getRuntime().maxMemory() / MEGABYTE,
        meter.last(),
        (System.nanoTime() - start) / 1_000_000);
  }

  private void row(String name, String query, String order, int status)
      throws IOException, InterruptedException {
    long bare = median("/bare" + query, order, status);
    long filtered = median("/token" + query, order, status);
    out.printf(Locale.ROOT, "| %s | %d | %d | %d |%n", name, bare, filtered, filtered - bare);
  }

  private long median(String target, String order, int status)
      throws IOException, InterruptedException {
    int rounds = order.endsWith(" " + 10 * MEGABYTE) ? ROUNDS_OF_LARGE : ROUNDS;
    return meter.median(port, target, order, status, rounds);
  }

  private void post(String target, String order, int status) throws IOException {
    try (LoadClient client = new LoadClient(port)) {
      client.exchange(LoadClient.tokenRequest(target, order), status);
    }
  }
}
