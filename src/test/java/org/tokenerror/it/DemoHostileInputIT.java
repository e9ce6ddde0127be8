package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Sends the demo what no client should: the answer is a token or a well-formed error, always. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("S7")
@Tag("S11")
@Tag("S12")
@Tag("H2")
@Tag("H3")
final class DemoHostileInputIT {
  /** What must never be seen again. */
  private static final String MARK = "zqxMarkzqx";

  /** The styles in which the servlet itself ends in a 500, which may stay one. */
  private static final List<String> BREAKS = List.of("exception-runtime", "async-error");

  private static final List<String> TELLS =
      List.of("send-error-message", "status-stream-json-wrong", "html-page");

  @Deployment(testable = false)
  static WebArchive demo() {
    return Server.demo();
  }

  @TestFactory
  Stream<DynamicTest> survivesBadParameters() {
    Map<String, TokenRequest> requests = new LinkedHashMap<>();
    TokenRequest redeem = client().grant("authorization_code");
    requests.put("line break in code", redeem.raw("code=x%0d%0aX-Injected:+" + MARK));
    requests.put("line break in scope", credentials().raw("scope=x%0d%0aX-Injected:+" + MARK));
    requests.put("line break in grant_type", client().raw("grant_type=x%0d%0aX-Injected:" + MARK));
    requests.put("line break in client_id", nobody().raw("client_id=x%0d%0aX-Injected:" + MARK));
    requests.put("NUL in scope", credentials().raw("scope=%00" + MARK));
    requests.put("NUL in a name", credentials().raw("x%00" + MARK + "=1").with("scope", "odd"));
    requests.put("markup in scope", credentials().with("scope", "<script>" + MARK + "</script>"));
    requests.put("markup in grant_type", client().grant("<img src=" + MARK + ">"));
    requests.put("invalid UTF-8", redeem.raw("code=%ff%fe" + MARK));
    requests.put("raw bytes", redeem.raw("code=\u00ff\u00fe\u0001" + MARK));
    requests.put("overlong UTF-8", redeem.raw("code=%c0%af" + MARK));
    requests.put("broken percent", redeem.raw("code=%zz" + MARK));
    requests.put("cut percent", redeem.raw("code=" + MARK + "%2"));
    requests.put("broken percent in a name", redeem.raw("%zz=1").raw("code=" + MARK));
    requests.put("only separators", client().raw("&&&===&&"));
    requests.put("a secret as grant_type", client().grant("demo-secret"));
    requests.put("bad query", client().query("%ff=" + MARK + "&&=%00").grant("odd"));
    requests.put("1 MB code", redeem.raw("code=" + MARK.repeat(100_000)));
    requests.put("1 MB name", redeem.raw("x".repeat(1_000_000) + "=1"));
    requests.put("1 MB client_id", nobody().raw("client_id=" + MARK.repeat(100_000)));
    requests.put("10001 parameters, failing", many(redeem.raw("code=" + MARK)));
    requests.put("10001 parameters, succeeding", many(credentials()));
    return tests(requests);
  }

  @TestFactory
  Stream<DynamicTest> survivesBadHeaders() {
    Map<String, TokenRequest> requests = new LinkedHashMap<>();
    TokenRequest nobody = TokenRequest.anonymous().grant("client_credentials");
    requests.put("bytes above ASCII", nobody.authorization("Basic \u00e4\u00ff" + MARK));
    requests.put("a tab", nobody.authorization("Basic\teDp5"));
    requests.put("only blanks", nobody.authorization("   "));
    requests.put("quotes", nobody.authorization("Basic realm=\"" + MARK + "\\\""));
    requests.put("4 KB of credentials", nobody.authorization("Basic " + "QUFB".repeat(1000)));
    requests.put("4 KB of scheme", nobody.authorization("B".repeat(4000) + " " + MARK));
    requests.put("commas", nobody.authorization(",,,,Basic eDp5" + MARK));
    requests.put(
        "twice, the first right", credentials().authorization("Bearer " + MARK).with("scope", "x"));
    requests.put("twice, succeeding", credentials().authorization("Bearer " + MARK));
    requests.put("media type without slash", typed("form"));
    requests.put("media type with an unknown charset", typed(FORM + ";charset=" + MARK));
    requests.put("media type of an upload", typed("multipart/form-data; boundary=" + MARK));
    requests.put("accepting nothing", client().line("Accept: ").grant("odd"));
    requests.put("a forwarded host", client().line("X-Forwarded-Host: " + MARK).grant("x"));
    return tests(requests);
  }

  private static final String FORM = "application/x-www-form-urlencoded";

  private static Stream<DynamicTest> tests(Map<String, TokenRequest> requests) {
    return requests.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      for (String style : styles()) {
                        survives(entry.getKey(), style, entry.getValue());
                      }
                    }));
  }

  private static void survives(String name, String style, TokenRequest request) throws IOException {
    RawAnswer answer = request.failing(style).sendTo(Server.http(), "/demo/oauth2/token");
    if (answer.status() == 200) {
      assertThat(answer.text()).as("%s, %s", name, style).startsWith("{\"access_token\":");
      assertAnswer(answer).header("Cache-Control", "no-store");
    } else {
      assertAnswer(answer).as("%s, %s", name, style).isWellFormedError();
      int most = BREAKS.contains(style) ? 500 : 499;
      assertThat(answer.status()).as("%s, %s: %s", name, style, answer).isBetween(400, most);
    }
    assertAnswer(answer).as("%s, %s", name, style).hides(MARK, "X-Injected", "demo-secret");
  }

  private static List<String> styles() {
    return Stream.concat(TELLS.stream(), BREAKS.stream()).toList();
  }

  private static TokenRequest client() {
    return TokenRequest.by("demo-client", "demo-secret");
  }

  private static TokenRequest credentials() {
    return client().grant("client_credentials");
  }

  private static TokenRequest nobody() {
    return TokenRequest.anonymous().grant("client_credentials").with("client_secret", MARK);
  }

  private static TokenRequest typed(String mediaType) {
    return client().line("Content-Type: " + mediaType).grant("odd");
  }

  private static TokenRequest many(TokenRequest request) {
    return request.raw("p=1&".repeat(10_000) + "q=1");
  }
}
