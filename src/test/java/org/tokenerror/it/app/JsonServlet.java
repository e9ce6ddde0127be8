package org.tokenerror.it.app;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Refuses with a body that the application's own JSON-B makes, which it names in a header field.
 */
public final class JsonServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Jsonb jsonb = JsonbBuilder.create();
    response.setHeader(
        "X-Json", jsonb.getClass().getProtectionDomain().getCodeSource().getLocation().getPath());
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setContentType("application/json");
    response.getOutputStream().print(jsonb.toJson(Map.of("message", "Bad credentials")));
  }
}
