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
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.it.app.CorsFilter;
import org.tokenerror.it.app.EndpointServlet;
import org.tokenerror.it.app.GzipFilter;
import org.tokenerror.it.app.SessionFilter;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Lives with filters that compress and add header fields, before it and after it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
final class NeighboursIT {
  private static final String REFUSED = "401 {\"message\":\"Bad client credentials\"}";
  private static final String SENT = "401 Bad client credentials";
  private static final String TOKEN = "200 {\"access_token\":\"mF_9.B5f\",\"token_type\":\"x\"}";
  private static final String BASIC = "Basic realm=\"token\"";
  private static final String SERVLET =
      """
      <servlet><servlet-name>all</servlet-name><servlet-class>%s</servlet-class></servlet>
      <servlet-mapping><servlet-name>all</servlet-name><url-pattern>/oauth2/*</url-pattern>
      <url-pattern>/bare/*</url-pattern></servlet-mapping>
      <error-page><error-code>401</error-code><location>/refused.jsp</location></error-page>
      """
          .formatted(EndpointServlet.class.getName());
  private static final String CORS = filter("cors", CorsFilter.class);
  private static final String SESSION = filter("session", SessionFilter.class);
  private static final String GZIP = filter("gzip", GzipFilter.class);

  @Deployment(name = "inside", testable = false)
  static WebArchive withOtherFiltersInside() {
    return war("inside.war", CORS, SESSION, GZIP, SERVLET);
  }

  @Deployment(name = "outside", testable = false)
  static WebArchive withOtherFiltersOutside() {
    String ours = WebXml.ourFilter("realm", "token", "/oauth2/*");
    return war("outside.war", CORS, SESSION, GZIP, ours, SERVLET);
  }

  private static WebArchive war(String name, String... elements) {
    return Server.war(name)
        .addClasses(CorsFilter.class, SessionFilter.class, GzipFilter.class, EndpointServlet.class)
        .addAsWebResource(
            new StringAsset("<%@ page contentType=\"text/html\" %><html>Who are you?</html>"),
            "refused.jsp")
        .setWebXML(WebXml.of(elements));
  }

  private static String filter(String name, Class<?> type) {
    return """
        <filter><filter-name>%1$s</filter-name><filter-class>%2$s</filter-class></filter>
        <filter-mapping><filter-name>%1$s</filter-name><url-pattern>/*</url-pattern></filter-mapping>
        """
        .formatted(name, type.getName());
  }

  @ParameterizedTest
  @ValueSource(strings = {REFUSED, SENT})
  @Tag("A26")
  @Tag("E7")
  @Tag("S8")
  void readsAFailureThatWasCompressedBehindIt(String answer) throws IOException {
    RawAnswer failure = send("/inside/oauth2/token", answer);
    assertAnswer(failure)
        .isError(401, "invalid_client")
        .describes("Bad client credentials")
        .challenges(BASIC);
    assertKeepsNeighboursHeaders(failure);
  }

  @ParameterizedTest
  @ValueSource(strings = {REFUSED, SENT})
  @Tag("E7")
  @Tag("S8")
  void leavesItsAnswerToAFilterThatCompressesBeforeIt(String answer) throws IOException {
    RawAnswer failure = send("/outside/oauth2/token", answer);
    assertThat(failure.headers("Content-Encoding")).containsExactly("gzip");
    assertAnswer(failure.uncompressed())
        .isError(401, "invalid_client")
        .describes("Bad client credentials")
        .challenges(BASIC);
    assertKeepsNeighboursHeaders(failure);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/inside", "/outside"})
  @Tag("E9")
  @Tag("S2")
  void leavesACompressedSuccessAsItIs(String context) throws IOException {
    RawAnswer bare = send(context + "/bare/token", TOKEN);
    assertThat(bare.headers("Content-Encoding")).containsExactly("gzip");
    assertAnswer(send(context + "/oauth2/token", TOKEN)).isSameSuccessAs(bare);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/inside", "/outside"})
  @Tag("S8")
  void keepsTheSessionOfAFailure(String context) throws IOException {
    TokenRequest request = request(REFUSED).line("X-Session: yes");
    RawAnswer first = request.sendTo(Server.http(), context + "/oauth2/token");
    assertAnswer(first).isError(401, "invalid_client").header("X-Count", "1");
    String cookie =
        first.headers("Set-Cookie").stream()
            .filter(value -> value.startsWith("JSESSIONID="))
            .findFirst()
            .orElseThrow();
    assertThat(first.headers("Set-Cookie")).hasSize(2);
    TokenRequest next = request.line("Cookie: " + cookie.substring(0, cookie.indexOf(';')));
    assertAnswer(next.sendTo(Server.http(), context + "/oauth2/token"))
        .isError(401, "invalid_client")
        .header("X-Count", "2");
  }

  @Test
  @Tag("S9")
  void leavesTheErrorPageOfOtherPathsAlone() throws IOException {
    RawAnswer page = request(SENT).sendTo(Server.http(), "/inside/bare/token");
    assertThat(page.status()).isEqualTo(401);
    assertThat(page.text()).contains("Who are you?");
  }

  private static void assertKeepsNeighboursHeaders(RawAnswer answer) {
    assertAnswer(answer)
        .header("Access-Control-Allow-Origin", "https://app.example.org")
        .header("Access-Control-Expose-Headers", "WWW-Authenticate");
    assertThat(String.join(",", answer.headers("Vary"))).contains("Origin", "Accept-Encoding");
    assertThat(answer.headers("Set-Cookie")).singleElement().asString().startsWith("seen=1");
  }

  private static RawAnswer send(String path, String answer) throws IOException {
    return request(answer).line("Accept-Encoding: gzip").sendTo(Server.http(), path);
  }

  private static TokenRequest request(String answer) {
    return TokenRequest.by("client", "wr0ng")
        .grant("client_credentials")
        .line("X-Answer: " + answer);
  }
}
