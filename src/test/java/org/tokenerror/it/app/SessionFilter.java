package org.tokenerror.it.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Counts the requests of a session, where {@code X-Session} asks for one. */
public final class SessionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getHeader("X-Session") != null) {
      HttpSession session = request.getSession();
      int count = session.getAttribute("count") instanceof Integer before ? before + 1 : 1;
      session.setAttribute("count", count);
      response.setIntHeader("X-Count", count);
    }
    chain.doFilter(request, response);
  }
}
