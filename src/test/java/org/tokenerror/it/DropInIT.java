package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.it.app.AnnotatedRefusingServlet;
import org.tokenerror.it.app.FrontFilterInitializer;
import org.tokenerror.it.app.RefusingFilter;
import org.tokenerror.it.app.RefusingServlet;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Puts the one jar into applications of all kinds, and changes nothing else about them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
final class DropInIT {
  private static final TokenRequest WRONG =
      TokenRequest.by("client", "wr0ng").grant("client_credentials");
  private static final TokenRequest RIGHT =
      TokenRequest.by("client", "right").grant("client_credentials");
  private static final String BASIC = "Basic realm=\"token\"";
  private static final String SERVLET = WebXml.servlet("/oauth2/token", "/bare");

  @Deployment(name = "plain", testable = false)
  static WebArchive withoutWebXml() {
    return Server.war("plain.war")
        .addClasses(RefusingServlet.class, AnnotatedRefusingServlet.class);
  }

  @Deployment(name = "old", testable = false)
  static WebArchive withWebXmlOfServlet25() {
    return refusing("old.war").setWebXML(WebXml.ofServlet25(SERVLET));
  }

  @Deployment(name = "complete", testable = false)
  static WebArchive withCompleteMetadata() {
    return refusing("complete.war").setWebXML(WebXml.metadataComplete(SERVLET));
  }

  @Deployment(name = "crowded", testable = false)
  static WebArchive withOtherFilters() {
    JavaArchive front =
        ShrinkWrap.create(JavaArchive.class, "a-front.jar")
            .addClasses(RefusingFilter.class, FrontFilterInitializer.class)
            .addAsServiceProvider(ServletContainerInitializer.class, FrontFilterInitializer.class);
    return refusing("crowded.war")
        .addAsLibrary(front)
        .setWebXML(WebXml.of(WebXml.filter("declared", "/*"), SERVLET));
  }

  @Deployment(name = "wildcard", testable = false)
  static WebArchive withConfiguredEndpoints() {
    return refusing("wildcard.war")
        .setWebXML(
            WebXml.of(
                WebXml.contextParam("token-error-filter.endpoints", "/realms/*/sign-in"),
                WebXml.servlet("/realms/*")));
  }

  @Deployment(name = "byhand", testable = false)
  static WebArchive withTheFilterDeclaredByHand() {
    return refusing("byhand.war")
        .setWebXML(
            WebXml.of(
                WebXml.ourFilter("realm", "by hand", "/custom"),
                WebXml.servlet("/custom", "/oauth2/token")));
  }

  @Deployment(name = "observe", testable = false)
  static WebArchive inModeObserve() {
    return refusing("observe.war")
        .addAsWebInfResource(new StringAsset("mode=observe\n"), "token-error-filter.properties")
        .setWebXML(WebXml.of(SERVLET));
  }

  @Deployment(name = "off", testable = false)
  static WebArchive inModeOff() {
    return refusing("off.war")
        .setWebXML(WebXml.of(WebXml.contextParam("token-error-filter.mode", "off"), SERVLET));
  }

  private static WebArchive refusing(String name) {
    return Server.war(name).addClasses(RefusingServlet.class);
  }

  @Test
  @Tag("B8")
  @Tag("B9")
  @Tag("B10")
  void turnsSendErrorIntoWhatTheRfcAsks() throws IOException {
    RawAnswer answer = send(WRONG, "/plain/oauth2/token");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly("Basic realm=\"token\"");
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.text())
        .isEqualTo("{\"error\":\"invalid_client\",\"error_description\":\"Bad credentials\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "old", "complete", "crowded"})
  @Tag("S1")
  @Tag("S2")
  void worksInEveryKindOfApplication(String application) throws IOException {
    assertAnswer(send(WRONG, "/" + application + "/oauth2/token"))
        .isError(401, "invalid_client")
        .challenges(BASIC)
        .describes("Bad credentials")
        .hides("wr0ng");
    RawAnswer bare = send(WRONG, "/" + application + "/bare");
    assertThat(bare.status()).isEqualTo(401);
    assertThat(bare.headers("WWW-Authenticate")).isEmpty();
    RawAnswer token = send(RIGHT, "/" + application + "/oauth2/token");
    assertAnswer(token).isSameSuccessAs(send(RIGHT, "/" + application + "/bare"));
    assertThat(token.text()).contains("2YotnFZFEjr1zCsicMWpAA");
    assertThat(token.headers("Cache-Control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @CsvSource({"X-Refuse,front", "X-Refuse,declared", "X-Break,front", "X-Break,declared"})
  void isInFrontOfEveryOtherFilter(String how, String filter) throws IOException {
    RawAnswer answer = send(WRONG.line(how + ": " + filter), "/crowded/oauth2/token");
    assertAnswer(answer).isError(401, "invalid_client").challenges(BASIC);
    assertThat(answer.headers("X-Passed")).startsWith("front").endsWith(filter);
  }

  @Test
  void coversAConfiguredPathServedByPathInfo() throws IOException {
    assertAnswer(send(WRONG, "/wildcard/realms/acme/sign-in"))
        .isError(401, "invalid_client")
        .challenges(BASIC);
    assertAnswer(send(WRONG, "/wildcard/realms/acme/sign-in/")).isError(401, "invalid_client");
    for (String other : new String[] {"acme/sign-out", "sign-in", "acme/x/sign-in", "acme/token"}) {
      assertThat(send(WRONG, "/wildcard/realms/" + other).headers("WWW-Authenticate")).isEmpty();
    }
  }

  @Test
  void leavesAnEntryInWebXmlItsWay() throws IOException {
    assertAnswer(send(WRONG, "/byhand/custom"))
        .isError(401, "invalid_client")
        .challenges("Basic realm=\"by hand\"");
    assertThat(send(WRONG, "/byhand/oauth2/token").headers("WWW-Authenticate")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"observe", "off"})
  @Tag("S10")
  void changesNothingUnlessItEnforces(String mode) throws IOException {
    for (TokenRequest request :
        new TokenRequest[] {
          WRONG, RIGHT, WRONG.line("X-Say: 404 No such code"), WRONG.line("X-Write: UTF-8")
        }) {
      assertAnswer(send(request, "/" + mode + "/oauth2/token").without("/oauth2/token"))
          .isSameAs(send(request, "/" + mode + "/bare").without("/bare"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400 Unsupported parameter value: prompt=maybe, invalid_request",
    "400 Duplicate parameter: code, invalid_request",
    "400 More than one client authentication method was used, invalid_request",
    "401 Client authentication method client_secret_jwt is not supported, invalid_client",
    "403 Client app is not authorized to use this grant type, unauthorized_client",
    "400 The code_verifier does not match the code_challenge, invalid_grant",
    "400 Scope exceeds the scope granted by the resource owner, invalid_scope"
  })
  @Tag("S4")
  @Tag("B5")
  void readsTheServletsWords(String words, String code) throws IOException {
    RawAnswer answer = send(WRONG.line("X-Say: " + words), "/plain/oauth2/token");
    assertAnswer(answer).isError(code.equals("invalid_client") ? 401 : 400, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "IBM037"})
  @Tag("A18")
  void leavesInUtf8WhateverTheServletWroteIn(String charset) throws IOException {
    assertAnswer(send(WRONG.line("X-Write: " + charset), "/plain/oauth2/token"))
        .isError(401, "invalid_client");
  }

  private static RawAnswer send(TokenRequest request, String path) throws IOException {
    return request.sendTo(Server.http(), path);
  }
}
