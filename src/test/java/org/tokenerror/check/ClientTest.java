package org.tokenerror.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.judge.Requirement;

/** Checks endpoints whose clients may do more or less than others, or are not those they say. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ClientTest {
  private static final String TOKEN =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n\r\n"
          + "{\"access_token\":\"t\",\"token_type\":\"Bearer\"}";

  @Test
  void saysThatTheClientWasRefused() throws IOException {
    try (FakeServer server = new FakeServer(new GoodEndpoint())) {
      ComplianceCheck check = check(server).client(GoodEndpoint.ID, "mistyped-99");
      assertThatThrownBy(check::run)
          .isInstanceOf(CannotCheckException.class)
          .hasMessageContaining("the client was refused: wrong id or secret?")
          .hasMessageNotContaining("mistyped-99");
      assertThat(server.requests()).hasSizeLessThan(6);
    }
  }

  @Test
  void goesOnWithoutARefusedClientIfTold() throws IOException {
    GoodEndpoint good = new GoodEndpoint();
    try (FakeServer server = new FakeServer(good)) {
      CheckResult result =
          check(server).client(GoodEndpoint.ID, "mistyped-99").evenIfNoTokenEndpoint().run();
      assertThat(result.assertCompliant(Level.SHOULD).withClient()).isFalse();
      assertThat(result.find("code-bad")).isEmpty();
      assertThat(good.failures()).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void findsNothingWrongWhereTheClientMayHaveCodesOnly() throws IOException {
    try (FakeServer server = new FakeServer(new GoodEndpoint().codesOnly())) {
      CheckResult result = check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).run();
      result.assertCompliant(Level.SHOULD);
      assertThat(result.find("code-bad").orElseThrow().error()).isEqualTo("invalid_grant");
    }
  }

  @Test
  void findsNothingWrongWhereAScopeIsNeeded() throws IOException {
    try (FakeServer server = new FakeServer(new GoodEndpoint().needing("api"))) {
      CheckResult result = check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).run();
      result.assertCompliant(Level.SHOULD);
      assertThat(result.find("good-query")).isEmpty();
      assertThat(result.notes()).anyMatch(note -> note.contains("--scope"));
      CheckResult whole =
          check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).scope("api").run();
      whole.assertCompliant(Level.SHOULD);
      assertThat(whole.find("good-query")).isPresent();
      assertThat(whole.notes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingWrongWhereTheClientMayUseOneMethodOnly(ClientMethod method) throws IOException {
    GoodEndpoint good = new GoodEndpoint();
    GoodEndpoint one = method == ClientMethod.BODY ? good.bodyOnly() : good.headerOnly();
    try (FakeServer server = new FakeServer(one)) {
      check(server)
          .client(GoodEndpoint.ID, GoodEndpoint.SECRET)
          .run()
          .assertCompliant(Level.SHOULD);
      assertThat(one.failures()).as("failures of a client that exists").isLessThanOrEqualTo(4);
      assertThat(check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).run())
          .extracting(result -> result.find("two-mechanisms").orElseThrow().codes())
          .isEqualTo(List.of("invalid_request", "invalid_client"));
      check(server)
          .client(GoodEndpoint.ID, GoodEndpoint.SECRET)
          .authenticating(method)
          .run()
          .assertCompliant(Level.SHOULD);
      assertThat(one.failures()).as("the same, the method given").isLessThanOrEqualTo(12);
    }
  }

  @Test
  void failsTheClientFourTimesAtMost() throws IOException {
    GoodEndpoint good = new GoodEndpoint();
    try (FakeServer server = new FakeServer(good)) {
      check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).run();
      assertThat(good.failures()).isBetween(1, 4);
    }
  }

  /** A secret that is an ordinary word is masked in codes too; what is decided must not change. */
  @Test
  void decidesByWhatCameNotByWhatIsShown() throws IOException {
    try (FakeServer server =
        FakeServer.saying("HTTP/1.1 400 No\r\n\r\n{\"error\":\"unauthorized_client\"}")) {
      CheckResult result = check(server).client("id", "client").run();
      assertThat(result.find("no-client").orElseThrow().sent())
          .contains("grant_type=authorization_code");
    }
  }

  @Test
  void findsThatEverybodyGetsAToken() throws IOException {
    try (FakeServer server = FakeServer.saying(TOKEN)) {
      CheckResult result = check(server).run();
      assertThat(result.find("unknown-client-header").orElseThrow().failures())
          .anyMatch(
              finding ->
                  finding.requirement() == Requirement.B6
                      && finding.detail().equals("a token for a client that did not authenticate"));
      assertThatThrownBy(result::assertCompliant)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("a token for a client that did not authenticate");
      assertThat(result.score().percentRight()).isZero();
    }
  }

  @Test
  void findsThatAWrongSecretGetsAToken() throws IOException {
    GoodEndpoint good = new GoodEndpoint();
    try (FakeServer server =
        new FakeServer(
            (request, out) -> {
              boolean wrong = request.body().contains("client_secret=" + Bait.SECRET);
              if (wrong && request.body().contains("client_id=good")) {
                out.write(TOKEN.getBytes(StandardCharsets.US_ASCII));
              } else {
                good.answer(request, out);
              }
            })) {
      CheckResult result = check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).run();
      assertThat(result.wrong(Level.MUST))
          .extracting(CaseResult::id)
          .containsExactly("wrong-secret-body");
      assertThatThrownBy(result::assertCompliant).isInstanceOf(AssertionError.class);
    }
  }

  /** Two ways to authenticate, both right: a token is wrong, but it went to the right client. */
  @Test
  void keepsOtherTokensApart() throws IOException {
    GoodEndpoint good = new GoodEndpoint();
    try (FakeServer server =
        new FakeServer(
            (request, out) -> {
              boolean two =
                  request.headers().contains("Authorization")
                      && request.body().contains("client_secret=");
              if (two) {
                out.write(TOKEN.getBytes(StandardCharsets.US_ASCII));
              } else {
                good.answer(request, out);
              }
            })) {
      CheckResult result = check(server).client(GoodEndpoint.ID, GoodEndpoint.SECRET).run();
      result.assertCompliant();
      assertThat(result.wronglyGranted()).extracting(CaseResult::id).contains("two-mechanisms");
    }
  }

  private static ComplianceCheck check(FakeServer server) {
    return ComplianceCheck.of(server.uri()).rate(1000);
  }
}
