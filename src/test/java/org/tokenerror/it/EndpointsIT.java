package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.it.app.EndpointServlet;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Answers at all OAuth endpoints, and refuses requests before the servlet sees them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("S9")
@Tag("S10")
final class EndpointsIT {
  private static final TokenRequest CLIENT =
      TokenRequest.by("client", "secret").with("token", "mF_9.B5f-4.1JqM");
  private static final TokenRequest BEARER =
      TokenRequest.anonymous().authorization("Bearer 23410913-abewfq").with("token", "abcd");
  private static final TokenRequest GRANT =
      TokenRequest.by("client", "secret").grant("client_credentials");
  private static final String SERVLET =
      """
      <servlet><servlet-name>all</servlet-name><servlet-class>%s</servlet-class>
      <async-supported>true</async-supported></servlet>
      <servlet-mapping><servlet-name>all</servlet-name><url-pattern>/*</url-pattern></servlet-mapping>
      """
          .formatted(EndpointServlet.class.getName());

  @Deployment(name = "conventional", testable = false)
  static WebArchive atConventionalPaths() {
    return Server.war("conventional.war")
        .addClasses(EndpointServlet.class)
        .setWebXML(WebXml.of(SERVLET));
  }

  @Deployment(name = "strict", testable = false)
  static WebArchive withChecksEnforced() {
    String settings =
        "request-checks=enforce\nendpoints=/sign-in, revocation:/sign-out\nobserve-clients=legacy\n";
    return Server.war("strict.war")
        .addClasses(EndpointServlet.class)
        .addAsWebInfResource(new StringAsset(settings), "token-error-filter.properties")
        .setWebXML(WebXml.of(SERVLET));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "oauth2/revoke | 200",
        "oauth2/revoke | 200 {\"error\":\"invalid_token\"}",
        "oauth2/introspect | 200 {\"active\":false}",
        "oauth2/device_authorization | 200 {\"device_code\":\"G\",\"user_code\":\"W\"}",
        "oauth2/par | 201 {\"request_uri\":\"urn:x\",\"expires_in\":60}",
        "connect/ciba | 200 {\"auth_req_id\":\"1c266114\"}",
        "connect/register | 201 {\"client_id\":\"s6\"}"
      })
  @Tag("F11")
  @Tag("F12")
  @Tag("F13")
  @Tag("F14")
  @Tag("F15")
  @Tag("F16")
  @Tag("S2")
  void leavesTheSuccessOfEveryEndpointAsItIs(String path, String answer) throws IOException {
    TokenRequest request = CLIENT.line("X-Answer: " + answer);
    assertAnswer(send(request, "/conventional/" + path))
        .isSameSuccessAs(send(request, "/conventional/elsewhere"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "oauth2/revoke | 401 Bad client credentials | 401 | invalid_client",
        "oauth2/revoke | 401 {\"error\":\"unsupported_token_type\"} | 400 | unsupported_token_type",
        "oauth2/revoke | 503 later | 503 | temporarily_unavailable",
        "oauth2/introspect | 403 Bad client credentials | 401 | invalid_client",
        "oauth2/device_authorization | 400 Unknown scope | 400 | invalid_scope",
        "oauth2/par | 413 too large | 413 | invalid_request",
        "oauth2/par | 422 {\"error\":\"invalid_request_object\"} | 400 | invalid_request_object",
        "connect/ciba | 400 {\"error\":\"access_denied\"} | 403 | access_denied",
        "connect/ciba | 401 {\"error\":\"unknown_user_id\"} | 400 | unknown_user_id",
        "connect/register | 500 {\"error\":\"invalid_redirect_uri\"} | 400 | invalid_redirect_uri"
      })
  @Tag("F11")
  @Tag("F12")
  @Tag("F13")
  @Tag("F14")
  @Tag("F15")
  @Tag("F16")
  void repairsTheFailureOfEveryEndpoint(String path, String answer, int status, String code)
      throws IOException {
    assertAnswer(send(CLIENT.line("X-Answer: " + answer), "/conventional/" + path))
        .isError(status, code);
  }

  @Test
  @Tag("F12")
  @Tag("F15")
  @Tag("C14")
  void challengesForBearerTokensWhereTheyProtect() throws IOException {
    TokenRequest refused = BEARER.line("X-Answer: 401 Unauthorized");
    for (String path : new String[] {"oauth2/introspect", "connect/register"}) {
      assertAnswer(send(refused, "/conventional/" + path))
          .isError(401, "invalid_token")
          .challenges("Bearer realm=\"token\"");
    }
    assertAnswer(send(refused.method("DELETE"), "/conventional/oauth2/register/s6"))
        .isError(401, "invalid_token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parameters", "stream", "reader", "listener"})
  @Tag("D21")
  void showsTheServletAnUntouchedRequest(String way) throws IOException {
    TokenRequest request = GRANT.with("scope", "a b").query("tenant=x").line("X-Way: " + way);
    RawAnswer answer = send(request, "/strict/sign-in");
    assertAnswer(answer).as(way).isSameSuccessAs(send(request, "/strict/elsewhere"));
    assertThat(answer.text())
        .contains(way.equals("parameters") ? "a b|x" : "grant_type=client_credentials&scope=a+b");
  }

  @Test
  @Tag("D21")
  void handsALargeChunklessBodyOnWhole() throws IOException {
    String large = "y".repeat(100_000);
    RawAnswer answer = send(GRANT.with("x", large).line("X-Way: stream"), "/strict/sign-in");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains(large);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parameters", "stream", "listener"})
  @Tag("D1")
  @Tag("D9")
  @Tag("D13")
  void refusesBadRequestsBeforeTheServlet(String way) throws IOException {
    TokenRequest request = GRANT.line("X-Way: " + way);
    assertAnswer(send(request.raw("scope=a&scope=b"), "/strict/sign-in"))
        .isError(400, "invalid_request");
    assertAnswer(send(request.with("client_secret", "x"), "/strict/sign-in"))
        .isError(400, "invalid_request");
    assertAnswer(send(request.with("scope", "a\"b"), "/strict/sign-in"))
        .isError(400, "invalid_scope");
    assertAnswer(send(CLIENT.raw("token=other"), "/strict/sign-out"))
        .isError(400, "invalid_request");
  }

  @Test
  @Tag("D3")
  @Tag("D14")
  @Tag("D15")
  @Tag("B18")
  void refusesWhatTheHeadSays() throws IOException {
    assertAnswer(send(GRANT.method("GET"), "/strict/sign-in"))
        .isError(405, "invalid_request")
        .header("Allow", "POST");
    assertAnswer(send(GRANT.query("client_secret=x"), "/strict/sign-in"))
        .isError(400, "invalid_request");
    assertAnswer(send(GRANT.line("Content-Type: application/json"), "/strict/sign-in"))
        .isError(400, "invalid_request");
  }

  @Test
  void changesNothingForAnObservedClient() throws IOException {
    TokenRequest request = TokenRequest.by("legacy", "x").grant("password").raw("scope=a&scope=b");
    TokenRequest failing = request.line("X-Answer: 403 no");
    assertAnswer(send(failing, "/strict/sign-in").without("/sign-in"))
        .isSameAs(send(failing, "/strict/elsewhere").without("/elsewhere"));
    assertThat(send(request, "/strict/sign-in").status()).isEqualTo(200);
  }

  private static RawAnswer send(TokenRequest request, String path) throws IOException {
    return request.sendTo(Server.http(), path);
  }
}
