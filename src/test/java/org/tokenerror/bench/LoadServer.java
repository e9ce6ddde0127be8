package org.tokenerror.bench;

import com.sun.management.OperatingSystemMXBean;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tokenerror.TokenErrorFilter;
import org.tokenerror.TokenErrorSettings;
import org.tokenerror.testing.EmbeddedTomcat;

/**
 * Runs a Tomcat in a process of its own, with one filter or none, until its input ends.
 *
 * <p>It prints its port, and tells the processor time it has used at {@link #METER}.
 */
final class LoadServer {
  static final String METER = "/meter";

  /** Names the filters by what the program is given as its argument. */
  private static final Map<String, Supplier<Optional<Filter>>> FILTERS =
      Map.of(
          "bare", Optional::empty,
          "filter", () -> Optional.of(new TokenErrorFilter(TokenErrorSettings.defaults())),
          "buffering", () -> Optional.of(new BufferingFilter()));

  private LoadServer() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedTomcat tomcat = new EmbeddedTomcat();
    try (tomcat) {
      tomcat.servlet("token", new SizedServlet(), "/token");
      tomcat.servlet("meter", new MeterServlet(), METER);
      FILTERS.get(arguments[0]).get().ifPresent(one -> tomcat.filter("filter", one, "/token"));
      tomcat.start();
      System.out.println(tomcat.port());
      System.in.transferTo(System.out); // until whoever started it closes the pipe
    }
  }

  /** Tells the processor time of this process, in nanoseconds. */
  private static final class MeterServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      OperatingSystemMXBean system =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      response.getWriter().print(system.getProcessCpuTime());
    }
  }
}
