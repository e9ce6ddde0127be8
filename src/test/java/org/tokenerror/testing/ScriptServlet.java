package org.tokenerror.testing;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Runs the {@link ServletScript} of the seed that the query names; at {@code /trace} it tells,
 * once, what a run has seen.
 */
public final class ScriptServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String TRACE = "script.trace";

  private final transient Map<String, List<String>> traces = new ConcurrentHashMap<>();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getServletPath().equals("/trace")) {
      List<String> trace = traces.remove(request.getParameter("of"));
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().write(String.join("\n", trace == null ? List.of("none") : trace));
      return;
    }
    long seed = Long.parseLong(request.getParameterValues("seed")[0]);
    ServletScript.run(seed, request, response, traceOf(request, seed));
  }

  /** A dispatched servlet goes on with the trace of the one that dispatched. */
  private List<String> traceOf(HttpServletRequest request, long seed) {
    if (request.getAttribute(TRACE) instanceof Trace running) {
      return running.lines();
    }
    String path = request.getServletPath().substring(1);
    List<String> lines = traces.computeIfAbsent(path + seed, key -> new CopyOnWriteArrayList<>());
    request.setAttribute(TRACE, new Trace(lines));
    return lines;
  }

  private record Trace(List<String> lines) {}
}
