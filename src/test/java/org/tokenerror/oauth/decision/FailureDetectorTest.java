package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.get;
import static org.tokenerror.oauth.Exchange.kept;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.Verdict.Reason;

@Tag("S1")
@DisplayName("S1: a failure is")
class FailureDetectorTest {

  @Nested
  @Tag("S2")
  @Tag("E9")
  class NotASuccess {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"access_token\":\"a1\",\"token_type\":\"Bearer\"}",
          "\uFEFF{\"access_token\":\"a1\"}",
          "{\"ok\":true,\"authed_user\":{\"access_token\":\"x\"}}",
          "{\"error\":\"\",\"access_token\":\"a1\"}",
          "{\"error\":null,\"access_token\":\"a1\"}",
          "{\"error\":\"none\",\"access_token\":\"a1\"}",
          "{\"code\":200,\"message\":\"ok\",\"data\":{\"access_token\":\"a\"}}",
          "{\"accessToken\":\"a1\"}",
          "{\"device_code\":\"d\",\"user_code\":\"u\"}",
          "{\"active\":false}",
          "{\"code\":1000,\"message\":\"Success\",\"data\":{\"sessionKey\":\"x\"}}",
          "{\"sessionKey\":\"x\",\"errors\":[]}",
          "[{\"access_token\":\"x\"}]",
          "{\"jwt\":\"eyJ\",\"last_error\":{\"code\":1}}",
          "access_token=a1&expires=1",
          "<oauth><access_token>a1</access_token></oauth>",
          "eyJhbGciOiJIUzI1NiJ9.e30.x"
        })
    @Tag("A22")
    void withATokenOrWithoutEvidence(String body) {
      assertThat(kept(basic().returned(200, "application/json", body))).isEqualTo(Reason.SUCCESS);
    }

    @Test
    void ofTheRevocationOrIntrospectionEndpoint() {
      assertThat(kept(post("token=abcd").withBasic().empty(200))).isEqualTo(Reason.SUCCESS);
      assertThat(kept(post("token=abcd").withBasic().json(200, "{\"active\":false}")))
          .isEqualTo(Reason.SUCCESS);
    }

    @Test
    void ofAHealthPage() {
      assertThat(kept(get("").returned(200, "text/html", "<html>up</html>")))
          .isEqualTo(Reason.SUCCESS);
      assertThat(kept(get("").json(200, "{\"error\":\"none\"}"))).isEqualTo(Reason.SUCCESS);
      assertThat(kept(get("").method("OPTIONS").empty(200))).isEqualTo(Reason.SUCCESS);
    }

    @Test
    void thatWasCutOff() {
      Evidence cut =
          new Evidence(
              basic().facts(),
              new Outcome.Returned(
                  200,
                  org.tokenerror.http.Headers.empty(),
                  Outcome.Body.ofText("{\"code\":1,\"message\":\"", false)));
      assertThat(kept(cut)).isEqualTo(Reason.SUCCESS);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":\"invalid_grant\"} | invalid_grant",
        "{\"access_token\":\"\",\"error\":\"invalid_grant\"} | invalid_grant",
        "{\"access_token\":null,\"error\":\"invalid_grant\"} | invalid_grant",
        "{\"error\":{\"message\":\"code expired\"}} | invalid_grant",
        "{\"ok\":false,\"error\":\"invalid_client_id\"} | invalid_client",
        "{\"success\":false,\"message\":\"invalid code\"} | invalid_grant",
        "{\"errcode\":40029,\"errmsg\":\"invalid code\"} | invalid_grant",
        "{\"data\":{\"error_code\":1,\"description\":\"code expired\"},\"message\":\"error\"} |"
            + " invalid_grant",
        "callback({\"error\":100020,\"error_description\":\"code is reused\"}); | invalid_grant",
        "error=bad_verification_code&error_description=x | invalid_grant",
        "<OAuth><error>bad_verification_code</error></OAuth> | invalid_grant",
        "<html><body>Login failed: wrong password</body></html> | invalid_client",
        "ERROR: invalid code | invalid_grant",
        "{} | server_error",
        "[] | server_error",
        "true | server_error"
      })
  @Tag("B2")
  @DisplayName("a 200 that says so")
  void answersWithStatus200(String body, String code) {
    assertThat(replaced(basic().returned(200, "text/plain", body)).error().code()).isEqualTo(code);
  }

  @Test
  @DisplayName("an empty 2xx to a request that names a grant")
  void nothing() {
    assertThat(replaced(basic().empty(204)).status()).isEqualTo(500);
  }

  @Nested
  @Tag("B3")
  class ARedirect {
    @Test
    void toALoginPage() {
      Verdict.Replace verdict = replaced(basic().redirected("https://as.example.com/login"));
      assertThat(verdict.error().code()).isEqualTo("invalid_client");
      assertThat(verdict.status()).isEqualTo(401);
    }

    @Test
    void byStatusAndLocation() {
      assertThat(replaced(basic().empty(302, "Location", "/error")).status()).isEqualTo(500);
    }

    @Test
    void thatSaysTheCodeItself() {
      assertThat(
              replaced(basic().redirected("https://c.example/cb?error=invalid_scope&state=x"))
                  .error()
                  .code())
          .isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://as.example.com/oauth/token",
          "/oauth/token?x=1",
          "token",
          "/oauth/token;jsessionid=1"
        })
    void notToTheSamePath(String location) {
      assertThat(kept(basic().redirected(location))).isEqualTo(Reason.SAME_PATH_REDIRECT);
    }

    @Test
    void notWithoutLocation() {
      assertThat(kept(basic().empty(304))).isEqualTo(Reason.NOT_AN_ANSWER);
      assertThat(kept(basic().empty(300))).isEqualTo(Reason.NOT_AN_ANSWER);
    }
  }

  @Test
  @Tag("E7")
  @DisplayName("never a preflight")
  void preflight() {
    Evidence evidence =
        get("")
            .method("OPTIONS")
            .header("Origin", "https://spa.example")
            .header("Access-Control-Request-Method", "POST")
            .empty(403);
    assertThat(kept(evidence)).isEqualTo(Reason.PREFLIGHT);
  }

  @Test
  @DisplayName("sendError, an exception, a timeout")
  void theOtherEnds() {
    assertThat(replaced(basic().sentError(400, "x")).status()).isEqualTo(400);
    assertThat(replaced(basic().threw(new IllegalStateException("x"))).status()).isEqualTo(500);
    Evidence late =
        new Evidence(basic().facts(), new Outcome.TimedOut(org.tokenerror.http.Headers.empty()));
    assertThat(replaced(late).status()).isEqualTo(503);
    assertThat(replaced(late).error().code()).isEqualTo("temporarily_unavailable");
  }
}
