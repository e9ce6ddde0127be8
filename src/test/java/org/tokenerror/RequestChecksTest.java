package org.tokenerror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.TokenErrorSettings.Mode;
import org.tokenerror.testing.EmbeddedTomcat;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Checks requests in a real Tomcat, in front of the servlet and behind it. */
@Tag("S10")
final class RequestChecksTest {
  private static final TokenRequest GOOD =
      TokenRequest.by("client", "secret").grant("client_credentials");

  private final List<String> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private EmbeddedTomcat tomcat;

  @AfterEach
  void stop() throws Exception {
    tomcat.close();
  }

  @ParameterizedTest
  @CsvSource({
    "scope=a&scope=b, invalid_request, PARAMETER_REPEATED D9",
    "client_secret=x, invalid_request, SEVERAL_MECHANISMS D1",
    "client_id=other, invalid_request, CLIENT_ID_MISMATCH D2",
    "scope=a%20%20b, invalid_scope, SCOPE_SYNTAX D13",
    "x=%zz, invalid_request, ENCODING D15"
  })
  @Tag("D1")
  @Tag("D2")
  @Tag("D9")
  @Tag("D13")
  void refusesBadParametersBeforeTheServlet(String more, String code, String event)
      throws Exception {
    start(builder().requestChecks(Mode.ENFORCE));
    assertAnswer(send(GOOD.raw(more))).isError(400, code);
    assertThat(calls).hasValue(0);
    assertThat(events).containsExactly(event + " refused");
  }

  @Test
  @Tag("D14")
  @Tag("B18")
  void refusesGetWithAllow() throws Exception {
    start(builder().requestChecks(Mode.ENFORCE));
    assertAnswer(send(GOOD.method("GET"))).isError(405, "invalid_request").header("Allow", "POST");
    assertThat(calls).hasValue(0);
  }

  @Test
  @Tag("D15")
  @Tag("D3")
  @Tag("D17")
  @Tag("D20")
  @Tag("D11")
  @Tag("D12")
  void refusesWhatTheHeadSays() throws Exception {
    start(builder().requestChecks(Mode.ENFORCE));
    assertAnswer(send(GOOD.line("Content-Type: application/json"))).isError(400, "invalid_request");
    assertAnswer(send(GOOD.query("client_secret=x"))).isError(400, "invalid_request");
    assertAnswer(send(GOOD.line("DPoP: a").line("DPoP: b"))).isError(400, "invalid_dpop_proof");
    assertAnswer(send(GOOD.authorization("Basic eDp5"))).isError(400, "invalid_request");
    assertAnswer(send(TokenRequest.anonymous().raw("grant_type=&scope=a")))
        .isError(400, "invalid_request")
        .describes("The parameter grant_type is missing.");
    assertAnswer(send(TokenRequest.anonymous().grant("<script>")))
        .isError(400, "invalid_request")
        .hides("<script");
    assertThat(calls).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parameters", "stream", "reader", "both", "listener"})
  @Tag("D21")
  void showsTheServletAnUntouchedRequest(String way) throws Exception {
    start(builder().requestChecks(Mode.ENFORCE));
    RawAnswer answer =
        send(
            GOOD.with("scope", "a b")
                .raw("resource=1&resource=2&empty=")
                .query("tenant=x")
                .line("X-Way: " + way));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    String body = "grant_type=client_credentials&scope=a+b&resource=1&resource=2&empty=";
    assertThat(answer.text())
        .contains(way.equals("parameters") ? "a b|x|1,2|client_credentials|" : body);
    assertThat(events).isEmpty();
    assertThat(calls).hasValue(1);
  }

  @Test
  @Tag("D21")
  void normalizesTheFailureOfAServletThatReadsTheStream() throws Exception {
    start(builder().requestChecks(Mode.ENFORCE));
    assertAnswer(send(GOOD.line("X-Way: stream").line("X-Fail: Bad client credentials")))
        .isError(401, "invalid_client")
        .challenges("Basic realm=\"token\"");
  }

  @Test
  @Tag("D21")
  void handsOnWhatIsTooLongToBeChecked() throws Exception {
    start(builder().requestChecks(Mode.ENFORCE));
    String large = "y".repeat(100_000);
    RawAnswer answer = send(GOOD.raw("scope=a&scope=b").with("x", large).line("X-Way: stream"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains(large);
  }

  @Test
  void onlyTellsByDefault() throws Exception {
    start(builder());
    assertThat(send(GOOD.query("client_secret=x").raw("scope=a&scope=b")).status()).isEqualTo(200);
    assertThat(calls).hasValue(1);
    assertThat(events).containsExactly("CREDENTIALS_IN_URI D3"); // nothing else of a success
    events.clear();
    TokenRequest refused = GOOD.query("client_secret=x").raw("scope=a&scope=b");
    assertAnswer(send(refused.line("X-Fail: no"))).isError(400, "invalid_request");
    assertThat(events)
        .containsExactly("CREDENTIALS_IN_URI D3,PARAMETER_REPEATED D9,SEVERAL_MECHANISMS D1");
  }

  @Test
  void looksAtNothingWhenSwitchedOff() throws Exception {
    start(builder().requestChecks(Mode.OFF));
    assertThat(send(GOOD.query("client_secret=x")).status()).isEqualTo(200);
    send(GOOD.query("client_secret=x").line("X-Fail: no"));
    assertThat(events).isEmpty();
  }

  @Test
  void refusesNothingInModeObserve() throws Exception {
    start(builder().mode(Mode.OBSERVE).requestChecks(Mode.ENFORCE));
    assertThat(send(GOOD.raw("scope=a&scope=b")).status()).isEqualTo(200);
    assertThat(calls).hasValue(1);
  }

  @Test
  void refusesNoPreflight() throws Exception {
    start(builder().requestChecks(Mode.ENFORCE));
    TokenRequest preflight =
        TokenRequest.anonymous()
            .method("OPTIONS")
            .line("Origin: https://app.example")
            .line("Access-Control-Request-Method: POST");
    assertThat(send(preflight).status()).isEqualTo(200);
    assertThat(calls).hasValue(1);
  }

  @Test
  void changesNothingForObservedClients() throws Exception {
    start(builder().requestChecks(Mode.ENFORCE).observeClients(List.of("client", "public")));
    RawAnswer basic = send(GOOD.raw("scope=a&scope=b").line("X-Fail: no such scope"));
    assertThat(basic.status()).isEqualTo(403);
    assertThat(basic.header("Content-Type").orElse("")).startsWith("text/html");
    RawAnswer body =
        send(
            TokenRequest.anonymous()
                .with("client_id", "public")
                .grant("password")
                .line("X-Fail: no such scope"));
    assertThat(body.status()).isEqualTo(403);
    assertThat(body.header("Content-Type").orElse("")).startsWith("text/html");
    assertAnswer(
            send(
                TokenRequest.by("other", "x")
                    .grant("client_credentials")
                    .line("X-Fail: no such scope")))
        .isError(400, "invalid_scope");
  }

  @Test
  @Tag("S12")
  void keepsLargeFailuresOfObservedClientsWhole() throws Exception {
    start(builder().observeClients(List.of("public")));
    TokenRequest request = TokenRequest.anonymous().grant("password").line("X-Large: 1");
    RawAnswer observed = send(request.with("client_id", "public"));
    assertThat(observed.status()).isEqualTo(400);
    assertThat(observed.body()).hasSize(200_000);
    RawAnswer other = send(TokenRequest.by("x", "y").grant("password").line("X-Large: 1"));
    assertAnswer(other).isWellFormedError();
  }

  @Test
  void changesNothingAtObservedEndpoints() throws Exception {
    start(builder().requestChecks(Mode.ENFORCE).observeEndpoints(List.of("/*/oauth/token")));
    TokenRequest failing = GOOD.raw("scope=a&scope=b").line("X-Fail: no such scope");
    assertThat(failing.sendTo(tomcat.http(), "/old/oauth/token").status()).isEqualTo(403);
    assertAnswer(send(failing)).isError(400, "invalid_request");
    assertThat(calls).hasValue(1);
  }

  private static TokenErrorSettings.Builder builder() {
    return TokenErrorSettings.builder();
  }

  private void start(TokenErrorSettings.Builder settings) throws Exception {
    NormalizationListener notes =
        new NormalizationListener() {
          @Override
          public void onRequestChecks(RequestCheckEvent event) {
            events.add(
                String.join(
                        ",",
                        event.failed().stream()
                            .map(check -> check.name() + " " + check.requirement())
                            .toList())
                    + (event.refused() ? " refused" : ""));
          }
        };
    TokenErrorFilter filter = new TokenErrorFilter(settings.build(), List.of(), List.of(notes));
    tomcat =
        new EmbeddedTomcat()
            .servlet("token", new Reading(calls), "/token", "/old/oauth/token")
            .filter("ours", filter, "/*")
            .start();
  }

  private RawAnswer send(TokenRequest request) throws IOException {
    return request.sendTo(tomcat.http(), "/token");
  }

  /** Reads its request in the way it is told to, and echoes it beside a token. */
  private static final class Reading extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient AtomicInteger calls;

    Reading(AtomicInteger calls) {
      this.calls = calls;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      calls.incrementAndGet();
      String way = request.getHeader("X-Way");
      if (request.getMethod().equals("OPTIONS")) {
        return;
      }
      if (request.getHeader("X-Large") != null) {
        response.setStatus(400);
        response.getOutputStream().write(new byte[200_000]);
        return;
      }
      if (way != null && way.equals("listener")) {
        listen(request, response);
        return;
      }
      String read = read(request, way == null ? "parameters" : way);
      if (request.getHeader("X-Fail") != null) {
        response.sendError(403, request.getHeader("X-Fail"));
        return;
      }
      answer(response, read);
    }

    private static String read(HttpServletRequest request, String way) throws IOException {
      return switch (way) {
        case "stream" -> utf8(request.getInputStream().readAllBytes());
        case "reader" -> String.valueOf(request.getReader().readLine());
        case "both" -> {
          String tenant = request.getParameter("tenant");
          yield utf8(request.getInputStream().readAllBytes()) + "|" + tenant;
        }
        default ->
            request.getParameter("scope")
                + "|"
                + request.getParameter("tenant")
                + "|"
                + join(request.getParameterValues("resource"))
                + "|"
                + request.getParameter("grant_type")
                + "|"
                + request.getParameterMap().size();
      };
    }

    private static String join(String[] values) {
      return values == null ? "" : String.join(",", values);
    }

    private static String utf8(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void answer(HttpServletResponse response, String read) throws IOException {
      response.setContentType("application/json");
      response.getWriter().write("{\"access_token\":\"abc\",\"read\":\"" + read + "\"}");
    }

    private static void listen(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      AsyncContext async = request.startAsync();
      ServletInputStream stream = request.getInputStream();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      stream.setReadListener(
          new ReadListener() {
            @Override
            public void onDataAvailable() throws IOException {
              while (stream.isReady() && !stream.isFinished()) {
                int one = stream.read();
                if (one >= 0) {
                  bytes.write(one);
                }
              }
            }

            @Override
            public void onAllDataRead() throws IOException {
              answer(response, utf8(bytes.toByteArray()));
              async.complete();
            }

            @Override
            public void onError(Throwable cause) {
              async.complete();
            }
          });
    }
  }
}
