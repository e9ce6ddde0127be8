package org.tokenerror.testing;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers every request with what a test wrote into a lambda. */
public final class ActionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Action action;

  /** What a servlet does with one request. */
  public interface Action {
    void run(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  public ActionServlet(Action action) {
    this.action = action;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    action.run(request, response);
  }
}
