package org.tokenerror.oauth.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.body;
import static org.tokenerror.oauth.Exchange.kept;
import static org.tokenerror.oauth.Exchange.replaced;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.Verdict;

@Tag("S3")
@Tag("E10")
@DisplayName("S3: a compliant failure")
class ComplianceTest {
  private static final String GRANT = "{\"error\":\"invalid_grant\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        GRANT,
        " { \"error_description\" : \"late.\" , \"error\" : \"invalid_grant\" } \n",
        "{\"error\":\"invalid_grant\",\"error_uri\":\"https://e.example/x\",\"claims\":{\"a\":[1]}}",
        "{\"error\":\"mfa_required\",\"mfa_token\":\"Fe26.2**05yGzZ4Xb1x7\"}"
      })
  void stays(String body) {
    assertThat(kept(basic().json(400, body))).isEqualTo(Verdict.Reason.COMPLIANT);
    assertThat(kept(basic().returned(400, "application/json; charset=UTF-8", body)))
        .isEqualTo(Verdict.Reason.COMPLIANT);
  }

  @Test
  void staysWithItsChallenge() {
    String client = "{\"error\":\"invalid_client\"}";
    assertThat(kept(basic().json(401, client, "WWW-Authenticate", "basic realm=\"x\"")))
        .isEqualTo(Verdict.Reason.COMPLIANT);
    assertThat(kept(body().json(400, client))).isEqualTo(Verdict.Reason.COMPLIANT);
    assertThat(replaced(basic().json(401, client)).status()).isEqualTo(401);
    assertThat(replaced(basic().json(401, client, "WWW-Authenticate", "Basic realm=x")).status())
        .isEqualTo(401);
    assertThat(replaced(basic().json(401, client, "WWW-Authenticate", "Bearer")).status())
        .isEqualTo(401);
  }

  @Test
  @Tag("C21")
  void mayChallengeWithoutNeed() {
    assertThat(kept(basic().json(400, GRANT, "WWW-Authenticate", "Bearer realm=\"x\"")))
        .isEqualTo(Verdict.Reason.COMPLIANT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF{\"error\":\"invalid_grant\"}",
        "{\"error\":\"invalid_grant\",\"error\":\"invalid_grant\"}",
        "{\"error\":\"invalid_grant\",\"error_description\":\"\"}",
        "{\"error\":\"invalid_grant\",\"error_description\":null}",
        "{\"error\":\"invalid_grant\",\"error_description\":\"caf\u00E9\"}",
        "{\"error\":\"invalid_grant\",\"error_description\":\"a \\\"b\\\"\"}",
        "{\"error\":\"invalid_grant\",\"error_description\":\"java.lang.Foo\"}",
        "{\"error\":\"invalid_grant\",\"error_uri\":\"\"}",
        "{\"error\":\"invalid_grant\",\"access_token\":\"x\"}",
        "{\"error\":\"invalid_grant\",\"x\":\"SplxlOBeZQ\"}",
        "{\"error\":\"Invalid_grant\"}",
        "{\"error\":\"invalid_grant\"",
        "{\"error\":\"invalid_grant\"} x",
        "{'error':'invalid_grant'}",
        "[{\"error\":\"invalid_grant\"}]",
        "\"{\\\"error\\\":\\\"invalid_grant\\\"}\""
      })
  @Tag("A1")
  @Tag("A2")
  @Tag("A7")
  @Tag("A17")
  @Tag("A19")
  @Tag("A20")
  @Tag("A21")
  void isStrict(String body) {
    assertThat(replaced(basic().json(400, body)).error().code()).isEqualTo("invalid_grant");
  }

  @Test
  @Tag("A12")
  @Tag("A18")
  void isPlainJsonOnTheWire() {
    assertThat(replaced(basic().returned(400, "text/json", GRANT)).rule()).isNotEmpty();
    assertThat(replaced(basic().returned(400, "application/json;charset=latin1", GRANT)).rule())
        .isNotEmpty();
    assertThat(replaced(basic().json(400, GRANT, "Content-Encoding", "gzip")).rule()).isNotEmpty();
    assertThat(replaced(basic().json(400, GRANT, "Content-Type", "application/json")).rule())
        .isNotEmpty();
    Headers json = Headers.of("Content-Type", "application/json");
    byte[] latin1 = {'{', '"', 'e', 'r', 'r', 'o', 'r', '"', ':', '"', (byte) 0xE9, '"', '}'};
    assertThat(
            replaced(
                    new Evidence(
                        basic().facts(),
                        new Outcome.Returned(400, json, Outcome.Body.ofBytes(latin1, true, json))))
                .rule())
        .isNotEmpty();
    assertThat(
            replaced(
                    new Evidence(
                        basic().facts(),
                        new Outcome.Returned(400, json, Outcome.Body.ofText(GRANT, false))))
                .rule())
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 403, 404, 409, 410, 500})
  @Tag("B2")
  @Tag("B12")
  void hasItsStatus(int status) {
    assertThat(replaced(basic().json(status, GRANT)).status()).isEqualTo(400);
  }
}
