package org.tokenerror.it.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses by itself the requests whose {@code X-Refuse} has its name, and breaks at those whose
 * {@code X-Break} has it.
 */
public final class RefusingFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.addHeader("X-Passed", getFilterName());
    if (getFilterName().equals(request.getHeader("X-Refuse"))) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED, "Bad credentials");
    } else if (getFilterName().equals(request.getHeader("X-Break"))) {
      throw new ServletException("Bad credentials");
    } else {
      chain.doFilter(request, response);
    }
  }
}
