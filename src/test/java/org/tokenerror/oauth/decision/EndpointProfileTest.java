package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.EndpointProfile.BACKCHANNEL_AUTHENTICATION;
import static org.tokenerror.oauth.EndpointProfile.DEVICE_AUTHORIZATION;
import static org.tokenerror.oauth.EndpointProfile.INTROSPECTION;
import static org.tokenerror.oauth.EndpointProfile.PUSHED_AUTHORIZATION;
import static org.tokenerror.oauth.EndpointProfile.REGISTRATION;
import static org.tokenerror.oauth.EndpointProfile.REVOCATION;
import static org.tokenerror.oauth.EndpointProfile.TOKEN;
import static org.tokenerror.oauth.Exchange.kept;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.ErrorResponse;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.Verdict.Reason;
import org.tokenerror.oauth.answer.ErrorRenderer;

@Tag("S9")
final class EndpointProfileTest {
  private static final String HTML = "<!doctype html><html><body>Please log in</body></html>";

  @ParameterizedTest
  @EnumSource
  void isFoundByItsLabel(EndpointProfile profile) {
    assertThat(EndpointProfile.ofLabel(profile.label())).contains(profile);
    assertThat(profile.label()).matches("[a-z]+(-[a-z]+)?");
  }

  @Test
  void knowsNoOtherLabels() {
    assertThat(EndpointProfile.ofLabel("https")).isEmpty();
    assertThat(EndpointProfile.ofLabel("Revocation")).contains(REVOCATION);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("F13")
  @Tag("F14")
  @Tag("F15")
  @Tag("F16")
  void keepsTheOneFormatOfFailures(EndpointProfile profile) {
    Verdict.Replace found = replaced(clientPost(profile).sentError(500, "broken"));
    assertThat(found.status()).isEqualTo(500);
    assertThat(found.error().code()).isEqualTo("server_error");
  }

  @ParameterizedTest
  @EnumSource(names = "TOKEN", mode = EnumSource.Mode.EXCLUDE)
  @Tag("D11")
  void asksNobodyElseForAGrantType(EndpointProfile profile) {
    assertThat(replaced(clientPost(profile).sentError(401, "Bad credentials")).error().code())
        .isEqualTo("invalid_client");
    assertThat(kept(compliant(profile, 400, "invalid_request"))).isEqualTo(Reason.COMPLIANT);
  }

  @ParameterizedTest
  @EnumSource(names = "TOKEN", mode = EnumSource.Mode.EXCLUDE)
  @Tag("F19")
  void keepsWhatTheServletStates(EndpointProfile profile) {
    for (String code : List.of("invalid_request", "invalid_scope", "shiny_new_code")) {
      assertThat(kept(compliant(profile, 400, code))).as(code).isEqualTo(Reason.COMPLIANT);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "TOKEN", mode = EnumSource.Mode.EXCLUDE)
  void doesNotGuessAnErrorOfAGrant(EndpointProfile profile) {
    Verdict.Replace found =
        replaced(clientPost(profile).sentError(400, "The refresh token has expired"));
    assertThat(found.error().code())
        .isEqualTo(profile == REGISTRATION ? "invalid_client_metadata" : "invalid_request");
    assertThat(found.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource(names = "REGISTRATION", mode = EnumSource.Mode.EXCLUDE)
  @Tag("D14")
  @Tag("B18")
  void takesOnlyPost(EndpointProfile profile) {
    assertThat(profile.allows("POST")).isTrue();
    assertThat(profile.allows("GET")).isFalse();
    assertThat(profile.methodsBesides("GET")).isEqualTo("POST");
    Verdict.Replace found = replaced(Exchange.get("").at(profile).sentError(405, "GET"));
    assertThat(found.status()).isEqualTo(405);
    assertThat(found.error().code()).isEqualTo("invalid_request");
  }

  @Nested
  @Tag("F11")
  class Revocation {
    private final Exchange request = post("token=abcd").withBasic().at(REVOCATION);

    @Test
    void isDoneWhatever200Says() {
      assertThat(kept(request.empty(200))).isEqualTo(Reason.SUCCESS);
      assertThat(kept(request.empty(204))).isEqualTo(Reason.SUCCESS);
      assertThat(kept(request.json(200, "{}"))).isEqualTo(Reason.SUCCESS);
      assertThat(kept(request.json(200, "{\"ok\":false,\"msg\":\"no such token\"}")))
          .isEqualTo(Reason.SUCCESS);
      assertThat(kept(request.returned(200, "text/html", HTML))).isEqualTo(Reason.SUCCESS);
      assertThat(kept(request.json(200, "{\"error\":\"invalid_token\"}")))
          .isEqualTo(Reason.SUCCESS);
      assertThat(kept(request.json(200, "{\"error\":\"invalid_grant\"}")))
          .isEqualTo(Reason.SUCCESS);
    }

    @Test
    @Tag("B2")
    void isNotDoneWhen200SaysThatTheClientFailed() {
      assertThat(replaced(request.json(200, "{\"error\":\"invalid_client\"}")).status())
          .isEqualTo(401);
    }

    @Test
    void hasACodeOfItsOwn() {
      Verdict.Replace found = replaced(request.json(401, "{\"error\":\"unsupported_token_type\"}"));
      assertThat(found.error().code()).isEqualTo("unsupported_token_type");
      assertThat(found.status()).isEqualTo(400);
    }

    @Test
    @Tag("B22")
    void mayBeTriedLater() {
      Verdict.Replace found = replaced(request.sentError(503, "later", "Retry-After", "5"));
      assertThat(found.status()).isEqualTo(503);
      assertThat(found.error().code()).isEqualTo("temporarily_unavailable");
    }

    @Test
    void doesNotCallATokenInvalid() {
      assertThat(replaced(request.json(400, "{\"error\":\"invalid_token\"}")).error().code())
          .isEqualTo("invalid_request");
    }

    @Test
    @Tag("D7")
    void missesTheToken() {
      Verdict.Replace found =
          replaced(post("token=").withBasic().at(REVOCATION).sentError(500, "null"));
      assertThat(found.error().code()).isEqualTo("invalid_request");
      assertThat(found.error().description()).contains("The parameter token is missing.");
    }
  }

  @Nested
  @Tag("F12")
  class Introspection {
    private final Exchange request = post("token=abcd").withBasic().at(INTROSPECTION);
    private final Exchange bearer =
        post("token=abcd").authorization("Bearer mF_9.B5f-4.1JqM").at(INTROSPECTION);

    @Test
    void findsInactiveTokens() {
      assertThat(kept(request.json(200, "{\"active\":false}"))).isEqualTo(Reason.SUCCESS);
      assertThat(kept(request.json(200, "{\"active\":false,\"error\":\"inactive_token\"}")))
          .isEqualTo(Reason.SUCCESS);
      assertThat(kept(request.json(200, "{\"active\":true,\"scope\":\"a\"}")))
          .isEqualTo(Reason.SUCCESS);
      assertThat(kept(request.returned(200, "application/token-introspection+jwt", "eyJ.e30.")))
          .isEqualTo(Reason.SUCCESS);
      assertThat(kept(request.empty(200))).isEqualTo(Reason.SUCCESS);
    }

    @Test
    @Tag("B2")
    @Tag("B3")
    void failsWithAnErrorOrAPage() {
      assertThat(replaced(request.json(200, "{\"error\":\"invalid_client\"}")).status())
          .isEqualTo(401);
      assertThat(replaced(request.returned(200, "text/html", HTML)).status())
          .isGreaterThanOrEqualTo(400);
    }

    @Test
    @Tag("B8")
    void refusesClientsWith401() {
      Verdict.Replace found = replaced(request.sentError(403, "Bad client credentials"));
      assertThat(found.error().code()).isEqualTo("invalid_client");
      assertThat(found.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unauthorized", "Token expired", "Bad credentials"})
    @Tag("C14")
    void refusesBearerTokensAsRfc6750Asks(String words) {
      Evidence evidence = bearer.sentError(401, words);
      Verdict.Replace found = replaced(evidence);
      assertThat(found.error().code()).isEqualTo("invalid_token");
      assertThat(found.status()).isEqualTo(401);
      assertThat(render(evidence).headers().all("WWW-Authenticate"))
          .containsExactly("Bearer realm=\"token\"");
    }

    @Test
    void keepsWhatRfc6750Asks() {
      String challenge = "Bearer realm=\"x\", error=\"invalid_token\"";
      assertThat(
              kept(
                  bearer.json(401, "{\"error\":\"invalid_token\"}", "WWW-Authenticate", challenge)))
          .isEqualTo(Reason.COMPLIANT);
      Verdict.Replace scope = replaced(bearer.sentError(403, "Forbidden"));
      assertThat(scope.error().code()).isEqualTo("insufficient_scope");
      assertThat(scope.status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DEVICE_AUTHORIZATION, '{\"device_code\":\"G\",\"user_code\":\"W\"}'",
    "PUSHED_AUTHORIZATION, '{\"request_uri\":\"urn:x\",\"expires_in\":60}'",
    "BACKCHANNEL_AUTHENTICATION, '{\"auth_req_id\":\"1c2\",\"expires_in\":120}'",
    "REGISTRATION, '{\"client_id\":\"s6\",\"client_secret\":\"x\"}'"
  })
  @Tag("F13")
  @Tag("F14")
  @Tag("F15")
  @Tag("F16")
  void keepsSuccessesOfTheirOwn(EndpointProfile profile, String body) {
    Exchange request = clientPost(profile);
    assertThat(kept(request.json(profile == PUSHED_AUTHORIZATION ? 201 : 200, body)))
        .isEqualTo(Reason.SUCCESS);
    assertThat(replaced(request.json(200, "{\"error\":\"access_denied\"}")).error().code())
        .isEqualTo("access_denied");
    assertThat(replaced(request.returned(200, "text/html", HTML)).status())
        .isGreaterThanOrEqualTo(400);
  }

  @Nested
  @Tag("F13")
  class PushedAuthorization {
    private final Exchange request =
        post("response_type=code&client_id=s6").withBasic().at(PUSHED_AUTHORIZATION);

    @ParameterizedTest
    @CsvSource({"413, 413", "429, 429", "400, 400", "404, 400", "302, 500"})
    void keepsTheStatusesOfRfc9126(int status, int expected) {
      assertThat(replaced(request.sentError(status, "no")).status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "invalid_request_object",
          "invalid_request_uri",
          "request_not_supported",
          "unsupported_response_type",
          "invalid_authorization_details",
          "use_attestation_challenge"
        })
    @Tag("F7")
    @Tag("F18")
    void keepsTheCodesOfTheAuthorizationEndpoint(String code) {
      assertThat(kept(compliant(PUSHED_AUTHORIZATION, 400, code))).isEqualTo(Reason.COMPLIANT);
    }
  }

  @Nested
  @Tag("F14")
  class DeviceAuthorization {
    @Test
    void answersAsTheTokenEndpointDoes() {
      Exchange request = post("client_id=s6&scope=a").at(DEVICE_AUTHORIZATION);
      assertThat(replaced(request.sentError(400, "Unknown scope")).error().code())
          .isEqualTo("invalid_scope");
      assertThat(replaced(request.sentError(401, "Unknown client")).error().code())
          .isEqualTo("invalid_client");
    }
  }

  @Nested
  @Tag("F16")
  class BackchannelAuthentication {
    @Test
    @Tag("B11")
    void deniesWith403() {
      assertThat(kept(compliant(BACKCHANNEL_AUTHENTICATION, 403, "access_denied")))
          .isEqualTo(Reason.COMPLIANT);
      Exchange request = clientPost(BACKCHANNEL_AUTHENTICATION);
      assertThat(replaced(request.json(400, "{\"error\":\"access_denied\"}")).status())
          .isEqualTo(403);
      assertThat(replaced(clientPost(TOKEN).json(403, "{\"error\":\"access_denied\"}")).status())
          .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "expired_login_hint_token",
          "unknown_user_id",
          "missing_user_code",
          "invalid_user_code",
          "invalid_binding_message"
        })
    void hasCodesOfItsOwn(String code) {
      assertThat(kept(compliant(BACKCHANNEL_AUTHENTICATION, 400, code)))
          .isEqualTo(Reason.COMPLIANT);
    }
  }

  @Nested
  @Tag("F15")
  class Registration {
    private final Exchange request =
        post("{\"redirect_uris\":[]}").header("Content-Type", "application/json").at(REGISTRATION);

    @ParameterizedTest
    @ValueSource(
        strings = {
          "invalid_redirect_uri",
          "invalid_client_metadata",
          "invalid_software_statement",
          "unapproved_software_statement"
        })
    void hasCodesOfItsOwn(String code) {
      assertThat(kept(compliant(REGISTRATION, 400, code))).isEqualTo(Reason.COMPLIANT);
      Verdict.Replace found = replaced(request.json(422, "{\"error\":\"" + code + "\"}"));
      assertThat(found.error().code()).isEqualTo(code);
      assertThat(found.status()).isEqualTo(400);
    }

    @Test
    void takesJson() {
      assertThat(replaced(request.sentError(500, "null")).error().code()).isEqualTo("server_error");
      Verdict.Replace form =
          replaced(request.header("Content-Type", Exchange.FORM).sentError(415, "no"));
      assertThat(form.error().code()).isEqualTo("invalid_request");
      assertThat(form.error().description()).contains("The request body must be application/json.");
    }

    @Test
    void blamesTheMetadata() {
      assertThat(replaced(request.sentError(400, "no")).error().code())
          .isEqualTo("invalid_client_metadata");
    }

    @Test
    @Tag("C14")
    void asksForABearerToken() {
      Evidence evidence = request.sentError(401, "Unauthorized");
      assertThat(replaced(evidence).error().code()).isEqualTo("invalid_token");
      assertThat(render(evidence).headers().all("WWW-Authenticate"))
          .containsExactly("Bearer realm=\"token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void isManagedByOtherMethods(String method) {
      Exchange management = request.method(method).authorization("Bearer reg-23410913");
      assertThat(kept(management.json(200, "{\"client_id\":\"s6\"}"))).isEqualTo(Reason.SUCCESS);
      assertThat(kept(management.empty(204))).isEqualTo(Reason.SUCCESS);
      Verdict.Replace gone = replaced(management.sentError(404, "Not Found"));
      assertThat(gone.error().code()).isEqualTo("invalid_token");
      assertThat(gone.status()).isEqualTo(401);
    }

    @Test
    @Tag("B18")
    void listsTheOtherMethods() {
      Evidence evidence = request.method("PATCH").sentError(405, "PATCH");
      assertThat(render(evidence).headers().all("Allow")).containsExactly("GET, POST, PUT, DELETE");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_token, TOKEN, invalid_grant",
    "insufficient_scope, TOKEN, invalid_scope",
    "unsupported_response_type, TOKEN, unsupported_grant_type",
    "insufficient_scope, PUSHED_AUTHORIZATION, invalid_scope",
    "insufficient_scope, REVOCATION, unauthorized_client",
    "unsupported_response_type, REGISTRATION, invalid_client_metadata",
    "unsupported_response_type, REVOCATION, invalid_request"
  })
  @Tag("A4")
  void translatesCodesOfOtherEndpoints(String stated, EndpointProfile profile, String code) {
    Exchange request = post("grant_type=refresh_token&refresh_token=r&token=t").withBasic();
    assertThat(
            replaced(request.at(profile).json(400, "{\"error\":\"" + stated + "\"}"))
                .error()
                .code())
        .isEqualTo(code);
  }

  private static Exchange clientPost(EndpointProfile profile) {
    String type = profile == REGISTRATION ? "application/json" : Exchange.FORM;
    String form = profile == TOKEN ? "grant_type=refresh_token&refresh_token=r" : "token=abcd";
    return post(form).header("Content-Type", type).withBasic().at(profile);
  }

  private static Evidence compliant(EndpointProfile profile, int status, String code) {
    return clientPost(profile).json(status, "{\"error\":\"" + code + "\"}");
  }

  private static ErrorResponse render(Evidence evidence) {
    try (ErrorRenderer renderer = new ErrorRenderer(AnswerPolicy.defaults())) {
      return renderer.render(replaced(evidence), evidence);
    }
  }

  @Test
  void defaultsToTokens() {
    assertThat(RequestFacts.builder().build().profile()).isEqualTo(TOKEN);
    assertThat(Optional.of(TOKEN.needsGrantType())).contains(true);
  }
}
