package org.tokenerror.it.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers asynchronously, in the way that {@code X-Case} names. */
@WebServlet(
    urlPatterns = {"/oauth2/token", "/bare"},
    asyncSupported = true)
public final class AsyncServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    AsyncCase.valueOf(request.getHeader("X-Case")).answer(request, response);
  }
}
