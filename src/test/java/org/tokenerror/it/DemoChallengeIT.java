package org.tokenerror.it;

import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Authenticates at the demo in every scheme and every wrong way. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("S6")
final class DemoChallengeIT {
  private static final TokenRequest NOBODY = TokenRequest.anonymous().grant("client_credentials");
  private static final String BASIC = "Basic realm=\"token\"";

  @Deployment(testable = false)
  static WebArchive demo() {
    return Server.demo();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Basic eDp5 | Basic realm=\"token\"",
        "bAsIc eDp5 | Basic realm=\"token\"",
        "Bearer abc.def | Bearer realm=\"token\"",
        "BEARER abc.def | Bearer realm=\"token\"",
        "DPoP abc.def | DPoP realm=\"token\"",
        "dpop abc.def | DPoP realm=\"token\"",
        "Negotiate YIIabc== | Negotiate",
        "nEGOTIATE YIIabc== | Negotiate",
        "Digest username=\"u\", realm=\"r\" | Basic realm=\"token\"",
        "Carrier pigeon=\"1\" | Basic realm=\"token\"",
        "xBasic eDp5 | Basic realm=\"token\""
      })
  @Tag("B8")
  @Tag("B9")
  @Tag("B10")
  @Tag("B17")
  @Tag("C3")
  @Tag("C20")
  @Tag("C23")
  void challengesInTheSchemeTheClientUsed(String authorization, String challenge)
      throws IOException {
    for (String style :
        new String[] {"send-error-message", "empty", "async-send-error", "exception-runtime"}) {
      assertAnswer(send(NOBODY.authorization(authorization).failing(style)))
          .as(style)
          .isError(401, "invalid_client")
          .challenges(challenge)
          .hides("abc.def", "YIIabc");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic ",
        "Basic !!!",
        "Basic Zm9v",
        "Basic Og==",
        "Basic eDp5,eDp5",
        "Basic eDp5 x"
      })
  @Tag("B16")
  void treatsMalformedBasicCredentialsAsWrongOnes(String authorization) throws IOException {
    for (String style :
        new String[] {"send-error-message", "status-stream-json-wrong", "html-page"}) {
      assertAnswer(send(NOBODY.authorization(authorization).failing(style)))
          .as(style)
          .isError(401, "invalid_client")
          .challenges(BASIC);
    }
  }

  @Test
  @Tag("B16")
  void treatsCredentialsThatAreNoUtf8AsWrongOnes() throws IOException {
    byte[] latin = "m\u00fcller:geheim".getBytes(StandardCharsets.ISO_8859_1);
    String encoded = Base64.getEncoder().encodeToString(latin);
    assertAnswer(send(NOBODY.authorization("Basic " + encoded)))
        .isError(401, "invalid_client")
        .challenges(BASIC)
        .hides("geheim", encoded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "=", "\"Basic\" eDp5", ":::"})
  @Tag("B17")
  void challengesWhateverTheHeaderHolds(String authorization) throws IOException {
    String challenge = authorization.equals("Bearer") ? "Bearer realm=\"token\"" : BASIC;
    assertAnswer(send(NOBODY.authorization(authorization)))
        .isError(401, "invalid_client")
        .challenges(challenge);
  }

  @Test
  @Tag("C1")
  @Tag("B7")
  void keeps401WithAChallengeWithoutAuthorization() throws IOException {
    assertAnswer(send(NOBODY)).isError(401, "invalid_client").challenges(BASIC);
    assertAnswer(send(NOBODY.with("client_id", "demo-client").with("client_secret", "wr0ng")))
        .isError(401, "invalid_client")
        .challenges(BASIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok-200-error", "exception-with-cause", "redirect-login"})
  @Tag("C22")
  void inventsNo401WithoutAuthorization(String style) throws IOException {
    TokenRequest wrong = NOBODY.with("client_id", "demo-client").with("client_secret", "wr0ng");
    assertAnswer(send(wrong.failing(style))).isError(400, "invalid_client").challenges();
  }

  @Test
  @Tag("C9")
  @Tag("C5")
  void repairsTheServletsChallenge() throws IOException {
    assertAnswer(send(NOBODY.authorization("Bearer abc.def").failing("wrong-challenge")))
        .isError(401, "invalid_client")
        .challenges("Bearer realm=\"legacy\"");
  }

  @Test
  @Tag("D20")
  void refusesTwoAuthorizationHeaders() throws IOException {
    TokenRequest twice = NOBODY.authorization("Basic eDp5").authorization("Bearer abc.def");
    RawAnswer answer = send(twice);
    assertAnswer(answer).isWellFormedError().hides("abc.def", "eDp5");
    assertAnswer(answer).isError(400, "invalid_request");
  }

  private static RawAnswer send(TokenRequest request) throws IOException {
    return request.sendTo(Server.http(), "/demo/oauth2/token");
  }
}
