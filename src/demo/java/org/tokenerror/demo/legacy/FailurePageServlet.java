package org.tokenerror.demo.legacy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Shows a refusal that another servlet dispatched here as a page of HTML.
 *
 * <p>Called from outside there is no refusal, and the answer is 404.
 */
public final class FailurePageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getAttribute(Refusal.ATTRIBUTE) instanceof Refusal refusal) {
      BodyFailure.HTML_PAGE.tell(request, response, refusal);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
