package org.tokenerror;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.TokenErrorSettings.Mode;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.FailureRule;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.testing.ActionServlet;
import org.tokenerror.testing.ActionServlet.Action;
import org.tokenerror.testing.EmbeddedTomcat;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.RawHttp;

/** Runs the filter in a real Tomcat: its modes, and what it does when something goes wrong. */
class TokenErrorFilterTest {
  private static final String GRANT = "grant_type=client_credentials";
  private static final String BASIC = RawHttp.basic("client", "Se3ret-of-client");

  private final Notes notes = new Notes();
  private EmbeddedTomcat tomcat;

  @AfterEach
  void stop() throws Exception {
    tomcat.close();
  }

  @Test
  @Tag("S6")
  void turnsARefusalOfABasicClientInto401WithItsChallenge() throws Exception {
    RawAnswer answer =
        answerOf(
            settings(Mode.ENFORCE),
            (request, response) -> response.sendError(401, "Bad credentials"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly("Basic realm=\"token\"");
    assertThat(answer.text())
        .isEqualTo("{\"error\":\"invalid_client\",\"error_description\":\"Bad credentials\"}");
    assertThat(notes.lines).containsExactly("401 -> 401 invalid_client true");
  }

  @Test
  @Tag("S10")
  void changesNothingInModeObserveButTells() throws Exception {
    Action action =
        (request, response) -> {
          response.setStatus(403);
          response.setContentType("text/plain");
          response.getWriter().write("no such client");
        };
    RawAnswer bare = answerOf(settings(Mode.OFF), action);
    stop();
    RawAnswer observed = answerOf(settings(Mode.OBSERVE), action);
    assertThat(observed.statusLine()).isEqualTo(bare.statusLine());
    assertThat(observed.stableHeaderLines()).isEqualTo(bare.stableHeaderLines());
    assertThat(observed.body()).isEqualTo(bare.body());
    assertThat(notes.lines).containsExactly("403 -> 401 invalid_client false");
    assertThat(notes.faults).containsExactly("A1", "A12", "A13", "B8");
  }

  @Test
  @Tag("S10")
  void letsExceptionsThroughInModeObserve() throws Exception {
    Action action =
        (request, response) -> {
          throw new IllegalStateException("broken");
        };
    RawAnswer answer = answerOf(settings(Mode.OBSERVE), action);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(notes.lines).containsExactly("500 -> 500 server_error false");
  }

  @Test
  @Tag("S11")
  void releasesTheServletsAnswerWhenItFailsItself() throws Exception {
    FailureRule broken = new BrokenRule();
    RawAnswer answer =
        answerOf(
            new TokenErrorFilter(TokenErrorSettings.defaults(), List.of(broken), List.of(notes)),
            (request, response) -> {
              response.setStatus(400);
              response.setContentType("text/plain");
              response.getOutputStream().print("the servlet's own words");
            });
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).isEqualTo("the servlet's own words");
    assertThat(notes.lines).containsExactly("own failure broken rule");
  }

  @Test
  @Tag("S11")
  @Tag("S12")
  void answersPlainlyWhenItFailsItselfAndTheAnswerWasTooLargeToKeep() throws Exception {
    RawAnswer answer =
        answerOf(
            new TokenErrorFilter(
                TokenErrorSettings.defaults(), List.of(new BrokenRule()), List.of(notes)),
            (request, response) -> {
              response.setStatus(400);
              response.getOutputStream().write(new byte[100_000]);
            });
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).isEqualTo("{\"error\":\"server_error\"}");
  }

  @Test
  @Tag("S11")
  void leavesACommittedAnswerAlone() throws Exception {
    RawAnswer answer =
        answerOf(
            settings(Mode.ENFORCE),
            (request, response) -> {
              response.setContentType("application/json");
              response.getOutputStream().print("{\"access_token\":\"abc\",");
              response.flushBuffer();
              throw new IOException("too late");
            });
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).startsWith("{\"access_token\":\"abc\",");
    assertThat(notes.lines).containsExactly("too late");
  }

  @Test
  @Tag("S11")
  void doesNotCatchErrors() throws Exception {
    List<Throwable> seen = new CopyOnWriteArrayList<>();
    TokenErrorFilter ours = settings(Mode.ENFORCE);
    // called directly: Tomcat's own chain wraps an Error in a ServletException on its way
    Filter outer =
        (request, response, chain) -> {
          try {
            ours.doFilter(
                request,
                response,
                (q, s) -> {
                  throw new LinkageError("missing class");
                });
          } catch (LinkageError e) {
            seen.add(e);
          }
        };
    tomcat =
        new EmbeddedTomcat()
            .servlet("token", new ActionServlet((request, response) -> {}), "/token")
            .filter("outer", outer, "/token")
            .filter("ours", ours, "/*")
            .start();
    tomcat.http().post("/token", List.of(BASIC), GRANT);
    assertThat(seen).hasSize(1);
    assertThat(notes.lines).isEmpty();
  }

  @Test
  @Tag("S1")
  @DisplayName("S1: answers although the framework left its exception for the container's page")
  void answersAlthoughAnExceptionWasLeftForTheContainer() throws Exception {
    RawAnswer answer =
        answerOf(
            settings(Mode.ENFORCE),
            (request, response) -> {
              // as Struts and Spring MVC do
              request.setAttribute(
                  RequestDispatcher.ERROR_EXCEPTION, new IllegalArgumentException("Unknown scope"));
              response.sendError(500, "Unknown scope");
            });
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.text()).startsWith("{\"error\":\"invalid_scope\"");
  }

  @Test
  @Tag("S7")
  @Tag("H2")
  void logsTheExceptionItAnsweredButNoSecretOfTheRequest() throws Exception {
    try (CapturedLog log = new CapturedLog()) {
      answerOf(
          settings(Mode.ENFORCE),
          (request, response) -> {
            throw new IllegalStateException("no row for Se3ret-of-client in the\ntable");
          });
      assertThat(String.join("\n", log.lines()))
          .contains("incident ")
          .contains("java.lang.IllegalStateException \"no row for *** in the\\ntable\"")
          .contains("\tat org.tokenerror.TokenErrorFilterTest")
          .doesNotContain("Se3ret");
    }
  }

  @Test
  @Tag("S7")
  @DisplayName("S7: tells the client of a server's fault the id that the log has, and no other")
  void tellsTheIncidentOfAServerFault() throws Exception {
    try (CapturedLog log = new CapturedLog()) {
      RawAnswer fault =
          answerOf(
              settings(Mode.ENFORCE),
              (request, response) -> {
                throw new IllegalStateException("connection pool exhausted");
              });
      Matcher id = Pattern.compile("\"incident_id\":\"([-0-9a-f]{36})\"}$").matcher(fault.text());
      assertThat(id.find()).as(fault.text()).isTrue();
      assertThat(String.join("\n", log.lines())).contains("incident " + id.group(1));
    }
    stop();
    RawAnswer refusal =
        answerOf(
            settings(Mode.ENFORCE),
            (request, response) -> {
              throw new IllegalArgumentException("Unknown scope");
            });
    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.text()).doesNotContain("incident_id");
  }

  @Test
  @Tag("S1")
  void normalizesAnErrorThatTheContainerHasWrapped() throws Exception {
    RawAnswer answer =
        answerOf(
            settings(Mode.ENFORCE),
            (request, response) -> {
              throw new LinkageError("missing class");
            });
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text())
        .startsWith("{\"error\":\"server_error\"")
        .doesNotContain("missing class");
  }

  @Test
  @Tag("S2")
  @Tag("E1")
  @Tag("E3")
  void addsToASuccessNothingButMissingCacheHeaders() throws Exception {
    String token = "{\"access_token\":\"abc\",\"token_type\":\"Bearer\"}";
    RawAnswer answer =
        answerOf(
            settings(Mode.ENFORCE),
            (request, response) -> {
              response.setContentType("application/json");
              response.setHeader("X-Own", "1");
              response.getWriter().write(token);
            });
    assertThat(answer.text()).isEqualTo(token);
    assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
    assertThat(answer.headers("Pragma")).containsExactly("no-cache");
    assertThat(answer.headers("X-Own")).containsExactly("1");
    assertThat(notes.lines).isEmpty();
  }

  @Test
  @Tag("S2")
  @Tag("G3")
  @DisplayName("G3: adds no Pragma, nor anything else, when that is switched off")
  void addsNothingToASuccessWhenThatIsSwitchedOff() throws Exception {
    TokenErrorSettings settings = TokenErrorSettings.builder().successCacheHeaders(false).build();
    RawAnswer answer =
        answerOf(
            new TokenErrorFilter(settings),
            (request, response) -> {
              response.setContentType("application/json");
              response.getWriter().write("{\"access_token\":\"abc\"}");
            });
    assertThat(answer.header("Cache-Control")).isEmpty();
    assertThat(answer.header("Pragma")).isEmpty();
  }

  @Test
  @Tag("S1")
  @Tag("A21")
  void takesBackATokenWhenTheStatusTurnsIntoAFailure() throws Exception {
    RawAnswer answer =
        answerOf(
            settings(Mode.ENFORCE),
            (request, response) -> {
              response.setContentType("application/json");
              response.getWriter().write("{\"access_token\":\"abc\"}");
              response.setStatus(400);
            });
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("\"error\":").doesNotContain("access_token");
  }

  @Test
  @Tag("S3")
  @Tag("E10")
  void isIdempotent() throws Exception {
    Action action =
        (request, response) -> {
          response.setStatus(500);
          response.setContentType("text/html");
          response.getWriter().write("<html><title>Unknown client</title></html>");
        };
    RawAnswer once = answerOf(settings(Mode.ENFORCE), action);
    stop();
    tomcat =
        new EmbeddedTomcat()
            .servlet("token", new ActionServlet(action), "/token")
            .filter("first", settings(Mode.ENFORCE), "/*")
            .filter("second", settings(Mode.ENFORCE), "/*")
            .start();
    RawAnswer twice = tomcat.http().post("/token", List.of(BASIC), GRANT);
    assertThat(twice.statusLine()).isEqualTo(once.statusLine());
    assertThat(twice.stableHeaderLines()).isEqualTo(once.stableHeaderLines());
    assertThat(twice.body()).isEqualTo(once.body());
  }

  @Test
  @Tag("S3")
  void leavesTheIncidentOfAnotherFilterAlone() throws Exception {
    tomcat =
        new EmbeddedTomcat()
            .servlet(
                "token",
                new ActionServlet((request, response) -> response.sendError(500)),
                "/token")
            .filter("first", settings(Mode.ENFORCE), "/*")
            .filter("second", settings(Mode.ENFORCE), "/*")
            .start();
    RawAnswer answer = tomcat.http().post("/token", List.of(BASIC), GRANT);
    assertThat(answer.text()).contains("\"incident_id\":");
    assertThat(notes.lines).containsExactly("500 -> 500 server_error true");
  }

  @Test
  @Tag("S12")
  void answersAnEndlessErrorBodyWithinTheLimit() throws Exception {
    byte[] piece = new byte[1 << 20];
    Arrays.fill(piece, (byte) 'x');
    RawAnswer answer =
        answerOf(
            settings(Mode.ENFORCE),
            (request, response) -> {
              response.setStatus(400);
              response.setContentType("text/plain");
              for (int i = 0; i < 256; i++) {
                response.getOutputStream().write(piece);
              }
            });
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("\"error\":");
    assertThat(answer.body()).hasSizeLessThan(1000);
  }

  @Test
  @Tag("D21")
  void leavesTheBodyWholeForAServletThatReadsItByItself() throws Exception {
    RawAnswer answer =
        answerOf(
            settings(Mode.ENFORCE),
            (request, response) -> {
              byte[] body = request.getInputStream().readAllBytes();
              response.setHeader("X-Read", new String(body, StandardCharsets.UTF_8));
              response.sendError(500, "no grant type");
            },
            "scope=read");
    assertThat(answer.header("X-Read")).contains("scope=read");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .startsWith("{\"error\":\"invalid_request\"")
        .contains("grant_type is missing");
  }

  @Test
  @Tag("S4")
  void readsADialectOfTheUser() throws Exception {
    String dialect =
        """
        {"dialect": "acme", "about": "Acme's contract server.",
         "recognise": [{"members": {"/fault/no": "*"}}],
         "code": ["/fault/no"], "description": ["/fault/text"],
         "codes": {"AC-12": "unauthorized_client"}}
        """;
    TokenErrorSettings settings =
        TokenErrorSettings.builder().dialects(List.of("/WEB-INF/acme.json")).build();
    Action action =
        (request, response) -> {
          response.setContentType("application/json");
          response.getWriter().write("{\"fault\":{\"no\":\"AC-12\",\"text\":\"Contract ended\"}}");
        };
    tomcat =
        new EmbeddedTomcat()
            .file("/WEB-INF/acme.json", dialect)
            .servlet("token", new ActionServlet(action), "/token")
            .filter("ours", new TokenErrorFilter(settings), "/*")
            .start();
    RawAnswer answer = tomcat.http().post("/token", List.of(BASIC), GRANT);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .isEqualTo("{\"error\":\"unauthorized_client\",\"error_description\":\"Contract ended\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400})
  @Tag("S1")
  void forgetsATokenThatTheServletTookBack(int status) throws Exception {
    RawAnswer answer =
        answerOf(
            settings(Mode.ENFORCE),
            (request, response) -> {
              response.getOutputStream().print("{\"access_token\":\"abc");
              response.resetBuffer();
              response.setStatus(status);
              response.getOutputStream().print("{\"error\":\"invalid_scope\"}");
            });
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).startsWith("{\"error\":\"invalid_scope\"");
    assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
  }

  @Test
  @Tag("S1")
  void obeysAnErrorThatTheContainerWouldStillObey() throws Exception {
    RawAnswer answer =
        answerOf(
            settings(Mode.ENFORCE),
            (request, response) -> {
              response.getWriter().print("x".repeat(10_000)); // Tomcat's writer holds 16 kB
              response.sendError(400, "Invalid scope");
            });
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).startsWith("{\"error\":\"invalid_scope\"");
  }

  @Test
  @Tag("S9")
  void leavesOtherPathsAlone() throws Exception {
    tomcat =
        new EmbeddedTomcat()
            .servlet(
                "page",
                new ActionServlet((request, response) -> response.sendError(404, "no page")),
                "/page")
            .filter("ours", settings(Mode.ENFORCE), "/*")
            .start();
    RawAnswer answer = tomcat.http().post("/page", List.of(BASIC), GRANT);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
  }

  private TokenErrorFilter settings(Mode mode) {
    return new TokenErrorFilter(
        TokenErrorSettings.builder().mode(mode).build(), List.of(), List.of(notes));
  }

  private RawAnswer answerOf(TokenErrorFilter filter, Action action) throws Exception {
    return answerOf(filter, action, GRANT);
  }

  private RawAnswer answerOf(TokenErrorFilter filter, Action action, String form) throws Exception {
    tomcat =
        new EmbeddedTomcat()
            .servlet("token", new ActionServlet(action), "/token")
            .filter("ours", filter, "/*")
            .start();
    return tomcat.http().post("/token", List.of(BASIC), form);
  }

  private static final class BrokenRule implements FailureRule {
    @Override
    public String name() {
      return "BROKEN";
    }

    @Override
    public Optional<OAuthError> apply(Evidence evidence) {
      throw new IllegalStateException("broken rule");
    }
  }

  /** Writes down what listeners are told. */
  private static final class Notes implements NormalizationListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    @Override
    public void onDecision(NormalizationEvent event) {
      event.verdict().replacement().ifPresent(replacement -> faults.addAll(replacement.faults()));
      event
          .verdict()
          .replacement()
          .ifPresent(
              replacement ->
                  lines.add(
                      event.servletStatus()
                          + " -> "
                          + replacement.status()
                          + " "
                          + replacement.error().code()
                          + " "
                          + event.enforced()));
    }

    @Override
    public void onTooLate(String path) {
      lines.add("too late");
    }

    @Override
    public void onOwnFailure(String path, RuntimeException cause) {
      lines.add("own failure " + cause.getMessage());
    }
  }
}
