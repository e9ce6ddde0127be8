package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.it.app.RefusingFilter;
import org.tokenerror.it.app.RefusingServlet;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Deploys applications as they came and as the retrofit command left them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
final class RetrofitIT {
  private static final String BASIC = "Basic realm=\"token\"";
  private static final String ORDERING = "<absolute-ordering/>";
  private static final String MAPPINGS =
      WebXml.filter("declared", "/*") + WebXml.servlet("/oauth2/token", "/bare");
  private static final TokenRequest WRONG =
      TokenRequest.by("client", "wr0ng").grant("client_credentials");
  private static final TokenRequest RIGHT =
      TokenRequest.by("client", "right").grant("client_credentials");

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "legacy", testable = false)
  static WebArchive withoutTheFilter() {
    return legacy("legacy.war");
  }

  @Deployment(name = "retrofitted", testable = false)
  static WebArchive withTheFilter() {
    return CliProcess.retrofitted(legacy("retrofitted.war"), WebArchive.class);
  }

  @Deployment(name = "kept-out", testable = false)
  static WebArchive withTheJarButNothingMore() {
    return refusing(Server.war("kept-out.war"), WebXml.of(ORDERING, MAPPINGS));
  }

  @Deployment(name = "ordered", testable = false)
  static WebArchive withAnOrderingThatKeptTheFilterOut() {
    WebArchive war = refusing(Server.bareWar("ordered.war"), WebXml.of(ORDERING, MAPPINGS));
    return CliProcess.retrofitted(war, WebArchive.class);
  }

  @Deployment(name = "complete", testable = false)
  static WebArchive withCompleteMetadata() {
    WebArchive war = refusing(Server.bareWar("complete.war"), WebXml.metadataComplete(MAPPINGS));
    return CliProcess.retrofitted(war, WebArchive.class);
  }

  @Deployment(name = "configured", testable = false)
  static WebArchive withAnEndpointOfItsOwn() {
    WebArchive war = refusing(Server.bareWar("configured.war"), WebXml.of(MAPPINGS));
    return CliProcess.retrofitted(war, WebArchive.class, "--endpoint", "/bare");
  }

  @Deployment(name = "observed", testable = false)
  static WebArchive inModeObserve() {
    WebArchive war = refusing(Server.bareWar("observed.war"), WebXml.of(MAPPINGS));
    return CliProcess.retrofitted(war, WebArchive.class, "--mode", "observe");
  }

  @Deployment(name = "ear", testable = false, managed = false)
  static EnterpriseArchive insideAnEar() {
    WebArchive war = refusing(Server.bareWar("inner.war"), WebXml.of(ORDERING, MAPPINGS));
    EnterpriseArchive ear =
        ShrinkWrap.create(EnterpriseArchive.class, "outer.ear")
            .addAsModule(war)
            .setApplicationXML(
                new StringAsset(
                    "<application xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"10\">"
                        + "<module><web><web-uri>inner.war</web-uri>"
                        + "<context-root>/inner</context-root></web></module></application>"));
    return CliProcess.retrofitted(ear, EnterpriseArchive.class);
  }

  private static WebArchive refusing(WebArchive war, StringAsset webXml) {
    return war.addClasses(RefusingServlet.class, RefusingFilter.class).setWebXML(webXml);
  }

  /** Returns the demo as it would be had nobody heard of the filter. */
  private static WebArchive legacy(String name) {
    WebArchive war = Server.bareWar(name).merge(Server.demo());
    war.getContent(path -> path.get().endsWith("-all.jar")).keySet().forEach(war::delete);
    return war;
  }

  @Test
  void correctsALegacyApplication() throws IOException {
    TokenRequest request = TokenRequest.by("demo", "wr0ng").grant("client_credentials");
    RawAnswer before = send(request.failing("html-page"), "/legacy/oauth2/token");
    assertThat(before.header("Content-Type").orElse("")).doesNotContain("json");
    assertAnswer(send(request, "/retrofitted/oauth2/token")).isWellFormedError().hides("wr0ng");
  }

  @Test
  void isKeptOutByAnOrderingUntilTheRetrofitEditsIt() throws IOException {
    assertThat(send(WRONG, "/kept-out/oauth2/token").headers("WWW-Authenticate")).isEmpty();
    assertAnswer(send(WRONG, "/ordered/oauth2/token"))
        .isError(401, "invalid_client")
        .challenges(BASIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordered", "complete"})
  void isInFrontOfDeclaredFilters(String application) throws IOException {
    for (String how : new String[] {"X-Refuse: declared", "X-Break: declared"}) {
      assertAnswer(send(WRONG.line(how), "/" + application + "/oauth2/token"))
          .isError(401, "invalid_client")
          .challenges(BASIC);
    }
    RawAnswer token = send(RIGHT, "/" + application + "/oauth2/token");
    assertAnswer(token).isSameSuccessAs(send(RIGHT, "/" + application + "/bare"));
  }

  @Test
  void worksWhereItWasTold() throws IOException {
    assertAnswer(send(WRONG, "/configured/bare")).isError(401, "invalid_client");
    assertThat(send(WRONG, "/configured/oauth2/token").headers("WWW-Authenticate")).isEmpty();
    RawAnswer observed = send(WRONG, "/observed/oauth2/token");
    RawAnswer bare = send(WRONG, "/observed/bare");
    assertThat(observed.status()).isEqualTo(bare.status());
    assertThat(observed.headers("WWW-Authenticate")).isEqualTo(bare.headers("WWW-Authenticate"));
    assertThat(observed.headers("Content-Type")).isEqualTo(bare.headers("Content-Type"));
    // the page of some servers names the path
    assertThat(observed.text().replace("/oauth2/token", "/bare")).isEqualTo(bare.text());
  }

  @Test
  void worksInAnEar() throws IOException {
    assumeTrue(Server.runsEars(), "the server deploys no EARs");
    deployer.deploy("ear");
    try {
      assertAnswer(send(WRONG, "/inner/oauth2/token"))
          .isError(401, "invalid_client")
          .challenges(BASIC);
    } finally {
      deployer.undeploy("ear");
    }
  }

  private static RawAnswer send(TokenRequest request, String path) throws IOException {
    return request.sendTo(Server.http(), path);
  }
}
