package org.tokenerror.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs the {@link ServletScript} of the seed that the query names; at {@code /trace} it tells,
 * once, what some runs have seen; and at {@code /failed} it is a plain error page.
 */
public final class ScriptServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String TRACE = "script.trace";

  private final transient Map<String, ScriptTrace> traces = new ConcurrentHashMap<>();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      tellFailure(request, response);
    } else if (request.getServletPath().equals("/trace")) {
      tellTraces(request.getParameter("of").split(","), response);
    } else {
      play(request, response);
    }
  }

  private void play(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getAttribute(TRACE) instanceof ScriptTrace running) {
      // a dispatched servlet goes on with the trace of the one that dispatched
      long next = (Long) request.getAttribute(ServletScript.NEXT_SEED);
      try {
        ServletScript.run(next, request, response, running);
      } finally {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
          running.returned();
        }
      }
      return;
    }
    String seed = request.getParameter("seed");
    ScriptTrace trace = new ScriptTrace();
    traces.put(request.getServletPath().substring(1) + seed, trace);
    request.setAttribute(TRACE, trace);
    try {
      ServletScript.run(Long.parseLong(seed), request, response, trace);
    } finally {
      if (!request.isAsyncStarted()) {
        trace.returned();
      }
    }
  }

  private void tellTraces(String[] names, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    for (String name : names) {
      ScriptTrace trace = traces.get(name);
      if (trace == null || !trace.hasEnded()) {
        response.getWriter().println(name + " is not there yet, but " + trace);
      } else {
        response.getWriter().println(name + "=" + trace);
      }
    }
  }

  private static void tellFailure(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .write(
            request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
                + " "
                + request.getAttribute(RequestDispatcher.ERROR_MESSAGE)
                + " "
                + request.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE));
  }
}
