package org.tokenerror.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Is where others dispatch to: it refuses the client with a page. */
@WebServlet(urlPatterns = "/elsewhere", asyncSupported = true)
public final class ElsewhereServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(401);
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write("<html><body>Bad client credentials</body></html>");
  }
}
