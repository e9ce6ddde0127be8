package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.body;
import static org.tokenerror.oauth.Exchange.password;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.Verdict;

@Tag("S4")
@DisplayName("S4: plain words")
class PlainWordsTest {
  private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

  private static Exchange grant(String type) {
    return switch (type) {
      case "password" -> password().withBasic();
      case "device" -> post("grant_type=" + DEVICE + "&device_code=d1&client_id=c1");
      case "client" -> post("grant_type=client_credentials").withBasic();
      case "refresh" -> post("grant_type=refresh_token&refresh_token=r1").withBasic();
      case "odd" -> post("grant_type=odd").withBasic();
      default -> basic();
    };
  }

  private static String code(Evidence evidence) {
    return replaced(evidence).error().code();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404})
  void ofALaterClauseBeatAVagueTitle(int status) {
    String page =
        "<html><head><title>Token error</title></head><body><h1>Token error</h1>"
            + "<p>Bad client credentials</p></body></html>";
    assertThat(code(basic().returned(status, "text/html", page))).isEqualTo("invalid_client");
    String json = "{\"error\":\"Token error\",\"message\":\"Bad client credentials\"}";
    assertThat(code(basic().json(status, json))).isEqualTo("invalid_client");
  }

  @Test
  @Tag("F1")
  void areNeededToOutweighAStatusThatSaysWait() {
    Evidence page = grant("device").returned(429, "text/html", "<html><h1>Token error</h1></html>");
    assertThat(code(page)).isEqualTo("slow_down");
    assertThat(replaced(page).status()).isEqualTo(400);
    assertThat(code(basic().sentError(429, "Token error"))).isEqualTo("temporarily_unavailable");
  }

  @Test
  @Tag("B13")
  void ofARefusedOriginAreNotAboutTheClient() {
    assertThat(code(basic().returned(403, "text/plain", "Invalid CORS request")))
        .isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @Tag("B14")
  @CsvSource({
    "code,Authorization code was issued to another client",
    "refresh,Refresh token was issued to another client",
    "refresh,Refresh token does not belong to this client",
    "code,The code belongs to a different client",
    "code,It was issued to another client"
  })
  void sayThatAGrantIsAnotherClients(String grant, String words) {
    assertThat(code(grant(grant).sentError(403, words))).isEqualTo("invalid_grant");
    assertThat(code(grant(grant).json(403, "{\"message\":\"" + words + "\"}")))
        .isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @Tag("F1")
  @CsvSource({
    "The user denied the authorization request,access_denied",
    "User declined,access_denied",
    "Access denied by resource owner,access_denied",
    "The device code has expired,expired_token",
    "This request expired,expired_token",
    "device code is unknown,invalid_grant",
    "User has not yet approved,authorization_pending",
    "Client secret expired,invalid_client",
    "Polling too frequently,slow_down"
  })
  void tellADeviceWhatItsUserDid(String words, String code) {
    assertThat(code(grant("device").sentError(403, words))).isEqualTo(code);
  }

  @Test
  void ofAnExpiredCodeAreTheGrantsElsewhere() {
    assertThat(code(basic().sentError(400, "The code has expired"))).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Scope exceeds the scope granted by the resource owner",
        "Requested scope is beyond what the client may use",
        "scope not granted",
        "Unknown scope: admin"
      })
  void sayThatTheScopeIsTooMuch(String words) {
    assertThat(code(grant("refresh").sentError(400, words))).isEqualTo("invalid_scope");
    assertThat(code(grant("client").threw(new IllegalArgumentException(words))))
        .isEqualTo("invalid_scope");
  }

  @ParameterizedTest
  @Tag("B17")
  @ValueSource(
      strings = {
        "Authorization scheme Bearer is not supported",
        "Unsupported authentication method",
        "Unknown auth type: Bearer"
      })
  void ofAnExceptionSayThatTheSchemeIsUnsupported(String words) {
    Evidence evidence =
        post("grant_type=client_credentials")
            .authorization("Bearer abc")
            .threw(new IllegalStateException(words));
    assertThat(code(evidence)).isEqualTo("invalid_client");
    assertThat(replaced(evidence).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @Tag("S5")
  @CsvSource({
    "odd,501,Grant odd not implemented,unsupported_grant_type",
    "odd,500,odd is not supported,unsupported_grant_type",
    "client,501,client_credentials grant not supported,unsupported_grant_type",
    "client,403,Client limited may not use client_credentials,unauthorized_client",
    "client,403,This application is not allowed to use client_credentials,unauthorized_client",
    "password,403,Login failed for user johndoe,invalid_grant",
    "password,500,Login failed for user johndoe,invalid_grant",
    "client,401,Missing client credentials,invalid_client",
    "client,400,Missing client credentials,invalid_client",
    "client,400,Unknown scope: x,invalid_scope",
    "code,404,Code ABC not found,invalid_grant",
    "refresh,410,Refresh token expired: r1,invalid_grant"
  })
  void beatTheStatus(String grant, int status, String words, String code) {
    Evidence sent = grant(grant).sentError(status, words);
    assertThat(code(sent)).isEqualTo(code);
    assertThat(replaced(sent).status()).isEqualTo(code.equals("invalid_client") ? 401 : 400);
    String page = "<html><head><title>Error</title></head><p>" + words + "</p></html>";
    assertThat(code(grant(grant).returned(status, "text/html", page))).isEqualTo(code);
  }

  @Test
  @Tag("B14")
  void areNotNeededWithAStatusThatSaysNotImplemented() {
    assertThat(code(grant("odd").empty(501))).isEqualTo("unsupported_grant_type");
    assertThat(code(grant("device").sentError(501, "x"))).isEqualTo("unsupported_grant_type");
    assertThat(code(basic().empty(501))).isEqualTo("server_error");
  }

  @Test
  @Tag("B20")
  void aboutADatabasesUserStayTheServers() {
    assertThat(code(password().sentError(500, "Login failed for user 'oauth_db'")))
        .isEqualTo("server_error");
  }

  @ParameterizedTest
  @Tag("S1")
  @Tag("D11")
  @ValueSource(
      strings = {
        "{\"success\":false,\"message\":\"Something is missing\"}",
        "{\"ok\":false,\"message\":\"x\"}",
        "{\"success\":false,\"message\":\"Cannot invoke \"String.hashCode()\" because \"g\" is"
            + " null\"}"
      })
  void areAFailureInA200WithoutGrantType(String json) {
    for (String form : new String[] {"scope=read", "grant_type="}) {
      Evidence evidence = post(form).withBasic().json(200, json);
      assertThat(code(evidence)).isEqualTo("invalid_request");
      assertThat(replaced(evidence).rule()).isEqualTo("GRANT_TYPE_MISSING");
    }
  }

  @Test
  @Tag("F12")
  void areASuccessOfAnotherEndpoint() {
    assertThat(
            Exchange.kept(
                post("token=abcd")
                    .withBasic()
                    .at(EndpointProfile.REVOCATION)
                    .json(200, "{\"ok\":false,\"msg\":\"x\"}")))
        .isEqualTo(Verdict.Reason.SUCCESS);
  }

  @ParameterizedTest
  @CsvSource({
    "v.Core$Fail: Unknown client nobody,invalid_client",
    "com.acme.Refused: Bad secret for client x,invalid_client",
    "java.lang.IllegalArgumentException: redirect_uri does not match,invalid_grant",
    "com.acme.Refused: Something odd,server_error",
    "java.lang.NullPointerException: client is invalid,server_error",
    "java.sql.SQLException: invalid client,server_error",
    "com.acme.Refused: keystore: client secret is invalid,server_error"
  })
  void ofAnApplicationsTraceAreRead(String head, String code) {
    String frames = "\n\tat com.acme.Tokens.invalidClient(Tokens.java:88)\n\tat a.B.c(B.java:1)\n";
    Evidence text = basic().returned(500, "text/plain", head + frames);
    assertThat(code(text)).isEqualTo(code);
    String cause = "jakarta.servlet.ServletException: failed" + frames + "Caused by: " + head;
    assertThat(code(basic().returned(500, "text/plain", cause + frames))).isEqualTo(code);
    String page = "<html><h1>Error 500</h1><pre>" + head + frames + "</pre></html>";
    assertThat(code(basic().returned(500, "text/html", page))).isEqualTo(code);
  }

  @Test
  @Tag("H1")
  void ofATraceNeverLeave() {
    Evidence evidence =
        basic()
            .returned(
                401, "text/plain", "v.Core$Fail: Bad secret\n\tat v.Core.token(Core.java:20)");
    assertThat(replaced(evidence).error().description().orElse("")).doesNotContain("Core");
  }

  @Test
  @Tag("B8")
  void ofATraceDoNotUndoA401() {
    Evidence evidence =
        basic().returned(401, "text/plain", "v.Refused: Nope\n\tat v.Core.token(Core.java:20)");
    assertThat(code(evidence)).isEqualTo("invalid_client");
    assertThat(replaced(evidence).status()).isEqualTo(401);
    assertThat(code(body().returned(401, "text/plain", "java.sql.SQLException: locked")))
        .isEqualTo("server_error");
  }
}
