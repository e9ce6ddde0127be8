package org.tokenerror.it.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Hands out a token for one right secret and refuses all else by {@code sendError}.
 *
 * <p>{@code X-Say: 400 Words} makes it say something else; {@code X-Write: utf-16} makes it write
 * the refusal as text in that charset.
 */
public class RefusingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** The credentials {@code client:right}. */
  private static final String RIGHT = "Basic Y2xpZW50OnJpZ2h0";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> words = Optional.ofNullable(request.getHeader("X-Say"));
    Optional<String> charset = Optional.ofNullable(request.getHeader("X-Write"));
    if (words.isPresent()) {
      String[] said = words.get().split(" ", 2);
      response.sendError(Integer.parseInt(said[0]), said[1]);
    } else if (charset.isPresent()) {
      response.setStatus(401);
      response.setContentType("text/plain;charset=" + charset.get());
      response.getWriter().write("Bad credentials");
    } else if (RIGHT.equals(request.getHeader("Authorization"))) {
      response.setContentType("application/json");
      response.getWriter().write("{\"access_token\":\"2YotnFZFEjr1zCsicMWpAA\"}");
    } else {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED, "Bad credentials");
    }
  }
}
