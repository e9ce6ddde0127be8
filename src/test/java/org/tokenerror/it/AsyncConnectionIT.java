package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.it.app.AsyncServlet;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.RawConnection;
import org.tokenerror.testing.TokenRequest;

/**
 * Fails asynchronously over a connection that stays open, where a second answer, or a byte too many
 * or too few, would be seen by the next request.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("S1")
final class AsyncConnectionIT {
  private static final Package APP = AsyncServlet.class.getPackage();
  private static final TokenRequest WRONG =
      TokenRequest.by("client", "wr0ng").grant("client_credentials");

  @Deployment(testable = false)
  static WebArchive async() {
    return Server.war("turns.war")
        .addPackages(
            false, Filters.include(".*(Async|Tangle|Elsewhere|PieceByPiece|Answering).*"), APP)
        .addAsWebResource(
            new StringAsset(
                "<%@ page session=\"false\" %><% response.setStatus(401); %>Bad client credentials"),
            "refused.jsp");
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETE_SAME_THREAD, 401",
    "COMPLETE_OTHER_THREAD, 401",
    "COMPLETE_WITH_WRAPPED_RESPONSE, 401",
    "COMPLETE_WITHOUT_A_WORD, 401",
    "SEND_ERROR, 401",
    "SEND_ERROR_BEFORE_RETURN, 401",
    "DISPATCH_TO_ITSELF, 401",
    "DISPATCH_TO_ITSELF_AND_THROW, 401",
    "DISPATCH_ELSEWHERE, 401",
    "DISPATCH_TO_JSP, 401",
    "TIMEOUT, 503",
    "TIMEOUT_AFTER_HALF_A_BODY, 503",
    "TIMEOUT_ANSWERED_BY_LISTENER, 429",
    "TIMEOUT_DISPATCHED_BY_LISTENER, 401",
    "ERROR, 401",
    "ERROR_ANSWERED_BY_LISTENER, 400",
    "NON_BLOCKING_REFUSAL, 401",
    "NON_BLOCKING_LARGE_REFUSAL, 401"
  })
  void answersOnce(String way, int status) throws IOException {
    answersOnce(way, "/turns/oauth2/token", status);
  }

  @ParameterizedTest
  @CsvSource({
    "DISPATCH_REPEATEDLY, 401",
    "DISPATCH_THEN_COMPLETE, 401",
    "DISPATCH_ELSEWHERE_AND_BACK, 401",
    "DISPATCH_WITH_HALF_A_BODY, 401",
    "WRITE_TO_THE_FIRST_RESPONSE, 401",
    "SEND_ERROR_AND_FORGET, 401",
    "LISTENER_ANSWERS_ERROR_AFTER_DISPATCH, 401",
    "COMPLETE_AND_COMPLETE_AGAIN, 401",
    "COMPLETE_AND_THEN_WRITE, 401",
    "TIMEOUT_WITH_A_BROKEN_LISTENER, 429",
    "TIMEOUT_WITH_BROKEN_LISTENERS_ONLY, 503",
    "TIMEOUT_WITH_IDLE_LISTENERS, 503",
    "TIMEOUT_IN_A_DISPATCHED_PASS, 503"
  })
  void answersOnceInATangle(String way, int status) throws IOException {
    answersOnce(way, "/turns/oauth2/v1/token", status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPLETE_AND_THEN_GRANT", "DISPATCH_AND_COMPLETE"})
  @Tag("S2")
  void leavesATokenAloneInATangle(String way) throws IOException {
    TokenRequest request = WRONG.line("X-Case: " + way);
    RawAnswer bare = request.sendTo(Server.http(), "/turns/tangle");
    RawAnswer filtered = request.sendTo(Server.http(), "/turns/oauth2/v1/token");
    if (bare.text().contains("access_token")) {
      assertAnswer(filtered).isSameSuccessAs(bare);
    } else {
      assertThat(filtered.text()).doesNotContain("access_token");
    }
  }

  /** Some containers report the exception at once, some only that nothing happened in time. */
  @Test
  void answersOnceForAnExceptionOnTheOtherThread() throws IOException {
    RawAnswer answer = onlyAnswer("THROW_ON_THE_OTHER_THREAD", "/turns/oauth2/v1/token");
    assertAnswer(answer).isWellFormedError();
    assertThat(answer.status()).isIn(500, 503);
  }

  @Test
  @Tag("B5")
  void knowsThatTheParametersCouldNotBeRead() throws IOException {
    TokenRequest broken =
        TokenRequest.by("client", "wr0ng")
            .raw("grant_type=%zz")
            .line("X-Case: GIVE_UP_ON_PARAMETERS");
    assumeTrue(Server.refusesBrokenParameters(), "the server drops them and says nothing");
    assertAnswer(broken.sendTo(Server.http(), "/turns/oauth2/v1/token"))
        .isError(400, "invalid_request");
  }

  private static void answersOnce(String way, String path, int status) throws IOException {
    String code =
        switch (status) {
          case 401 -> "invalid_client";
          case 400 -> "invalid_scope";
          default -> "temporarily_unavailable";
        };
    assertAnswer(onlyAnswer(way, path)).as(way).isError(status, code);
  }

  private static RawAnswer onlyAnswer(String way, String path) throws IOException {
    try (RawConnection connection = Server.http().connect()) {
      WRONG.line("X-Case: " + way).sendTo(connection, path);
      RawAnswer answer = connection.receive();
      // Tomcat closes after some statuses, and says so
      if (!answer.headers("Connection").equals(List.of("close"))) {
        TokenRequest next = WRONG.line("X-Case: COMPLETE_OTHER_THREAD").line("Connection: close");
        next.sendTo(connection, "/turns/oauth2/token");
        assertAnswer(connection.receive()).as("after %s", way).isError(401, "invalid_client");
      }
      assertThat(connection.drain()).as("bytes too many after %s", way).isZero();
      return answer;
    }
  }
}
