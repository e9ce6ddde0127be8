package org.tokenerror.it;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Fails the demo's legacy servlet for every cause that RFC 6749 section 5.2 names. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
final class DemoWarIT {
  private static final String CODE = "authorization_code";
  private static final String REFRESH = "refresh_token";
  private static final String CREDENTIALS = "client_credentials";
  private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

  @Deployment(testable = false)
  static WebArchive demo() {
    return Server.demo();
  }

  @ParameterizedTest(name = "{0} told by {1}: {4} {3}")
  @MethodSource("causesInStyles")
  @Tag("S4")
  @Tag("S5")
  @Tag("B1")
  @Tag("B5")
  @Tag("B6")
  @Tag("B12")
  @Tag("B13")
  @Tag("B14")
  @Tag("B15")
  @Tag("F1")
  void namesTheCause(String cause, String style, TokenRequest request, String code, int status)
      throws IOException {
    RawAnswer answer = request.failing(style).sendTo(Server.http(), "/demo/oauth2/token");
    assertAnswer(answer)
        .as(cause)
        .isError(status, code)
        .hides("demo-secret", "wrong-secret", "wonderland", "ZGVtby1j");
    if (status == 401) {
      assertAnswer(answer).as(cause).challenges("Basic realm=\"token\"");
    }
  }

  static Stream<Arguments> causesInStyles() {
    return Stream.of("send-error-message", "status-stream-json-wrong", "html-page")
        .flatMap(
            style ->
                causes()
                    .map(Arguments::get)
                    .map(row -> arguments(row[0], style, row[1], row[2], row[3])));
  }

  private static Stream<Arguments> causes() {
    return Stream.of(
            invalidRequest(), invalidClient(), invalidGrant(), otherStandardCodes(), extensions())
        .flatMap(List::stream);
  }

  private static List<Arguments> invalidRequest() {
    String code = "invalid_request";
    TokenRequest wrongBody = TokenRequest.anonymous().grant(CREDENTIALS).with("client_id", "other");
    return List.of(
        arguments("no parameters at all", client(), code, 400),
        arguments("missing grant_type", client().with("scope", "read"), code, 400),
        arguments("grant_type without a value", client().grant(""), code, 400),
        arguments("missing code", client().grant(CODE), code, 400),
        arguments("missing refresh_token", client().grant(REFRESH), code, 400),
        arguments("missing username", client().grant("password").with("password", "x"), code, 400),
        arguments("missing device_code", client().grant(DEVICE), code, 400),
        arguments(
            "repeated code", client().grant(CODE).with("code", "x").with("code", "x"), code, 400),
        arguments("repeated grant_type", client().grant("odd").grant("odd"), code, 400),
        arguments(
            "repeated scope",
            client().grant(CREDENTIALS).with("scope", "x").with("scope", "y"),
            code,
            400),
        arguments(
            "multiple credentials in the body",
            wrongBody.with("client_secret", "wrong-secret").with("client_secret", "other-secret"),
            code,
            400),
        arguments(
            "Basic and a secret in the body",
            stranger().grant(CREDENTIALS).with("client_id", "a").with("client_secret", "b-secret"),
            code,
            400),
        arguments(
            "a secret and an assertion",
            wrongBody
                .with("client_secret", "wrong-secret")
                .with("client_assertion", "e30.e30.c2ln")
                .with(
                    "client_assertion_type",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            code,
            400),
        arguments("broken percent encoding", client().grant(CODE).raw("code=%zz"), code, 400),
        arguments(
            "JSON instead of a form",
            client().line("Content-Type: application/json").raw("{\"grant_type\":\"x\"}"),
            code,
            400));
  }

  private static List<Arguments> invalidClient() {
    String code = "invalid_client";
    TokenRequest nobody = TokenRequest.anonymous().grant(CREDENTIALS);
    return List.of(
        arguments("unknown client, header", stranger().grant(CREDENTIALS), code, 401),
        arguments(
            "unknown client, body",
            nobody.with("client_id", "stranger").with("client_secret", "wrong-secret"),
            code,
            401),
        arguments(
            "wrong secret, header",
            TokenRequest.by("demo-client", "wrong-secret").grant(CREDENTIALS),
            code,
            401),
        arguments(
            "wrong secret, body",
            nobody.with("client_id", "demo-client").with("client_secret", "wrong-secret"),
            code,
            401),
        arguments(
            "wrong secret and a good code",
            TokenRequest.by("demo-client", "wrong-secret").grant(CODE).with("code", "good-code"),
            code,
            401),
        arguments("no client authentication", nobody, code, 401),
        arguments("no secret", nobody.with("client_id", "demo-client"), code, 401),
        arguments("unsupported method", nobody.authorization("Carrier pigeon=1"), code, 401));
  }

  private static List<Arguments> invalidGrant() {
    String code = "invalid_grant";
    TokenRequest redeem = client().grant(CODE);
    TokenRequest refresh = client().grant(REFRESH);
    TokenRequest owner = client().grant("password");
    return List.of(
        arguments("invalid code", redeem.with("code", "x-code"), code, 400),
        arguments("expired code", redeem.with("code", "expired-code"), code, 400),
        arguments("used code", redeem.with("code", "used-code"), code, 400),
        arguments("revoked code", redeem.with("code", "revoked-code"), code, 400),
        arguments("code of another client", redeem.with("code", "other-code"), code, 400),
        arguments(
            "redirect mismatch",
            redeem.with("code", "good-code").with("redirect_uri", "https://evil.example.org/"),
            code,
            400),
        arguments("invalid refresh token", refresh.with(REFRESH, "x-token"), code, 400),
        arguments("expired refresh token", refresh.with(REFRESH, "expired-token"), code, 400),
        arguments("used refresh token", refresh.with(REFRESH, "used-token"), code, 400),
        arguments("revoked refresh token", refresh.with(REFRESH, "revoked-token"), code, 400),
        arguments("another client's refresh", refresh.with(REFRESH, "other-token"), code, 400),
        arguments("wrong password", owner("alice", owner), code, 400),
        arguments("unknown user", owner("mallory", owner), code, 400),
        arguments("locked user", owner("bob", owner), code, 400),
        arguments(
            "unknown device code", client().grant(DEVICE).with("device_code", "x"), code, 400));
  }

  private static List<Arguments> otherStandardCodes() {
    TokenRequest limited = TokenRequest.by("limited", "limited-secret");
    TokenRequest scoped = client().grant(CREDENTIALS);
    return List.of(
        arguments("forbidden grant", limited.grant(CREDENTIALS), "unauthorized_client", 400),
        arguments(
            "forbidden owner grant",
            limited.grant("password").with("username", "alice").with("password", "wonderland"),
            "unauthorized_client",
            400),
        arguments("unknown grant", client().grant("odd"), "unsupported_grant_type", 400),
        arguments("unknown URN", client().grant("urn:x:y"), "unsupported_grant_type", 400),
        arguments("unknown scope", scoped.with("scope", "admin"), "invalid_scope", 400),
        arguments("one unknown scope", scoped.with("scope", "read x"), "invalid_scope", 400),
        arguments("malformed scope", scoped.with("scope", "read  write"), "invalid_scope", 400));
  }

  private static List<Arguments> extensions() {
    return List.of(
        arguments("user has not decided", device("pending"), "authorization_pending", 400),
        arguments("polling too fast", device("slow"), "slow_down", 400),
        arguments("user denied", device("denied"), "access_denied", 400),
        arguments("device code expired", device("expired"), "expired_token", 400));
  }

  private static TokenRequest client() {
    return TokenRequest.by("demo-client", "demo-secret");
  }

  private static TokenRequest stranger() {
    return TokenRequest.by("stranger", "wrong-secret");
  }

  private static TokenRequest owner(String user, TokenRequest request) {
    return request.with("username", user).with("password", "wrong-secret");
  }

  private static TokenRequest device(String fate) {
    return client().grant(DEVICE).with("device_code", fate + "-device");
  }
}
