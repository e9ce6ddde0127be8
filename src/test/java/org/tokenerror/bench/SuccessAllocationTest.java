package org.tokenerror.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.TokenErrorFilter;
import org.tokenerror.TokenErrorSettings;
import org.tokenerror.testing.EmbeddedTomcat;

/**
 * Holds the filter to allocating next to nothing for a success, whatever its size (S2, S12).
 *
 * <p>The bound is more than twice what compiled code takes, so that it holds for code that is not
 * compiled yet.
 */
final class SuccessAllocationTest {
  private static final long MOST_BYTES = 1_500;
  private static final int REQUESTS = 100;

  private static final AllocationMeter METER = new AllocationMeter();
  private static EmbeddedTomcat tomcat;

  @BeforeAll
  static void start() throws Exception {
    tomcat =
        new EmbeddedTomcat()
            .servlet("sized", new SizedServlet(), "/bare", "/token")
            .filter("meter", METER, "/*")
            .filter("ours", new TokenErrorFilter(TokenErrorSettings.defaults()), "/*")
            .start();
  }

  @AfterAll
  static void stop() throws Exception {
    tomcat.close();
  }

  @Test
  void allocatesLittleForASuccess() throws Exception {
    assertThat(more(SizedServlet.SUCCEED + 1024)).isLessThan(MOST_BYTES);
  }

  @Test
  @Tag("S12")
  void allocatesNoMoreForALargeSuccess() throws Exception {
    assertThat(more(SizedServlet.SUCCEED + (1 << 20))).isLessThan(MOST_BYTES);
  }

  @Test
  void allocatesLittleForASuccessThatLacksCacheHeaders() throws Exception {
    assertThat(more(SizedServlet.SUCCEED_CACHEABLE + 1024)).isLessThan(MOST_BYTES);
  }

  /** Measures how much more is allocated than without the filter. */
  private static long more(String order) throws IOException, InterruptedException {
    int port = tomcat.port();
    return METER.median(port, "/token", order, 200, REQUESTS)
        - METER.median(port, "/bare", order, 200, REQUESTS);
  }
}
