package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.RawHttp;
import org.tokenerror.testing.TokenRequest;

/** Fails and succeeds in every style that the running demo lists. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
final class DemoStylesIT {
  private static final String FILTERED = "/demo/oauth2/token";
  private static final String BARE = "/demo/bare-token-endpoint";
  private static final String BASIC = "Basic realm=\"token\"";

  private record Expected(int status, String code, List<String> challenges) {}

  private static final Expected REFUSED = new Expected(401, "invalid_client", List.of(BASIC));

  /** The styles that say something else than that the client is not who it says. */
  private static final Map<String, Expected> OTHERS =
      Map.of(
          "server-error", new Expected(500, "server_error", List.of()),
          "unavailable", new Expected(503, "temporarily_unavailable", List.of()),
          "async-timeout", new Expected(503, "temporarily_unavailable", List.of()),
          "async-timeout-listener", new Expected(503, "temporarily_unavailable", List.of()),
          // S4: a 200 without a word leaves nothing but the server to blame
          "empty-200", new Expected(500, "server_error", List.of()),
          // S6: the servlet's own challenge is repaired and kept beside the one that matches
          "wrong-challenge",
              new Expected(401, "invalid_client", List.of(BASIC, "Bearer realm=\"legacy\"")));

  @Deployment(testable = false)
  static WebArchive demo() {
    return Server.demo();
  }

  @TestFactory
  @Tag("S1")
  @Tag("S4")
  @Tag("S5")
  @Tag("S6")
  @Tag("S7")
  @Tag("S8")
  Stream<DynamicTest> answersAWrongSecretAlikeInEveryStyle() throws IOException {
    return styles("failures")
        .filter(style -> !style.equals("compliant"))
        .map(style -> DynamicTest.dynamicTest(style, () -> answersAWrongSecret(style)));
  }

  private static void answersAWrongSecret(String style) throws IOException {
    Expected expected = OTHERS.getOrDefault(style, REFUSED);
    RawAnswer answer =
        TokenRequest.by("demo-client", "wr0ng-s3cret")
            .grant("client_credentials")
            .with("megabytes", "1")
            .failing(style)
            .sendTo(Server.http(), FILTERED);
    assertAnswer(answer)
        .as(style)
        .isError(expected.status(), expected.code())
        .challenges(expected.challenges().toArray(String[]::new))
        .hides("wr0ng-s3cret", "db-7", "SQL", "ZGVtby1jbGllbnQ6d3Iw");
  }

  @TestFactory
  @Tag("S3")
  @Tag("E10")
  Stream<DynamicTest> leavesWhatIsCompliantAsItIs() {
    TokenRequest wrong = TokenRequest.by("demo-client", "wr0ng").grant("client_credentials");
    TokenRequest right = TokenRequest.by("demo-client", "demo-secret");
    return Map.of(
            "invalid_client by header", wrong,
            "invalid_client by body", TokenRequest.anonymous().grant("x").with("client_id", "x"),
            "invalid_request", right,
            "invalid_grant", right.grant("authorization_code").with("code", "x"),
            "unsupported_grant_type", right.grant("odd"),
            "invalid_scope", right.grant("client_credentials").with("scope", "odd"),
            "slow_down",
                right
                    .grant("urn:ietf:params:oauth:grant-type:device_code")
                    .with("device_code", "slow-device"),
            "wrong method", right.method("GET"),
            "Bearer", TokenRequest.anonymous().grant("x").authorization("bearer abc"),
            "Digest", TokenRequest.anonymous().grant("x").authorization("Digest username=\"u\""))
        .entrySet()
        .stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(),
                    () ->
                        assertAnswer(send(row.getValue().failing("compliant"), FILTERED))
                            .isSameAs(send(row.getValue().failing("compliant"), BARE))));
  }

  @TestFactory
  @Tag("S2")
  @Tag("E1")
  @Tag("E3")
  @Tag("E9")
  @Tag("A22")
  Stream<DynamicTest> leavesEverySuccessAsItIs() throws IOException {
    return styles("successes")
        .map(style -> DynamicTest.dynamicTest(style, () -> leavesTheSuccessAsItIs(style)));
  }

  private static void leavesTheSuccessAsItIs(String style) throws IOException {
    TokenRequest request =
        TokenRequest.by("demo-client", "demo-secret")
            .grant("client_credentials")
            .with("megabytes", "2")
            .succeeding(style);
    RawAnswer bare = send(request, BARE);
    RawAnswer filtered = send(request, FILTERED);
    assertThat(bare.status()).isBetween(200, 299);
    assertAnswer(filtered).as(style).isSameSuccessAs(bare);
    assertThat(filtered.headers("Cache-Control")).hasSize(1);
    assertThat(String.join(",", filtered.headers("Cache-Control"))).contains("no-store");
    assertThat(filtered.headers("Pragma")).contains("no-cache");
  }

  @Test
  @Tag("B18")
  @Tag("D14")
  void answersGetWith405AndAllow() throws IOException {
    RawAnswer answer = send(TokenRequest.anonymous().method("GET"), FILTERED);
    assertAnswer(answer).isError(405, "invalid_request").header("Allow", "POST");
  }

  @Test
  @Tag("A28")
  void answersHeadWithoutABody() throws IOException {
    RawAnswer answer = send(TokenRequest.anonymous().method("HEAD"), FILTERED);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(405);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.header("Allow")).contains("POST");
  }

  @Test
  @Tag("S1")
  @Tag("E7")
  void leavesAPreflightAsItIs() throws IOException {
    TokenRequest preflight =
        TokenRequest.anonymous()
            .method("OPTIONS")
            .line("Origin: https://app.example.org")
            .line("Access-Control-Request-Method: POST");
    RawAnswer bare = send(preflight, BARE);
    assertThat(bare.status()).isEqualTo(204);
    assertAnswer(send(preflight, FILTERED)).isSameAs(bare);
  }

  @Test
  @Tag("E7")
  @Tag("S8")
  void keepsCorsHeadersRetryAfterAndVary() throws IOException {
    TokenRequest request =
        TokenRequest.by("demo-client", "wr0ng")
            .grant("client_credentials")
            .line("Origin: https://app.example.org");
    assertAnswer(send(request.failing("gzip-json"), FILTERED))
        .isError(401, "invalid_client")
        .header("Vary", "Accept-Encoding")
        .header("Access-Control-Allow-Origin", "*");
    assertAnswer(send(request.failing("unavailable"), FILTERED))
        .isError(503, "temporarily_unavailable")
        .header("Retry-After", "120");
  }

  @Test
  @Tag("S7")
  @Tag("A6")
  @Tag("H6")
  void makesIllegalCharactersOfADescriptionLegal() throws IOException {
    TokenRequest request = TokenRequest.by("demo-client", "wr0ng").grant("client_credentials");
    assertAnswer(send(request.failing("illegal-characters"), FILTERED))
        .isError(401, "invalid_client")
        .describes("'Ungultig': Bad client credentials");
  }

  private static RawAnswer send(TokenRequest request, String path) throws IOException {
    return request.sendTo(Server.http(), path);
  }

  private static Stream<String> styles(String kind) throws IOException {
    RawHttp http = Server.http();
    byte[] list = http.send("GET", "/demo/probe", List.of(), new byte[0]).body();
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(list))) {
      JsonArray styles = reader.readObject().getJsonArray(kind);
      assertThat(styles).hasSizeGreaterThan(10);
      return styles.getValuesAs(JsonObject.class).stream().map(style -> style.getString("id"));
    }
  }
}
