package org.tokenerror.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.tokenerror.capture.CaptureOptions;
import org.tokenerror.capture.CapturedExchange;
import org.tokenerror.oauth.Outcome;

/**
 * Captures the exchanges of {@code /kept}, {@code /tiny} and {@code /watched}, and keeps every
 * answer; nobody may notice.
 */
public final class KeepingFilter implements Filter {
  private static final Set<String> CAPTURED = Set.of("/kept", "/tiny", "/watched");
  private static final String EXCHANGE = "keeping.exchange";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String path = http.getServletPath();
    if (request.getAttribute(EXCHANGE) instanceof CapturedExchange running) {
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        running.resume(request, response, chain);
      } else {
        chain.doFilter(request, response);
      }
      return;
    }
    if (!CAPTURED.contains(path)) {
      chain.doFilter(request, response);
      return;
    }
    int limit = path.equals("/tiny") ? 64 : 65_536;
    CaptureOptions options = new CaptureOptions(limit, path.equals("/watched"), false, true);
    CapturedExchange exchange =
        new CapturedExchange(http, (HttpServletResponse) response, options, new Keep());
    request.setAttribute(EXCHANGE, exchange);
    exchange.proceed(chain);
  }

  private static final class Keep implements CapturedExchange.Judge {
    @Override
    public boolean looksLikeFailure(Outcome soFar) {
      return false;
    }

    @Override
    public void end(CapturedExchange exchange, Outcome outcome) throws IOException {
      exchange.release();
    }

    @Override
    public void tooLate() {
      // the client sees it as it is
    }
  }
}
