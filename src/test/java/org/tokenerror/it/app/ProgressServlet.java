package org.tokenerror.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says how far the answer to the request with this {@code X-Key} is; a POST lets it go on. */
@WebServlet("/progress")
public final class ProgressServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Progress progress = Progress.of(request.getHeader("X-Key"));
    if (request.getMethod().equals("POST")) {
      progress.released.countDown();
    }
    response.setContentType("text/plain");
    response.getWriter().write(progress.written.get() + " " + progress.ended.get());
  }
}
