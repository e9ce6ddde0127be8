package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.body;
import static org.tokenerror.oauth.Exchange.get;
import static org.tokenerror.oauth.Exchange.password;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.FailureRule;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.Verdict;

@Tag("S4")
@DisplayName("S4: the rule")
class BuiltInRuleTest {

  private static void finds(Evidence evidence, BuiltInRule rule, String code, int status) {
    Verdict.Replace verdict = replaced(evidence);
    assertThat(verdict.rule()).isEqualTo(rule.name());
    assertThat(verdict.error().code()).isEqualTo(code);
    assertThat(verdict.status()).isEqualTo(status);
  }

  @Nested
  @Tag("B20")
  class Infrastructure {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "ORA-28000: the account is locked",
          "password authentication failed for user \"oauth\"",
          "keystore password was incorrect",
          "Connection refused: invalid client",
          "java.lang.Foo\n\tat com.acme.Token.issue(Token.java:12) invalid grant"
        })
    void isNotMistakenForBadCredentials(String text) {
      finds(password().sentError(500, text), BuiltInRule.INFRASTRUCTURE, "server_error", 500);
    }

    @Test
    void looksAtCauses() {
      Throwable cause = new RuntimeException("x", new java.sql.SQLException("Login failed"));
      finds(password().threw(cause), BuiltInRule.INFRASTRUCTURE, "server_error", 500);
    }

    @Test
    void keepsAGatewaysStatus() {
      finds(
          basic().returned(502, "text/html", "<html>connection refused</html>"),
          BuiltInRule.INFRASTRUCTURE,
          "temporarily_unavailable",
          502);
    }

    @Test
    void leavesAStatedCodeAlone() {
      assertThat(replaced(basic().json(500, "{\"error\":\"invalid_grant\",\"x\":\"jdbc\"}")).rule())
          .isEqualTo("STATED_CODE");
    }
  }

  @Nested
  class UserRules {
    @Test
    void comeBeforeStatedCodesAndAreNotCorrected() {
      FailureRule rule =
          new FailureRule() {
            @Override
            public String name() {
              return "ACCOUNT_LOCKED";
            }

            @Override
            public Optional<OAuthError> apply(Evidence evidence) {
              return Optional.of(OAuthError.of("account_locked").withDescription("Locked."));
            }
          };
      Verdict verdict =
          new FailureClassifier(List.of(rule), AnswerPolicy.defaults())
              .classify(post("a=b").json(400, "{\"error\":\"invalid_grant\"}"));
      Verdict.Replace replace = verdict.replacement().orElseThrow();
      assertThat(verdict.label()).isEqualTo("ACCOUNT_LOCKED");
      assertThat(replace.error().code()).isEqualTo("account_locked");
      assertThat(replace.error().description()).contains("Locked.");
      assertThat(replace.status()).isEqualTo(400);
    }
  }

  @Nested
  @Tag("A4")
  class StatedCodes {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "INVALID_GRANT",
          "invalidGrant",
          "InvalidGrant",
          "invalid grant",
          "invalid-grant",
          "oauth.v2.InvalidGrant",
          "invalid_grant: code expired",
          "InvalidGrantException",
          " invalid_grant "
        })
    void areRecognisedInAnySpelling(String spelling) {
      finds(
          basic().json(401, "{\"error\":\"" + spelling + "\"}"),
          BuiltInRule.STATED_CODE,
          "invalid_grant",
          400);
    }

    @ParameterizedTest
    @CsvSource({
      "redirect_uri_mismatch,invalid_grant",
      "unsupported_response_type,unsupported_grant_type",
      "invalid_redirect_uri,invalid_grant",
      "expired_token,invalid_grant",
      "invalid_token,invalid_grant",
      "insufficient_scope,invalid_scope",
      "method_not_allowed,invalid_request",
      "jti_known,invalid_client",
      "unknown_error,server_error"
    })
    void areMappedWhereTheyAreMisused(String stated, String code) {
      assertThat(replaced(basic().json(404, "{\"error\":\"" + stated + "\"}")).error().code())
          .isEqualTo(code);
    }

    @Test
    void standInBearerChallengesToo() {
      finds(
          basic().empty(401, "WWW-Authenticate", "Bearer realm=\"x\", error=\"invalid_scope\""),
          BuiltInRule.STATED_CODE,
          "invalid_scope",
          400);
    }

    @Test
    @Tag("B13")
    void ofUnauthorizedClientNeedAnAuthenticatedClient() {
      String body = "{\"error\":\"unauthorized_client\",\"error_description\":\"%s\"}";
      assertThat(
              replaced(basic().json(401, body.formatted("Invalid client secret"))).error().code())
          .isEqualTo("invalid_client");
      assertThat(replaced(password().json(401, body.formatted("x"))).error().code())
          .isEqualTo("invalid_client");
      assertThat(
              replaced(basic().json(401, body.formatted("Unauthorized grant type"))).error().code())
          .isEqualTo("unauthorized_client");
    }

    @Test
    @Tag("B13")
    void ofUnauthorizedClientAreReadTogetherWithTheirWords() {
      finds(
          basic()
              .json(
                  400,
                  "{\"error\":\"unauthorized_client\",\"error_description\":\"Invalid client"
                      + " credentials\"}"),
          BuiltInRule.CLIENT_REJECTED,
          "invalid_client",
          401);
    }

    @Test
    void ofAServerThatFailedDoNotComeWith401() {
      assertThat(replaced(basic().json(401, "{\"error\":\"server_error\"}")).error().code())
          .isEqualTo("invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_pending", "slow_down", "access_denied", "expired_token"})
    @Tag("F1")
    void ofDevicesStayWithStatus400(String code) {
      Exchange device =
          post(
              "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=abcd"
                  + "&client_id=c");
      finds(device.json(429, "{\"error\":\"" + code + "\"}"), BuiltInRule.STATED_CODE, code, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"need_info", "request_denied", "request_submitted"})
    @Tag("F17")
    void ofUmaStayWithStatus403(String code) {
      Evidence evidence = basic().json(403, "{\"error\":\"" + code + "\",\"ticket\":\"t1\"}");
      assertThat(Exchange.kept(evidence)).isEqualTo(Verdict.Reason.COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Access denied", "Request denied", "Slow down: x"})
    void areNoSentences(String sentence) {
      assertThat(replaced(basic().sentError(403, sentence)).rule()).isNotEqualTo("STATED_CODE");
    }

    @Test
    @Tag("F2")
    void ofDpopStayWithStatus400() {
      finds(
          basic().json(401, "{\"error\":\"use_dpop_nonce\"}", "DPoP-Nonce", "n"),
          BuiltInRule.STATED_CODE,
          "use_dpop_nonce",
          400);
    }
  }

  @Nested
  @Tag("F19")
  class ExtensionCodes {
    @Test
    void areLeftAlone() {
      finds(
          basic().json(403, "{\"error\":\"mfa_required\",\"mfa_token\":\"m1\"}"),
          BuiltInRule.EXTENSION_CODE,
          "mfa_required",
          400);
    }

    @ParameterizedTest
    @CsvSource({
      "bad_authorization_code,invalid_grant",
      "incorrect_client_credentials,invalid_client",
      "bad_refresh_token,invalid_grant"
    })
    void areMappedWhenTheirOwnWordsSayWhatTheyMean(String stated, String code) {
      assertThat(replaced(basic().json(400, "{\"error\":\"" + stated + "\"}")).error().code())
          .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bad Request", "bad_request", "oauth2_error", "unauthorized", "E_1"})
    void areNoReasonPhrases(String text) {
      assertThat(replaced(basic().json(400, "{\"error\":\"" + text + "\"}")).rule())
          .isNotEqualTo("EXTENSION_CODE");
    }

    @Test
    void areNotTakenFromSpringBootsBody() {
      finds(
          basic()
              .json(
                  401,
                  "{\"timestamp\":\"2024\",\"status\":401,\"error\":\"Unauthorized\","
                      + "\"path\":\"/oauth/token\"}"),
          BuiltInRule.STATUS,
          "invalid_client",
          401);
    }
  }

  @Nested
  class Requests {
    @Test
    @Tag("D11")
    void withoutGrantTypeAreInvalidWhateverTheServletSaid() {
      finds(
          post("a=b").withBasic().json(401, "{\"error\":\"invalid_client\"}"),
          BuiltInRule.GRANT_TYPE_MISSING,
          "invalid_request",
          400);
      finds(
          post("a=b").withBasic().threw(new NullPointerException()),
          BuiltInRule.GRANT_TYPE_MISSING,
          "invalid_request",
          400);
    }

    @Test
    @Tag("D7")
    void withAnEmptyGrantTypeToo() {
      finds(
          post("grant_type=").withBasic().json(400, "{\"error\":\"unsupported_grant_type\"}"),
          BuiltInRule.GRANT_TYPE_MISSING,
          "invalid_request",
          400);
    }

    @Test
    @Tag("F12")
    void toOtherEndpointsNeedNone() {
      assertThat(
              replaced(
                      post("token=abcd")
                          .withBasic()
                          .at(EndpointProfile.REVOCATION)
                          .json(400, "{\"error\":\"invalid_client\"}"))
                  .error()
                  .code())
          .isEqualTo("invalid_client");
    }

    @Test
    @Tag("D21")
    void thatCouldNotBeReadProveNothing() {
      RequestFacts unread =
          RequestFacts.builder()
              .headers(
                  org.tokenerror.http.Headers.of(
                      "Content-Type", Exchange.FORM, "Content-Length", "30"))
              .build();
      Evidence evidence = new Evidence(unread, basic().sentError(401, "x").outcome());
      assertThat(replaced(evidence).error().code()).isEqualTo("invalid_client");
    }

    @Test
    @Tag("D9")
    void thatRepeatAParameterAreInvalid() {
      finds(
          post("grant_type=client_credentials&scope=a&scope=b")
              .withBasic()
              .json(400, "{\"error\":\"invalid_scope\"}"),
          BuiltInRule.PARAMETER_REPEATED,
          "invalid_request",
          400);
    }

    @Test
    @Tag("D10")
    void mayRepeatResource() {
      assertThat(
              replaced(
                      post("grant_type=client_credentials&resource=a&resource=b")
                          .withBasic()
                          .json(401, "{\"error\":\"invalid_target\"}"))
                  .error()
                  .code())
          .isEqualTo("invalid_target");
    }

    @Test
    @Tag("D1")
    void withTwoMechanismsAreInvalid() {
      finds(
          body().withBasic().json(401, "{\"error\":\"invalid_client\"}"),
          BuiltInRule.SEVERAL_MECHANISMS,
          "invalid_request",
          400);
    }

    @Test
    @Tag("D2")
    void mayRepeatTheClientIdBesideBasic() {
      Evidence evidence =
          post("grant_type=client_credentials&client_id=s6BhdRkqt3").withBasic().empty(401);
      assertThat(replaced(evidence).error().code()).isEqualTo("invalid_client");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Basic !!!not*base64!!!",
          "Basic bm9jb2xvbg==",
          "Basic",
          "Basic //46/w==",
          "Foo abcdef"
        })
    @Tag("B16")
    @Tag("B17")
    void withAnUnusableAuthorizationAre401(String authorization) {
      finds(
          post("grant_type=client_credentials")
              .authorization(authorization)
              .json(400, "{\"error\":\"invalid_request\"}"),
          BuiltInRule.AUTHORIZATION_UNUSABLE,
          "invalid_client",
          401);
    }

    @Test
    @Tag("B5")
    void withoutARequiredParameterAreInvalid() {
      finds(
          post("grant_type=refresh_token").withBasic().json(400, "{\"error\":\"invalid_grant\"}"),
          BuiltInRule.PARAMETER_MISSING,
          "invalid_request",
          400);
    }

    @Test
    @Tag("B18")
    @Tag("D14")
    void byGetStay405() {
      finds(
          get("grant_type=client_credentials").withBasic().sentError(405, ""),
          BuiltInRule.WRONG_METHOD,
          "invalid_request",
          405);
    }

    @Test
    @Tag("B19")
    @Tag("D15")
    void ofAnotherMediaTypeAreInvalid() {
      finds(
          basic().header("Content-Type", "application/json").sentError(415, "x"),
          BuiltInRule.WRONG_MEDIA_TYPE,
          "invalid_request",
          400);
    }

    @Test
    void withBrokenEncodingAreInvalid() {
      finds(
          post("grant_type=%zz").withBasic().threw(new IllegalStateException("x")),
          BuiltInRule.PARAMETERS_MALFORMED,
          "invalid_request",
          400);
    }

    @Test
    @Tag("B6")
    void ofClientCredentialsNeedCredentials() {
      finds(
          post("grant_type=client_credentials").sentError(400, "x"),
          BuiltInRule.CREDENTIALS_MISSING,
          "invalid_client",
          400);
    }

    @Test
    void doNotProveAnythingToAServerThatIsDown() {
      finds(post("a=b").sentError(503, "x"), BuiltInRule.STATUS, "temporarily_unavailable", 503);
    }
  }

  @Nested
  class Statuses {
    @ParameterizedTest
    @CsvSource({
      "401,invalid_client,401",
      "403,unauthorized_client,400",
      "404,invalid_grant,400",
      "413,invalid_request,413",
      "422,invalid_request,400",
      "429,temporarily_unavailable,429",
      "431,invalid_request,431",
      "500,server_error,500",
      "501,server_error,501",
      "502,temporarily_unavailable,502",
      "503,temporarily_unavailable,503",
      "504,temporarily_unavailable,504",
      "599,server_error,599",
      "700,server_error,500"
    })
    @Tag("S5")
    void speakWhenNothingElseDoes(int status, String code, int expected) {
      finds(basic().empty(status), BuiltInRule.STATUS, code, expected);
    }
  }
}
