package org.tokenerror.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers asynchronously, in the untidy way that {@code X-Case} names. */
@WebServlet(
    urlPatterns = {"/oauth2/v1/token", "/tangle"},
    asyncSupported = true)
public final class TangledServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AsyncTangle.valueOf(request.getHeader("X-Case")).answer(request, response);
  }
}
