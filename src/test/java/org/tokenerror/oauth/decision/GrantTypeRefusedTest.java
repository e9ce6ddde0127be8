package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.kept;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.answer.ErrorRenderer;

/** Corrects a code of another kind where the servlet's words are about the grant type. */
@Tag("S4")
class GrantTypeRefusedTest {
  private static final Exchange ODD = post("grant_type=urn:example:odd").withBasic();
  private static final Exchange KNOWN = post("grant_type=client_credentials").withBasic();

  /** RFC 6749 5.2: invalid_request is for values "other than grant type". */
  @Test
  @Tag("B14")
  void correctsAnInvalidRequestThatIsAboutTheGrantType() {
    Verdict.Replace refused =
        replaced(
            ODD.json(
                400,
                "{\"error\":\"invalid_request\","
                    + "\"error_description\":\"Invalid grant_type parameter value\"}"));
    assertThat(refused.rule()).isEqualTo("GRANT_TYPE_REFUSED");
    assertThat(refused.error().code()).isEqualTo("unsupported_grant_type");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error().description()).contains("Invalid grant_type parameter value");
  }

  @Test
  @Tag("B13")
  void correctsAnInvalidClientThatIsAboutTheGrantType() {
    Verdict.Replace refused =
        replaced(
            KNOWN.json(
                401,
                "{\"error\":\"invalid_client\",\"error_description\":"
                    + "\"Unauthorized grant type: client_credentials\"}"));
    assertThat(refused.error().code()).isEqualTo("unauthorized_client");
    assertThat(refused.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_client, Bad client credentials",
    "invalid_client, The client secret is wrong; which grant types it may use does not matter",
    "invalid_request, Invalid scope parameter",
    "invalid_request, The parameter code is missing"
  })
  void leavesWordsAboutAnythingElseAlone(String code, String words) {
    String body = "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(code, words);
    assertThat(replaced(ODD.json(422, body)).error().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "urn:example:odd, unsupported_grant_type",
    "client_credentials, unauthorized_client",
    "password, unauthorized_client"
  })
  @Tag("B13")
  @Tag("B14")
  void readsThatAGrantTypeCannotBeServedForThisClient(String grantType, String code) {
    String form = "grant_type=" + grantType + "&username=u&password=x";
    String words = "cannot serve " + grantType + " for s6BhdRkqt3";
    Verdict.Replace refused = replaced(post(form).withBasic().sentError(500, words));
    assertThat(refused.error().code()).isEqualTo(code);
    assertThat(refused.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"cannot serve requests", "cannot process password for db-7", "cannot serve"})
  @Tag("B20")
  void leavesAServerThatCannotServeAtAll(String words) {
    Exchange password = post("grant_type=password&username=u&password=x").withBasic();
    Verdict.Replace broken = replaced(password.sentError(500, words));
    assertThat(broken.error().code()).isEqualTo("server_error");
    assertThat(broken.status()).isEqualTo(500);
  }

  @Test
  @Tag("S3")
  void leavesItsOwnAnswerAlone() {
    Evidence first =
        ODD.json(
            400,
            "{\"error\":\"invalid_request\",\"error_description\":\"Invalid grant_type value\"}");
    Verdict.Replace verdict = replaced(first);
    try (ErrorRenderer renderer = new ErrorRenderer(AnswerPolicy.defaults())) {
      Evidence second = Exchange.after(first, renderer.render(verdict, first));
      assertThat(kept(second)).isEqualTo(Verdict.Reason.COMPLIANT);
    }
  }
}
