package org.tokenerror.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.check.judge.Finding;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.judge.Mark;
import org.tokenerror.check.judge.Requirement;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ComplianceCheckTest {
  private static final String REFUSAL =
      "HTTP/1.1 400 No\r\nContent-Type: application/json\r\n\r\n{\"error\":\"invalid_client\"}";

  @Test
  void findsNothingWrongWithAGoodEndpoint() throws IOException {
    try (FakeServer server = new FakeServer(new GoodEndpoint())) {
      CheckResult result = check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).run();
      assertThat(result.assertCompliant(Level.SHOULD).wronglyGranted()).isEmpty();
      assertThat(result.cases()).hasSizeGreaterThan(80).hasSameSizeAs(server.requests());
      assertThat(result.score().percentRight()).isEqualTo(100);
      assertThat(result.score().percentMet()).isEqualTo(100);
      assertThat(result.find("good-header").orElseThrow().received())
          .contains("(a token, not kept)");
    }
  }

  @Test
  void doesWithoutAClient() throws IOException {
    try (FakeServer server = new FakeServer(new GoodEndpoint())) {
      CheckResult result = check(server).run().assertCompliant(Level.SHOULD);
      assertThat(result.withClient()).isFalse();
      assertThat(result.cases()).hasSizeBetween(40, 60);
    }
  }

  @Test
  void keepsTheSecretOutOfUrisAndResults() throws IOException {
    try (FakeServer server =
        new FakeServer(
            (request, out) ->
                out.write(
                    ("HTTP/1.1 400 No\r\nX: 1\r\n\r\n" + request.text())
                        .getBytes(StandardCharsets.ISO_8859_1)))) {
      CheckResult result = check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).run();
      assertThat(server.requests())
          .noneMatch(
              request -> Secrets.isIn(request.target(), GoodEndpoint.ID, GoodEndpoint.SECRET))
          .anyMatch(request -> Secrets.isIn(request.text(), GoodEndpoint.ID, GoodEndpoint.SECRET));
      assertThat(result.cases())
          .noneMatch(one -> Secrets.isIn(one.toString(), GoodEndpoint.ID, GoodEndpoint.SECRET));
      assertThat(result.tallies().get(Requirement.H2).failed()).isPositive();
      assertThatThrownBy(() -> result.assertCompliant())
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("unknown-client-header")
          .hasMessageContaining("A1 the body is no JSON (RFC 6749, 5.2)")
          .satisfies(
              e ->
                  assertThat(Secrets.isIn(e.getMessage(), GoodEndpoint.ID, GoodEndpoint.SECRET))
                      .isFalse());
    }
  }

  @Test
  void authenticatesByTheBodyWhereTheHeaderDoesNotWork() throws IOException {
    GoodEndpoint good = new GoodEndpoint();
    try (FakeServer server =
        new FakeServer(
            (request, out) -> {
              if (request.headers().contains("Authorization")) {
                out.write(REFUSAL.getBytes(StandardCharsets.US_ASCII));
              } else {
                good.answer(request, out);
              }
            })) {
      CheckResult result = check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).run();
      assertThat(result.find("grant-type-unknown").orElseThrow().sent())
          .contains("client_secret=***")
          .doesNotContain("Authorization");
    }
  }

  @Test
  void usesAnotherGrantWhereTheClientMayNotHaveItsOwnToken() throws IOException {
    try (FakeServer server =
        FakeServer.saying("HTTP/1.1 400 No\r\n\r\n{\"error\":\"unauthorized_client\"}")) {
      CheckResult result = check(server).client("id", "secret-1").run();
      assertThat(result.find("no-client").orElseThrow().sent())
          .contains("grant_type=authorization_code");
      assertThat(result.find("good-query")).isEmpty();
    }
  }

  @Test
  void givesUpWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    assertThatThrownBy(() -> ComplianceCheck.of(URI.create("http://127.0.0.1:" + port + "/")).run())
        .isInstanceOf(CannotCheckException.class)
        .hasMessageContaining("no connection to 127.0.0.1 port " + port);
  }

  @Test
  void givesUpWhereTheHostIsUnknown() {
    assertThatThrownBy(() -> ComplianceCheck.of(URI.create("http://nowhere.invalid/t")).run())
        .isInstanceOf(CannotCheckException.class)
        .hasMessageContaining("there is no host nowhere.invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200 OK|it answers an unknown client with status 200",
        "404 Not Found|there is nothing (status 404)",
        "405 No|it does not take POST (status 405)",
        "302 Found|it redirects a POST (status 302)"
      })
  void givesUpWhereThereIsNoTokenEndpoint(String row) throws IOException {
    String[] parts = row.split("\\|", 2);
    String page =
        "HTTP/1.1 " + parts[0] + "\r\nContent-Type: text/html\r\n\r\n<html>Welcome</html>";
    try (FakeServer server = FakeServer.saying(page)) {
      assertThatThrownBy(() -> check(server).run())
          .isInstanceOf(CannotCheckException.class)
          .hasMessageStartingWith("Cannot check " + server.uri() + ": " + parts[1]);
      assertThat(server.requests()).hasSizeLessThan(5);
      assertThatCode(() -> check(server).evenIfNoTokenEndpoint().run()).doesNotThrowAnyException();
    }
  }

  @Test
  void goesOnWhereErrorsHaveTheWrongStatus() throws IOException {
    try (FakeServer server = FakeServer.saying("HTTP/1.1 200 OK\r\n\r\n{\"error\":\"oops\"}")) {
      CheckResult result = check(server).run();
      assertThat(result.tallies().get(Requirement.B2).passed()).isZero();
      assertThat(result.score().right()).isZero();
    }
  }

  @Test
  void givesUpWhereNobodyAnswers() throws IOException {
    try (FakeServer server = new FakeServer((request, out) -> {})) {
      assertThatThrownBy(() -> check(server).run())
          .isInstanceOf(CannotCheckException.class)
          .hasMessageEndingWith("the connection was closed without an answer");
      assertThat(server.requests()).hasSize(5);
    }
  }

  @Test
  void givesUpWhereSomethingElseAnswers() throws IOException {
    try (FakeServer server = FakeServer.saying("220 smtp.example.com ESMTP\r\n\r\n")) {
      assertThatThrownBy(() -> check(server).run())
          .isInstanceOf(CannotCheckException.class)
          .hasMessageEndingWith("the first line is no status");
    }
  }

  @Test
  void endsAnAnswerWithoutEnd() throws IOException {
    assertWrong(
        (request, out) -> {
          out.write(REFUSAL.getBytes(StandardCharsets.US_ASCII));
          byte[] blanks = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
          while (true) {
            out.write(blanks);
          }
        },
        "the body had no end when enough of it was read");
  }

  @Test
  void endsAnAnswerThatDrips() throws IOException {
    assertWrong(
        (request, out) -> {
          out.write(REFUSAL.getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write(' ');
            out.flush();
            pause();
          }
        },
        "the body had no end when the time was over");
  }

  @Test
  void endsAHeadThatDrips() throws IOException {
    try (FakeServer server =
        new FakeServer(
            (request, out) -> {
              while (true) {
                out.write("X: 1\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                pause();
              }
            })) {
      assertThatThrownBy(() -> check(server).timeout(Duration.ofMillis(200)).run())
          .isInstanceOf(CannotCheckException.class)
          .hasMessageEndingWith("no answer in time");
    }
  }

  @Test
  void endsAHeadWithoutEnd() throws IOException {
    try (FakeServer server =
        new FakeServer(
            (request, out) -> {
              out.write("HTTP/1.1 400 No\r\n".getBytes(StandardCharsets.US_ASCII));
              while (true) {
                out.write("X: 1\r\n".repeat(1000).getBytes(StandardCharsets.US_ASCII));
              }
            })) {
      assertThatThrownBy(() -> check(server).run())
          .isInstanceOf(CannotCheckException.class)
          .hasMessageContaining("no end");
    }
  }

  private static void assertWrong(FakeServer.Script script, String detail) throws IOException {
    try (FakeServer server = new FakeServer(script)) {
      CheckResult result =
          check(server).timeout(Duration.ofMillis(500)).evenIfNoTokenEndpoint().atMost(1).run();
      assertThat(result.cases().get(0).failures())
          .contains(new Finding(Requirement.A25, Mark.FAIL, detail));
    }
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void followsNoRedirect() throws IOException {
    try (FakeServer other = new FakeServer(new GoodEndpoint());
        FakeServer server =
            FakeServer.saying("HTTP/1.1 307 Moved\r\nLocation: " + other.uri() + "\r\n\r\n")) {
      CheckResult result = check(server).evenIfNoTokenEndpoint().run();
      assertThat(result.tallies().get(Requirement.B4).failed()).isPositive();
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void sendsNoMoreThanAllowed() throws IOException {
    List<String> told = new ArrayList<>();
    try (FakeServer server = FakeServer.saying(REFUSAL)) {
      CheckResult result =
          check(server).atMost(7).telling((n, total, title) -> told.add(n + "/" + total)).run();
      assertThat(result.cases()).hasSize(7);
      assertThat(server.requests()).hasSize(7);
      assertThat(result.notes()).containsExactly("Only 7 of 54 cases were sent, because of --max.");
      assertThat(told).startsWith("1/7").endsWith("7/7").hasSize(7);
    }
  }

  @Test
  void sendsNoFasterThanAllowed() throws IOException {
    try (FakeServer server = FakeServer.saying(REFUSAL)) {
      long start = System.nanoTime();
      check(server).rate(50).atMost(6).run();
      assertThat(System.nanoTime() - start)
          .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  @Test
  void goesThroughAProxy() throws IOException {
    try (FakeServer proxy = new FakeServer(GoodEndpointBehindAProxy::answer)) {
      ComplianceCheck.of(URI.create("http://as.example:8081/token?a=1"))
          .proxy("127.0.0.1", proxy.port())
          .rate(1000)
          .run()
          .assertCompliant();
      assertThat(proxy.requests())
          .allMatch(request -> request.target().startsWith("http://as.example:8081/token?a=1"))
          .allMatch(request -> request.headers().all("Host").equals(List.of("as.example:8081")));
    }
  }

  /** Does what a proxy does with the target, and then what the origin does. */
  private static final class GoodEndpointBehindAProxy {
    static void answer(FakeServer.Request request, OutputStream out) throws IOException {
      String target = request.target().substring("http://as.example:8081".length());
      new GoodEndpoint()
          .answer(
              new FakeServer.Request(request.method(), target, request.headers(), request.body()),
              out);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://h/", "/token", "http:///x", "http://u:p@h/", "http://h/#f", "mailto:a"})
  void refusesAnAddressItCannotUse(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ComplianceCheck.of(URI.create(address)))
        .withMessageStartingWith("The address ")
        .withMessageNotContaining("u:p");
  }

  @Test
  void refusesBoundsThatMakeNoSense() {
    ComplianceCheck check = ComplianceCheck.of(URI.create("http://127.0.0.1/"));
    assertThatIllegalArgumentException().isThrownBy(() -> check.rate(0));
    assertThatIllegalArgumentException().isThrownBy(() -> check.rate(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> check.atMost(0));
    assertThatIllegalArgumentException().isThrownBy(() -> check.timeout(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check.connectTimeout(Duration.ofDays(99)));
    assertThatIllegalArgumentException().isThrownBy(() -> check.client("", "x"));
  }

  private static ComplianceCheck check(FakeServer server) {
    return ComplianceCheck.of(server.uri()).rate(1000);
  }
}
