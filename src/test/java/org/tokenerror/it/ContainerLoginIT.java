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
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.it.app.RefusingServlet;
import org.tokenerror.it.app.UnstartableServlet;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/**
 * Lets the container refuse, before any filter runs, in applications with the jar and in one
 * without.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@DisabledIfSystemProperty(
    named = "arquillian.launch",
    matches = "jetty",
    disabledReason = "Jetty has written its page before anything of an application could see it")
@Tag("S1")
final class ContainerLoginIT {
  private static final TokenRequest NOBODY = TokenRequest.anonymous().grant("client_credentials");
  private static final TokenRequest RIGHT =
      TokenRequest.by("client", "right").grant("client_credentials");
  private static final TokenRequest WRONG =
      TokenRequest.by("client", "wr0ng").grant("client_credentials");
  private static final TokenRequest STRANGER =
      TokenRequest.by("stranger", "right").grant("client_credentials");
  private static final TokenRequest[] REFUSED = {
    NOBODY, WRONG, STRANGER, TokenRequest.anonymous().method("GET"), NOBODY.method("PUT")
  };
  private static final String SERVLETS =
      WebXml.servlet("/oauth2/token", "/protected", "/open/token", "/open/other")
          + WebXml.unstartable("/broken/token");
  private static final String LOGIN =
      WebXml.login("token-client", "/oauth2/*", "/protected") + WebXml.forbidden("PUT", "/open/*");
  private static final String PAGE = WebXml.errorPage(401, "/refused.jsp");

  @Deployment(name = "nojar", testable = false)
  static WebArchive withoutTheJar() {
    return filled(Server.bareWar("nojar.war")).setWebXML(WebXml.of(SERVLETS, LOGIN));
  }

  @Deployment(name = "login", testable = false)
  static WebArchive withTheJar() {
    return filled(Server.war("login.war")).setWebXML(WebXml.metadataComplete(SERVLETS, LOGIN));
  }

  @Deployment(name = "byhand", testable = false)
  static WebArchive withTheFilterDeclaredByHand() {
    String filter = WebXml.ourFilter("endpoints", "/oauth2/token", "/oauth2/token");
    return filled(Server.war("byhand.war")).setWebXML(WebXml.of(filter, SERVLETS, LOGIN));
  }

  @Deployment(name = "pnojar", testable = false)
  static WebArchive withAPageWithoutTheJar() {
    return filled(Server.bareWar("pnojar.war")).setWebXML(WebXml.of(SERVLETS, PAGE, LOGIN));
  }

  @Deployment(name = "plogin", testable = false)
  static WebArchive withAPage() {
    return filled(Server.war("plogin.war")).setWebXML(WebXml.of(SERVLETS, PAGE, LOGIN));
  }

  @Deployment(name = "observe", testable = false)
  static WebArchive inModeObserve() {
    return configured("observe.war", "mode=observe");
  }

  @Deployment(name = "off", testable = false)
  static WebArchive inModeOff() {
    return configured("off.war", "mode=off");
  }

  @Deployment(name = "refusalsoff", testable = false)
  static WebArchive leftToTheContainer() {
    return configured("refusalsoff.war", "container-refusals=false");
  }

  private static WebArchive configured(String name, String settings) {
    return filled(Server.war(name))
        .addAsWebInfResource(new StringAsset(settings + "\n"), "token-error-filter.properties")
        .setWebXML(WebXml.of(SERVLETS, LOGIN));
  }

  private static WebArchive filled(WebArchive war) {
    return war.addClasses(RefusingServlet.class, UnstartableServlet.class)
        .addAsWebResource(
            new StringAsset("<%@ page session=\"false\" %><html>Please call us.</html>"),
            "refused.jsp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "byhand", "plogin"})
  @Tag("B8")
  @Tag("B9")
  @Tag("B10")
  @Tag("C1")
  void answersAFailedLogin(String application) throws IOException {
    String path = "/" + application + "/oauth2/token";
    for (TokenRequest request : new TokenRequest[] {NOBODY, WRONG}) {
      RawAnswer answer = send(request, path);
      assertAnswer(answer).isError(401, "invalid_client").hides("wr0ng");
      assertChallenge(answer);
    }
    assertAnswer(send(STRANGER, path)).isError(400, "unauthorized_client");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | Authorization: Digest username=\"client\"",
        "POST | Content-Type: application/json",
        "GET  | X-Nothing: x",
        "GET  | Authorization: Negotiate YIIabc=="
      })
  @Tag("B16")
  @Tag("C1")
  void answersEveryFailedLoginWithAChallenge(String method, String line) throws IOException {
    TokenRequest request =
        TokenRequest.anonymous().method(method).line(line).query("scope=a&scope=b");
    RawAnswer answer = send(request, "/login/oauth2/token");
    assertAnswer(answer).isError(401, "invalid_client").hides("YIIabc");
    assertChallenge(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic !!!", "Basic Zm9v", "Carrier pigeon=\"1\""})
  @Tag("B16")
  @Tag("B17")
  void answersCredentialsThatCannotBeRead(String authorization) throws IOException {
    assertAnswer(send(NOBODY.authorization(authorization), "/login/oauth2/token"))
        .isError(401, "invalid_client");
  }

  /** Clients begin a login in several steps with a request that has nothing in it. */
  @Test
  @Tag("C1")
  void letsALoginOfSeveralStepsBegin() throws IOException {
    RawAnswer answer = send(TokenRequest.anonymous(), "/login/oauth2/token");
    assertAnswer(answer).isError(401, "invalid_client");
    assertChallenge(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "byhand", "plogin", "observe", "refusalsoff"})
  @Tag("S2")
  void leavesARightLoginToTheServlet(String application) throws IOException {
    assertAnswer(send(RIGHT, "/" + application + "/oauth2/token"))
        .isSameSuccessAs(send(RIGHT, "/nojar/oauth2/token"));
  }

  @Test
  void normalizesWhatTheServletSaysAfterTheLogin() throws IOException {
    assertAnswer(send(RIGHT.line("X-Say: 404 No such code"), "/login/oauth2/token"))
        .isError(400, "invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({"login,nojar", "byhand,nojar", "observe,nojar", "refusalsoff,nojar", "plogin,pnojar"})
  void leavesOtherPathsToTheContainer(String application, String bare) throws IOException {
    for (String path : new String[] {"/protected", "/open/other"}) {
      for (TokenRequest request : REFUSED) {
        assertAnswer(send(request, "/" + application + path))
            .isSameAs(send(request, "/" + bare + path));
      }
      assertAnswer(send(RIGHT, "/" + application + path)).isSameAs(send(RIGHT, "/" + bare + path));
    }
  }

  @Test
  void keepsTheApplicationsOwnPage() throws IOException {
    RawAnswer page = send(WRONG, "/plogin/protected");
    assertThat(page.status()).isEqualTo(401);
    assertThat(page.text()).contains("Please call us.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe", "off", "refusalsoff"})
  @Tag("S10")
  void changesNothingUnlessItIsTo(String application) throws IOException {
    for (TokenRequest request : REFUSED) {
      assertAnswer(send(request, "/" + application + "/oauth2/token"))
          .isSameAs(send(request, "/nojar/oauth2/token"));
    }
  }

  @Test
  @Tag("B18")
  void answersAForbiddenMethod() throws IOException {
    assertAnswer(send(NOBODY.method("PUT"), "/login/open/token")).isError(400, "invalid_request");
  }

  @Test
  @Tag("B20")
  @Tag("H2")
  void answersForAServletThatDoesNotStart() throws IOException {
    for (int attempt = 0; attempt < 2; attempt++) {
      RawAnswer answer = send(RIGHT, "/login/broken/token");
      assertAnswer(answer).isWellFormedError().hides("jdbc", "right");
      assertThat(answer.status()).isBetween(500, 503);
    }
  }

  /** Some containers name a charset behind the realm. */
  private static void assertChallenge(RawAnswer answer) {
    assertThat(answer.headers("WWW-Authenticate"))
        .filteredOn(challenge -> challenge.startsWith("Basic realm=\"clients\""))
        .hasSize(1);
  }

  private static RawAnswer send(TokenRequest request, String path) throws IOException {
    return request.sendTo(Server.http(), path);
  }
}
