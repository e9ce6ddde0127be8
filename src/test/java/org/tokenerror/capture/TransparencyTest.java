package org.tokenerror.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.testing.EmbeddedTomcat;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.ServletScript;

/**
 * Runs random scripts of servlet calls bare, behind a captured exchange that keeps every answer,
 * and behind one that only watches: the client and the servlet must see the same each time.
 */
@Tag("S2")
@Tag("E9")
class TransparencyTest {
  private static final int SCRIPTS = 3000;
  private static final long FIRST_SEED = 20_261_122L;

  private static EmbeddedTomcat tomcat;
  private static final ScriptServlet SERVLET = new ScriptServlet();

  @BeforeAll
  static void start() throws Exception {
    tomcat =
        new EmbeddedTomcat()
            .servlet("script", SERVLET, "/bare", "/kept", "/watched", "/tiny", "/target")
            .filter("kept", new KeepingFilter(new CaptureOptions(65536, false, false)), "/kept")
            .filter("tiny", new KeepingFilter(new CaptureOptions(64, false, false)), "/tiny")
            .filter(
                "watched", new KeepingFilter(new CaptureOptions(65536, true, false)), "/watched")
            .start();
  }

  @AfterAll
  static void stop() throws Exception {
    tomcat.close();
  }

  @Test
  void isNotNoticedWhenEveryAnswerIsKept() throws Exception {
    compareAll("/kept");
  }

  @Test
  void isNotNoticedWhenItOnlyWatches() throws Exception {
    compareAll("/watched");
  }

  @Test
  void isNotNoticedWhenBodiesOutgrowTheLimit() throws Exception {
    compareAll("/tiny");
  }

  private static void compareAll(String path) throws Exception {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SCRIPTS; seed++) {
      Seen bare = run("/bare", seed);
      Seen behind = run(path, seed);
      String hint = "seed " + seed + ", bare " + bare.trace + "\nbehind " + behind.trace + "\n";
      assertEquals(bare.trace, behind.trace, hint);
      assertEquals(bare.answer.statusLine(), behind.answer.statusLine(), hint);
      assertEquals(bare.headers(), behind.headers(), hint);
      assertEquals(bare.body("/bare"), behind.body(path), hint);
    }
  }

  private static Seen run(String path, long seed) throws IOException {
    RawAnswer answer = tomcat.http().post(path + "?seed=" + seed, List.of(), "grant_type=password");
    return new Seen(answer, SERVLET.traces.remove(path + seed));
  }

  private record Seen(RawAnswer answer, Trace trace) {
    /**
     * Order of fields does not matter, order of values of one field does. After a forward Tomcat
     * asks a wrapped response for its writer, to close it, which names a charset for no body.
     */
    List<String> headers() {
      List<String> lines = new ArrayList<>(answer.stableHeaderLines());
      if (answer.body().length == 0) {
        lines.replaceAll(line -> line.replace(";charset=ISO-8859-1", ""));
      }
      Collections.sort(lines);
      return lines;
    }

    /** Tomcat's error page shows no path, and neither do the scripts. */
    String body(String path) {
      return answer.text().replace(path, "/path") + answer.whole();
    }
  }

  private static final class ScriptServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Trace> traces = new ConcurrentHashMap<>();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      long seed = Long.parseLong(request.getParameterValues("seed")[0]);
      String key = request.getRequestURI() + seed;
      if (request.getAttribute("script.trace") == null) {
        request.setAttribute("script.trace", traces.computeIfAbsent(key, k -> new Trace()));
      }
      Trace trace = (Trace) request.getAttribute("script.trace");
      ServletScript.run(seed, request, response, trace);
    }
  }

  /** One line for each call, those of dispatched servlets included. */
  private static final class Trace extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  /** Captures every exchange and keeps every answer. */
  private record KeepingFilter(CaptureOptions options) implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      new CapturedExchange(
              (HttpServletRequest) request, (HttpServletResponse) response, options, new Keep())
          .proceed(chain);
    }
  }

  private static final class Keep implements CapturedExchange.Judge {
    @Override
    public boolean looksLikeFailure(Outcome soFar) {
      return false;
    }

    @Override
    public void end(CapturedExchange exchange, Outcome outcome) throws IOException {
      exchange.release();
    }

    @Override
    public void tooLate() {
      // seen by the client as it is
    }
  }
}
