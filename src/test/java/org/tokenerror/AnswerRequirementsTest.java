package org.tokenerror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.testing.ActionServlet;
import org.tokenerror.testing.ActionServlet.Action;
import org.tokenerror.testing.EmbeddedTomcat;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.RawHttp;

/** Proves requirements on answers, one after the other, over the wire of a real Tomcat. */
class AnswerRequirementsTest {
  private static final String GRANT = "grant_type=client_credentials";
  private static final String BASIC = RawHttp.basic("client", "Se3ret-of-client");

  @Test
  @Tag("A5")
  @Tag("A8")
  @DisplayName("A5, A8: keeps an answer without description and URI as it is")
  void descriptionAndUriAreOptional() throws Exception {
    RawAnswer answer = answerTo(json(400, "{\"error\":\"invalid_scope\"}"));
    assertThat(answer.text()).isEqualTo("{\"error\":\"invalid_scope\"}");
  }

  @Test
  @Tag("A14")
  @Tag("A15")
  @DisplayName("A14, A15: lifts a nested error to the top and writes strings")
  void liftsNestedErrors() throws Exception {
    RawAnswer answer =
        answerTo(json(400, "{\"error\":{\"code\":17,\"message\":\"Unknown scope\"}}"));
    assertThat(answer.text())
        .isEqualTo("{\"error\":\"invalid_scope\",\"error_description\":\"Unknown scope\"}");
  }

  @ParameterizedTest
  @Tag("A27")
  @ValueSource(strings = {"text/html", "application/xml", "image/png;q=1, */*;q=0", "nonsense"})
  @DisplayName("A27: answers in JSON whatever Accept says")
  void ignoresAccept(String accept) throws Exception {
    RawAnswer answer =
        answerTo(
            (request, response) -> response.sendError(406, "Unknown scope"),
            GRANT,
            "Accept: " + accept);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.text()).startsWith("{\"error\":\"invalid_scope\"");
  }

  @ParameterizedTest
  @Tag("B3")
  @Tag("B4")
  @ValueSource(ints = {301, 302, 303, 307, 308})
  @DisplayName("B4: sends no client with its credentials elsewhere")
  void redirectsNobodyElsewhere(int status) throws Exception {
    RawAnswer answer =
        answerTo(
            (request, response) -> {
              response.setStatus(status);
              response.setHeader("Location", "https://elsewhere.example/login");
            });
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.text()).startsWith("{\"error\":\"invalid_client\"");
  }

  @Test
  @Tag("B11")
  @Tag("G6")
  @DisplayName("B11: a refused client gets 401 and not 403")
  void forbidsNoClient() throws Exception {
    RawAnswer answer = answerTo((request, response) -> response.sendError(403, "Unknown client"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly("Basic realm=\"token\"");
  }

  @ParameterizedTest
  @Tag("B20")
  @Tag("B21")
  @CsvSource({
    "500, server_error",
    "502, temporarily_unavailable",
    "503, temporarily_unavailable",
    "504, temporarily_unavailable"
  })
  @DisplayName("B21: a server's fault keeps its status and gets a code")
  void namesServerFaults(int status, String code) throws Exception {
    RawAnswer answer = answerTo((request, response) -> response.sendError(status));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).startsWith("{\"error\":\"" + code + "\"");
  }

  @ParameterizedTest
  @Tag("B22")
  @Tag("B23")
  @Tag("B24")
  @ValueSource(ints = {429, 503})
  @DisplayName("B22, B24: Retry-After stays, and nobody stores the answer")
  void keepsRetryAfter(int status) throws Exception {
    RawAnswer answer =
        answerTo(
            (request, response) -> {
              response.setHeader("Retry-After", "17");
              response.setHeader("Cache-Control", "public, max-age=60");
              response.sendError(status, "Too many requests");
            });
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers("Retry-After")).containsExactly("17");
    assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
  }

  @Test
  @Tag("B25")
  @DisplayName("B25: an OpenID token request fails in the same form")
  void openIdFailsAlike() throws Exception {
    RawAnswer answer =
        answerTo(
            (request, response) -> response.sendError(400, "Authorization code expired"),
            "grant_type=authorization_code&code=abcdefgh&scope=openid");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.text()).startsWith("{\"error\":\"invalid_grant\"");
  }

  @ParameterizedTest
  @Tag("B7")
  @Tag("C1")
  @ValueSource(strings = {"Full authentication is required", "Unauthorized", "No"})
  @DisplayName("B7, C1: who only looks at the endpoint is refused as the servlet refuses it")
  void keepsTheRefusalOfAVisitor(String words) throws Exception {
    try (EmbeddedTomcat tomcat = started((request, response) -> response.sendError(401, words))) {
      RawAnswer answer = tomcat.http().send("GET", "/token", List.of(), new byte[0]);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers("WWW-Authenticate")).containsExactly("Basic realm=\"token\"");
      assertThat(answer.text()).startsWith("{\"error\":\"invalid_client\"");
    }
  }

  @Test
  @Tag("C13")
  @DisplayName("C13: keeps parameters of a Basic challenge that mean nothing there")
  void keepsLegalNoise() throws Exception {
    RawAnswer answer =
        answerTo(
            (request, response) -> {
              response.setHeader(
                  "WWW-Authenticate", "Basic realm=\"own\", error=\"invalid_client\"");
              response.sendError(401);
            });
    assertThat(answer.headers("WWW-Authenticate"))
        .containsExactly("Basic realm=\"own\", error=\"invalid_client\"");
  }

  @Test
  @Tag("D8")
  @Tag("D16")
  @DisplayName("D8, D16: parameters nobody knows and a query do not make a failure")
  void refusesNoUnknownParameter() throws Exception {
    String token = "{\"access_token\":\"abc\",\"token_type\":\"Bearer\"}";
    try (EmbeddedTomcat tomcat = started(json(200, token))) {
      RawAnswer answer =
          tomcat.http().post("/token?tenant=a", List.of(BASIC), GRANT + "&unknown=1&foo=");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo(token);
    }
  }

  @Test
  @Tag("D9")
  @Tag("D10")
  @Tag("G2")
  @DisplayName("D9, D10, G2: a repeated extension parameter is what was wrong, a resource is not")
  void namesRepeatedParameters() throws Exception {
    Action refuses = (request, response) -> response.sendError(400, "Unknown scope");
    RawAnswer repeated = answerTo(refuses, GRANT + "&tenant=a&tenant=b");
    assertThat(repeated.text()).startsWith("{\"error\":\"invalid_request\"");
    RawAnswer resources = answerTo(refuses, GRANT + "&resource=a&resource=b&audience=c&audience=d");
    assertThat(resources.text()).startsWith("{\"error\":\"invalid_scope\"");
  }

  @Test
  @Tag("E11")
  @Tag("H7")
  @DisplayName("E11, H7: makes no session and names no product")
  void makesNoSessionAndNamesNoProduct() throws Exception {
    RawAnswer answer = answerTo((request, response) -> response.sendError(400, "Unknown scope"));
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
  }

  @Test
  @Tag("E6")
  @Tag("E7")
  @Tag("G7")
  @DisplayName("E7, G7: CORS, Vary and cookies survive")
  void keepsWhatIsNotAboutTheBody() throws Exception {
    RawAnswer answer =
        answerTo(
            (request, response) -> {
              response.setHeader("Access-Control-Allow-Origin", "https://spa.example");
              response.setHeader("Vary", "Origin");
              response.addHeader("Set-Cookie", "a=1");
              response.addHeader("Set-Cookie", "b=2");
              response.setHeader("ETag", "\"old\"");
              response.sendError(400, "Unknown scope");
            });
    assertThat(answer.headers("Access-Control-Allow-Origin"))
        .containsExactly("https://spa.example");
    assertThat(answer.headers("Vary")).containsExactly("Origin");
    assertThat(answer.headers("Set-Cookie")).containsExactly("a=1", "b=2");
    assertThat(answer.header("ETag")).isEmpty();
  }

  @ParameterizedTest
  @Tag("F1")
  @Tag("F2")
  @Tag("F3")
  @Tag("F4")
  @Tag("F5")
  @Tag("F7")
  @Tag("F18")
  @ValueSource(
      strings = {
        "authorization_pending",
        "slow_down",
        "access_denied",
        "expired_token",
        "use_dpop_nonce",
        "invalid_dpop_proof",
        "invalid_target",
        "invalid_authorization_details",
        "use_attestation_challenge"
      })
  @DisplayName("F1 to F7, F18: codes of extensions leave with 400, their members and fields")
  void keepsExtensionCodes(String code) throws Exception {
    String body = "{\"error\":\"" + code + "\",\"interval\":7}";
    for (int status : new int[] {400, 401, 200}) {
      RawAnswer answer =
          answerTo(
              (request, response) -> {
                response.setHeader("DPoP-Nonce", "n-0S6_WzA2Mj");
                response.setHeader("OAuth-Client-Attestation-Challenge", "abc");
                json(status, body).run(request, response);
              },
              "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=abcdefgh");
      assertThat(answer.status()).as("from %s", status).isEqualTo(400);
      assertThat(answer.text())
          .as("from %s", status)
          .startsWith("{\"error\":\"" + code + "\"")
          .endsWith(",\"interval\":7}");
      assertThat(answer.headers("DPoP-Nonce")).containsExactly("n-0S6_WzA2Mj");
      assertThat(answer.headers("OAuth-Client-Attestation-Challenge")).containsExactly("abc");
      assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
    }
  }

  @ParameterizedTest
  @Tag("F8")
  @Tag("F9")
  @Tag("F10")
  @CsvSource({
    "F8, Client certificate does not match, client_id=a, invalid_client",
    "F9, Invalid client assertion, client_id=a&client_assertion=x.y.z, invalid_client",
    "F9, Invalid assertion, grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=x.y.z,"
        + " invalid_grant",
    "F10, Code verifier does not match, code=abcdefgh&code_verifier=abcdefgh, invalid_grant"
  })
  @DisplayName("F8 to F10: certificates, assertions and verifiers have their codes")
  void namesWhatExtensionsName(String id, String words, String form, String code) throws Exception {
    String whole = form.contains("grant_type") ? form : "grant_type=authorization_code&" + form;
    String complete = whole.contains("code=") ? whole : whole + "&code=abcdefgh";
    try (EmbeddedTomcat tomcat = started((request, response) -> response.sendError(400, words))) {
      RawAnswer answer = tomcat.http().post("/token", List.of(), complete);
      assertThat(answer.text()).as(id).startsWith("{\"error\":\"" + code + "\"");
      assertThat(answer.status()).as(id).isEqualTo(400);
    }
  }

  private static Action json(int status, String body) {
    return (request, response) -> {
      response.setStatus(status);
      response.setContentType("application/json");
      response.getOutputStream().print(body);
    };
  }

  private static RawAnswer answerTo(Action action) throws Exception {
    return answerTo(action, GRANT);
  }

  private static RawAnswer answerTo(Action action, String form, String... headerLines)
      throws Exception {
    List<String> lines = new ArrayList<>(List.of(headerLines));
    lines.add(BASIC);
    try (EmbeddedTomcat tomcat = started(action)) {
      return tomcat.http().post("/token", lines, form);
    }
  }

  private static EmbeddedTomcat started(Action action) throws Exception {
    return new EmbeddedTomcat()
        .servlet("token", new ActionServlet(action), "/token")
        .filter("ours", new TokenErrorFilter(TokenErrorSettings.defaults()), "/*")
        .start();
  }
}
