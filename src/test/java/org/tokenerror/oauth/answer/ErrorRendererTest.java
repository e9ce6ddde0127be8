package org.tokenerror.oauth.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.get;
import static org.tokenerror.oauth.Exchange.replaced;

import jakarta.json.bind.Jsonb;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.ErrorResponse;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.decision.FailureClassifier;

@DisplayName("the rendered answer")
class ErrorRendererTest {
  private final ErrorRenderer renderer = new ErrorRenderer(AnswerPolicy.defaults());

  private ErrorResponse render(Evidence evidence) {
    return renderer.render(replaced(evidence), evidence);
  }

  private static String text(ErrorResponse response) {
    return new String(response.body(), StandardCharsets.US_ASCII);
  }

  @Test
  @Tag("A1")
  @Tag("A12")
  @Tag("A25")
  @Tag("E2")
  @Tag("E3")
  @Tag("E5")
  @Tag("B9")
  @DisplayName("is the one of the Javadoc")
  void javadoc() {
    ErrorResponse response = render(basic().empty(401));
    assertThat(response.status()).isEqualTo(401);
    assertThat(text(response))
        .isEqualTo(
            "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication"
                + " failed.\"}");
    assertThat(response.headers())
        .isEqualTo(
            Headers.of(
                "Content-Type", "application/json",
                "Content-Length", "78",
                "Cache-Control", "no-store",
                "Pragma", "no-cache",
                "X-Content-Type-Options", "nosniff",
                "WWW-Authenticate", "Basic realm=\"token\""));
  }

  @Test
  @Tag("A23")
  @Tag("A18")
  @Tag("S8")
  @DisplayName("keeps an extension's members, in ASCII")
  void members() {
    String body =
        "{\"error\":\"slow_down\",\"interval\":10,\"x\":\"\u00E9\uD83D\uDE00\",\"l\":[1.50,true,null],"
            + "\"o\":{\"p\":null,\"q\":1e3}}";
    assertThat(text(render(basic().json(429, body))))
        .isEqualTo(
            "{\"error\":\"slow_down\",\"error_description\":\"The client is polling too often.\","
                + "\"interval\":10,\"x\":\"\\u00e9\\ud83d\\ude00\",\"l\":[1.50,true,null],"
                + "\"o\":{\"q\":1E+3}}");
  }

  @Test
  @Tag("A21")
  @Tag("H2")
  @Tag("S8")
  @DisplayName("has no token, no secret, no insides and no dialect")
  void droppedMembers() {
    String body =
        "{\"error\":\"invalid_grant\",\"access_token\":\"t\",\"refreshToken\":\"t\",\"a\":\"%s\","
            + "\"trace\":[{\"f\":\"com.acme.Token.x(Token.java:1)\"}],\"keep\":1}";
    assertThat(text(render(basic().json(500, body.formatted(Exchange.SECRET)))))
        .endsWith(",\"keep\":1}")
        .doesNotContain("token\":", "acme", Exchange.SECRET);
    assertThat(text(render(basic().json(401, "{\"code\":7,\"msg\":\"client unknown\",\"id\":1}"))))
        .doesNotContain("code\":", "id\"");
  }

  @Test
  @Tag("S8")
  @DisplayName("keeps a dialect's members when told so")
  void dialectMembers() {
    AnswerPolicy policy =
        new AnswerPolicy("r", List.of("Basic"), AnswerPolicy.Status401.KEEP, 200, true);
    Evidence evidence = basic().json(401, "{\"code\":7,\"msg\":\"client unknown\"}");
    Verdict.Replace verdict =
        new FailureClassifier(List.of(), policy).classify(evidence).replacement().orElseThrow();
    try (ErrorRenderer own = new ErrorRenderer(policy)) {
      assertThat(text(own.render(verdict, evidence))).contains("\"code\":7");
    }
  }

  @Test
  @Tag("A9")
  @Tag("A11")
  @DisplayName("keeps an error_uri that can be used")
  void uri() {
    assertThat(
            text(
                render(
                    basic()
                        .json(
                            401,
                            "{\"error\":\"invalid_grant\",\"error_uri\":\"https://e.example/1\"}"))))
        .contains("\"error_uri\":\"https://e.example/1\"");
    assertThat(
            text(
                render(
                    basic()
                        .json(
                            400, "{\"error\":\"invalid_grant\",\"error_uri\":\"see the wiki\"}"))))
        .doesNotContain("wiki");
  }

  @Test
  @Tag("B18")
  @DisplayName("has Allow with 405")
  void allow() {
    assertThat(render(get("").sentError(405, "")).headers().all("Allow")).containsExactly("POST");
    assertThat(render(get("").sentError(405, "", "Allow", "POST, PUT")).headers().contains("Allow"))
        .isFalse();
  }

  @Test
  @Tag("S11")
  @DisplayName("has a last resort that needs nothing")
  void lastResort() {
    assertThat(text(ErrorRenderer.lastResort())).isEqualTo("{\"error\":\"server_error\"}");
    assertThat(ErrorRenderer.lastResort().status()).isEqualTo(500);
    assertThat(ErrorRenderer.lastResort().headers().all("Content-Length")).containsExactly("24");
  }

  @Test
  @Tag("S11")
  @DisplayName("needs a JSON-B implementation, and says where to get one")
  void noImplementation() throws Exception {
    URL[] withoutImplementation = {location(ErrorRenderer.class), location(Jsonb.class)};
    try (URLClassLoader alone =
        new URLClassLoader(withoutImplementation, ClassLoader.getPlatformClassLoader())) {
      Class<?> policy = alone.loadClass(AnswerPolicy.class.getName());
      Constructor<?> constructor =
          alone.loadClass(ErrorRenderer.class.getName()).getConstructor(policy);
      Object defaults = policy.getMethod("defaults").invoke(null);
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(alone);
      try {
        assertThatThrownBy(() -> constructor.newInstance(defaults))
            .cause()
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("-all.jar")
            .hasMessageContaining("Yasson");
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  private static URL location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  @Test
  @Tag("A26")
  @Tag("E4")
  @Tag("E6")
  @Tag("E7")
  @DisplayName("replaces headers of the old body and no others")
  void replacedHeaders() {
    assertThat(ErrorResponse.replacedHeaders())
        .contains("content-encoding", "etag", "expires", "www-authenticate", "location", "digest")
        .doesNotContain(
            "vary",
            "retry-after",
            "dpop-nonce",
            "set-cookie",
            "allow",
            "access-control-allow-origin",
            "content-security-policy");
  }
}
