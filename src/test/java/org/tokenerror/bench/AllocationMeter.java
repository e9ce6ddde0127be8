package org.tokenerror.bench;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Reads how much the container's thread allocates in the rest of the chain, in bytes.
 *
 * <p>The figures are exact, and depend on no clock and on nobody else on the machine.
 */
final class AllocationMeter implements Filter {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final BlockingQueue<Long> readings = new LinkedBlockingQueue<>();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long before = threads.getCurrentThreadAllocatedBytes();
    chain.doFilter(request, response);
    readings.add(threads.getCurrentThreadAllocatedBytes() - before);
  }

  /** Sends as many requests to warm up as are measured then, and returns the median. */
  long median(int port, String target, String order, int status, int requests)
      throws IOException, InterruptedException {
    double[] figures = new double[requests];
    byte[] request = LoadClient.tokenRequest(target, order);
    try (LoadClient client = new LoadClient(port)) {
      for (int i = 0; i < 2 * requests; i++) {
        client.exchange(request, status);
        figures[i % requests] = readings.take();
      }
    }
    return (long) Quantiles.of(figures, 0.5);
  }

  /** Returns what the last request allocated. */
  long last() throws InterruptedException {
    return readings.take();
  }
}
