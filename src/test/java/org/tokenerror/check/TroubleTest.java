package org.tokenerror.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.judge.Level;

/** Checks endpoints that stop to answer, ask to slow down, or stand behind something else. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TroubleTest {
  private static final String SLOW_DOWN =
      "HTTP/1.1 429 Too Many\r\nRetry-After: 0\r\nContent-Type: application/json\r\n\r\n"
          + "{\"error\":\"temporarily_unavailable\"}";

  /** Closes its port after some answers, and opens it again if it is to come back. */
  private static int serveWithABreak(int answers, boolean back) throws IOException {
    ServerSocket first = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    int port = first.getLocalPort();
    AtomicInteger count = new AtomicInteger();
    GoodEndpoint good = new GoodEndpoint();
    new FakeServer(
        first,
        "http",
        (request, out) -> {
          if (count.incrementAndGet() == answers) {
            first.close();
          }
          good.answer(request, out);
        });
    if (back) {
      Thread thread = new Thread(() -> comeBack(first, port));
      thread.setDaemon(true);
      thread.start();
    }
    return port;
  }

  private static void comeBack(ServerSocket first, int port) {
    while (!first.isClosed()) {
      Thread.onSpinWait();
    }
    while (true) {
      try {
        new FakeServer(
            new ServerSocket(port, 50, InetAddress.getLoopbackAddress()),
            "http",
            new GoodEndpoint());
        return;
      } catch (IOException stillTaken) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void keepsWhatItFoundWhereTheServerGoesAway() throws IOException {
    int port = serveWithABreak(30, false);
    CheckResult result =
        ComplianceCheck.of(URI.create("http://127.0.0.1:" + port + "/token")).rate(1000).run();
    assertThat(result.cases()).hasSize(35);
    assertThat(result.cases().subList(30, 35))
        .allMatch(one -> one.judgement().outcome() == Judgement.Outcome.SILENT);
    assertThatThrownBy(result::assertCompliant)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("5 requests in a row were not answered");
  }

  @Test
  void goesOnWhereOneConnectionIsReset() throws IOException {
    GoodEndpoint good = new GoodEndpoint();
    AtomicInteger count = new AtomicInteger();
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    try (FakeServer fake =
        new FakeServer(
            server,
            "http",
            (request, out) -> {
              if (count.incrementAndGet() == 20) {
                throw new IOException("closed on purpose");
              }
              good.answer(request, out);
            })) {
      CheckResult result = ComplianceCheck.of(fake.uri()).rate(1000).run();
      assertThat(result.wrong(Level.MUST)).hasSize(1);
      assertThat(result.cases()).hasSizeGreaterThan(45);
    }
  }

  @Test
  void goesOnWhereAConnectionIsRefusedOnce() throws IOException {
    int port = serveWithABreak(20, true);
    CheckResult result =
        ComplianceCheck.of(URI.create("http://127.0.0.1:" + port + "/token")).rate(20).run();
    assertThat(result.cases()).hasSizeGreaterThan(45);
  }

  @Test
  void triesAgainWhereItIsAskedToSlowDown() throws IOException {
    GoodEndpoint good = new GoodEndpoint();
    AtomicInteger count = new AtomicInteger();
    try (FakeServer server =
        new FakeServer(
            (request, out) -> {
              if (count.incrementAndGet() % 10 == 0) {
                out.write(SLOW_DOWN.getBytes(StandardCharsets.US_ASCII));
              } else {
                good.answer(request, out);
              }
            })) {
      CheckResult result =
          check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).atMost(200).run();
      result.assertCompliant(Level.SHOULD);
      assertThat(server.requests()).hasSizeGreaterThan(result.cases().size());
      assertThat(result.cases()).noneMatch(one -> one.status() == 429);
    }
  }

  @Test
  void blamesNobodyForSlowingDown() throws IOException {
    GoodEndpoint good = new GoodEndpoint();
    AtomicInteger count = new AtomicInteger();
    try (FakeServer server =
        new FakeServer(
            (request, out) -> {
              if (count.incrementAndGet() > 30) {
                out.write(SLOW_DOWN.getBytes(StandardCharsets.US_ASCII));
              } else {
                good.answer(request, out);
              }
            })) {
      CheckResult result = check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).run();
      assertThat(result.wrong(Level.MUST)).isEmpty();
      assertThat(result.refusals()).hasSizeLessThan(30);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"407 Proxy Authentication Required", "502 Bad Gateway", "504 Timeout"})
  void tellsAProxyFromTheEndpoint(String status) throws IOException {
    try (FakeServer proxy =
        FakeServer.saying("HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n\r\nno")) {
      ComplianceCheck check =
          ComplianceCheck.of(URI.create("http://as.invalid/token"))
              .proxy("127.0.0.1", proxy.port())
              .rate(1000);
      assertThatThrownBy(check::run)
          .isInstanceOf(CannotCheckException.class)
          .hasMessageContaining("the proxy refuses with status " + status.substring(0, 3));
    }
  }

  @Test
  void stopsWhereBodiesHaveNoEnd() throws IOException {
    try (FakeServer server =
        new FakeServer(
            (request, out) -> {
              out.write("HTTP/1.1 400 No\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
              out.flush();
              waitForEver();
            })) {
      assertThatThrownBy(() -> check(server).timeout(Duration.ofMillis(100)).run())
          .isInstanceOf(CannotCheckException.class)
          .hasMessageContaining("the body had no end");
      assertThat(server.requests()).hasSize(5);
    }
  }

  private static void waitForEver() throws IOException {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void claimsNothingWhereNothingWasRefused() {
    assertThat(new Score(0, 0, 0, 0, 0, 0).percentRight()).isZero();
  }

  private static ComplianceCheck check(FakeServer server) {
    return ComplianceCheck.of(server.uri()).rate(1000);
  }
}
