package org.tokenerror.it.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.tokenerror.it.apps.Refusal.Answer;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;
import org.tokenerror.testing.apps.RealApp;
import org.tokenerror.testing.apps.RunningApp;
import org.tokenerror.testing.apps.Variant;

/** Fails and succeeds in applications made with real frameworks, without the filter and with it. */
final class RealAppsIT {
  private static final TokenRequest GOOD =
      TokenRequest.by("web", "web-secret").grant("client_credentials");

  /** What these applications do not refuse, or refuse for another good reason. */
  private static final Map<RealApp, Map<Refusal, Answer>> OTHERWISE =
      Map.of(
          RealApp.OLTU,
          // it says which parameters the form lacks, and RFC 6749 5.2 agrees
          Map.of(Refusal.NO_CREDENTIALS, Answer.INVALID_REQUEST),
          RealApp.STRUTS7,
          Map.of(
              // it says that it cannot serve authorization_code for this client
              Refusal.CODE_BAD, Answer.UNAUTHORIZED_CLIENT,
              Refusal.GET, Answer.ACCEPTED));

  @TestFactory
  @Tag("S1")
  @Tag("S2")
  @Tag("S4")
  @Tag("S5")
  @Tag("S6")
  Stream<DynamicNode> everyFailureLeavesAsRfc6749Asks() {
    return Stream.of(RealApp.values())
        .map(app -> DynamicContainer.dynamicContainer(app.framework(), tests(app)));
  }

  private static Stream<DynamicTest> tests(RealApp app) {
    return Stream.of(app).map(RealAppsIT::start).flatMap(running -> tests(app, running));
  }

  private static RunningApp start(RealApp app) {
    try {
      return app.start(Variant.BARE, Variant.FILTERED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<DynamicTest> tests(RealApp app, RunningApp running) {
    Stream<DynamicTest> successes =
        Stream.of(DynamicTest.dynamicTest("good request", () -> passesAsItIs(running, GOOD)));
    Map<Refusal, Answer> otherwise = OTHERWISE.getOrDefault(app, Map.of());
    Stream<DynamicTest> refusals =
        Refusal.all().stream()
            .map(
                refusal -> {
                  Answer answer = otherwise.getOrDefault(refusal, refusal.answer());
                  return DynamicTest.dynamicTest(
                      refusal + ": " + answer, () -> answers(running, refusal, answer));
                });
    return Stream.concat(successes, refusals).onClose(() -> stop(running));
  }

  private static void stop(RunningApp running) {
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void passesAsItIs(RunningApp app, TokenRequest request) throws IOException {
    RawAnswer bare = app.send(request, Variant.BARE);
    assertThat(bare.status()).as(bare.toString()).isEqualTo(200);
    assertThat(bare.text()).contains("access_token");
    RawAnswer filtered = app.send(request, Variant.FILTERED);
    assertAnswer(filtered.withoutTokens()).isSameSuccessAs(bare.withoutTokens());
  }

  private static void answers(RunningApp app, Refusal refusal, Answer answer) throws IOException {
    if (answer == Answer.ACCEPTED) {
      passesAsItIs(app, refusal.request());
      return;
    }
    RawAnswer bare = app.send(refusal.request(), Variant.BARE);
    RawAnswer filtered = app.send(refusal.request(), Variant.FILTERED);
    if (isRight(bare, status(refusal, answer, bare), answer)) {
      assertAnswer(filtered).isSameAs(bare); // S3
      return;
    }
    assertAnswer(filtered)
        .as("bare: %s", bare.statusLine())
        .isError(status(refusal, answer, bare), answer.code())
        .hides("wr0ng", "web-secret", "b4d-", "com.example");
    if (!refusal.scheme().isEmpty() && answer == Answer.INVALID_CLIENT) {
      assertThat(filtered.headers("WWW-Authenticate"))
          .as("bare: %s", bare.statusLine())
          .anyMatch(challenge -> challenge.startsWith(refusal.scheme() + " "));
    }
  }

  /** Tells whether the application itself answers as it should. */
  private static boolean isRight(RawAnswer bare, int status, Answer answer) {
    return bare.status() == status
        && bare.text().contains("\"error\":\"" + answer.code() + "\"")
        && (status != 401 || bare.header("WWW-Authenticate").orElse("").startsWith("B"))
        && bare.header("Cache-Control").filter(value -> value.contains("no-store")).isPresent();
  }

  /** S5, S6: 400, but what a method's refusal and one of the client are allowed besides. */
  private static int status(Refusal refusal, Answer answer, RawAnswer bare) {
    if (answer == Answer.INVALID_CLIENT) {
      return !refusal.scheme().isEmpty() || bare.status() == 401 ? 401 : 400;
    }
    return bare.status() == 405 ? 405 : 400;
  }
}
