package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.it.app.AsyncServlet;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Fails and succeeds asynchronously, in every order that servlets do. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("S1")
final class AsyncIT {
  private static final Package APP = AsyncServlet.class.getPackage();
  private static final String BASIC = "Basic realm=\"token\"";

  @Deployment(testable = false)
  static WebArchive async() {
    return Server.war("async.war")
        .addPackages(
            false,
            Filters.include(".*(AsyncCase|AsyncServlet|Elsewhere|PieceByPiece|Answering).*"),
            APP)
        .addAsWebResource(
            new StringAsset(
                "<%@ page session=\"false\" contentType=\"text/html;charset=UTF-8\" %>"
                    + "<% response.setStatus(401); %><html>Bad client credentials</html>"),
            "refused.jsp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPLETE_SAME_THREAD",
        "COMPLETE_OTHER_THREAD",
        "COMPLETE_WITH_WRAPPED_RESPONSE",
        "COMPLETE_WITHOUT_A_WORD",
        "SEND_ERROR",
        "SEND_ERROR_BEFORE_RETURN",
        "DISPATCH_TO_ITSELF",
        "DISPATCH_TO_ITSELF_AND_THROW",
        "DISPATCH_ELSEWHERE",
        "DISPATCH_TO_JSP",
        "ERROR",
        "NON_BLOCKING_REFUSAL",
        "NON_BLOCKING_LARGE_REFUSAL",
        "TIMEOUT_DISPATCHED_BY_LISTENER"
      })
  @Tag("B8")
  @Tag("B10")
  void answersARefusalOnce(String way) throws IOException {
    assertAnswer(send(way, "/async/oauth2/token"))
        .as(way)
        .isError(401, "invalid_client")
        .challenges(BASIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TIMEOUT", "TIMEOUT_AFTER_HALF_A_BODY"})
  @Tag("S5")
  @Tag("B20")
  void answersATimeoutNobodyAnsweredWith503(String way) throws IOException {
    assertAnswer(send(way, "/async/oauth2/token")).isError(503, "temporarily_unavailable");
  }

  @Test
  @Tag("B23")
  @Tag("S5")
  void leavesATimeoutToTheApplicationsListener() throws IOException {
    assertAnswer(send("TIMEOUT_ANSWERED_BY_LISTENER", "/async/oauth2/token"))
        .isError(429, "temporarily_unavailable")
        .header("Retry-After", "7");
  }

  @Test
  @Tag("B15")
  void leavesAnErrorToTheApplicationsListener() throws IOException {
    assertAnswer(send("ERROR_ANSWERED_BY_LISTENER", "/async/oauth2/token"))
        .isError(400, "invalid_scope")
        .header("Retry-After", "7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NON_BLOCKING_SUCCESS", "NON_BLOCKING_LATE_TOKEN"})
  @Tag("S2")
  @Tag("E9")
  void leavesALargeNonBlockingSuccessAsItIs(String way) throws IOException {
    RawAnswer bare = send(way, "/async/bare");
    assertThat(bare.body()).hasSizeGreaterThan(1 << 20);
    assertThat(bare.whole()).isTrue();
    assertAnswer(send(way, "/async/oauth2/token")).as(way).isSameSuccessAs(bare);
  }

  private static RawAnswer send(String way, String path) throws IOException {
    return TokenRequest.by("client", "wr0ng")
        .grant("client_credentials")
        .line("X-Case: " + way)
        .sendTo(Server.http(), path);
  }
}
