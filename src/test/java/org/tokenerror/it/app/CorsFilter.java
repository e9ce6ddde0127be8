package org.tokenerror.it.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Adds what browsers need from another origin, and a cookie. */
public final class CorsFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Access-Control-Allow-Origin", "https://app.example.org");
    response.setHeader("Access-Control-Expose-Headers", "WWW-Authenticate");
    response.addHeader("Vary", "Origin");
    response.addCookie(new Cookie("seen", "1"));
    chain.doFilter(request, response);
  }
}
