package org.tokenerror;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.testing.ActionServlet;
import org.tokenerror.testing.ActionServlet.Action;
import org.tokenerror.testing.EmbeddedTomcat;
import org.tokenerror.testing.RawAnswer;

/**
 * Lets filters behind ours set cache header fields when a success is written already, as Spring
 * Security does if there are none yet.
 */
@Tag("S2")
@Tag("E9")
class LateCacheHeadersTest {
  private static final String LATE = "no-cache, no-store, max-age=0, must-revalidate";
  private static final String TOKEN = "{\"access_token\":\"mF_9.B5f\",\"token_type\":\"Bearer\"";

  @Test
  void leavesThemToAFilterThatSetsThemAfterTheServlet() throws Exception {
    RawAnswer answer = answer(true, (request, response) -> write(response, TOKEN + "}"));
    assertThat(answer.headers("Cache-Control")).containsExactly(LATE);
    assertThat(answer.headers("Pragma")).containsExactly("no-cache");
  }

  @Test
  @Tag("E1")
  @Tag("E3")
  void addsThemWhenNobodyHas() throws Exception {
    RawAnswer answer = answer(false, (request, response) -> write(response, TOKEN + "}"));
    assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
    assertThat(answer.headers("Pragma")).containsExactly("no-cache");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 3_000, 9_000, 100_000})
  @Tag("E1")
  @Tag("E3")
  void addsThemBeforeTheContainerCommits(int size) throws Exception {
    String padding = ",\"padding\":\"" + "\u20ac".repeat(size) + "\"}";
    RawAnswer pieces =
        answer(
            false,
            (request, response) -> {
              write(response, TOKEN);
              write(response, padding);
            });
    assertThat(pieces.headers("Cache-Control")).containsExactly("no-store");
    RawAnswer flushed =
        answer(
            false,
            (request, response) -> {
              write(response, TOKEN);
              response.flushBuffer();
              write(response, padding);
            });
    assertThat(flushed.headers("Cache-Control")).containsExactly("no-store");
  }

  private static void write(HttpServletResponse response, String text) throws IOException {
    response.setContentType("application/json;charset=UTF-8");
    response.getWriter().write(text);
  }

  private static RawAnswer answer(boolean late, Action action) throws Exception {
    TokenErrorFilter filter =
        new TokenErrorFilter(TokenErrorSettings.defaults(), List.of(), List.of());
    try (EmbeddedTomcat tomcat = new EmbeddedTomcat()) {
      tomcat.filter("ours", filter, "/*");
      if (late) {
        tomcat.filter("late", new LateFilter(), "/*");
      }
      tomcat.servlet("token", new ActionServlet(action), "/oauth2/token").start();
      return tomcat.http().post("/oauth2/token", List.of(), "grant_type=client_credentials");
    }
  }

  /** Sets what is missing when everything else has been done. */
  private static final class LateFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(request, response);
      if (!response.containsHeader("Cache-Control") && !response.containsHeader("Pragma")) {
        response.setHeader("Cache-Control", LATE);
        response.setHeader("Pragma", "no-cache");
      }
    }
  }
}
