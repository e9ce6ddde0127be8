package org.tokenerror.it.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;

/** Fails when it is to be started, so that no request reaches it. */
public final class UnstartableServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  public void init() throws ServletException {
    throw new ServletException("Connection to jdbc:h2:tokens refused");
  }
}
