package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenerror.it.app.RefusingServlet;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Deploys what must not start, and the jar that needs the server's JSON-B. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
final class DropInTroubleIT {
  private static final String SERVLET = WebXml.servlet("/oauth2/token", "/bare");

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "badvalue", testable = false, managed = false)
  static WebArchive withAWrongValue() {
    return configured(Server.war("badvalue.war"), "mode=enforcing\n");
  }

  @Deployment(name = "badkey", testable = false, managed = false)
  static WebArchive withAMisspelledKey() {
    return configured(Server.war("badkey.war"), "end-points=/oauth2/token\n");
  }

  @Deployment(name = "badentry", testable = false, managed = false)
  static WebArchive withAWrongInitParam() {
    return Server.war("badentry.war")
        .addClasses(RefusingServlet.class)
        .setWebXML(WebXml.of(WebXml.ourFilter("capture-limit", "much", "/oauth2/token"), SERVLET));
  }

  @Deployment(name = "thin", testable = false, managed = false)
  static WebArchive withTheJarThatBringsNoJsonBinding() {
    return configured(Server.thinWar("thin.war"), "");
  }

  private static WebArchive configured(WebArchive war, String properties) {
    return war.addClasses(RefusingServlet.class)
        .addAsWebInfResource(new StringAsset(properties), "token-error-filter.properties")
        .setWebXML(WebXml.of(SERVLET));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "badvalue | mode must be enforce, observe or off, but is \"enforcing\"",
        "badkey | unknown key \"end-points\"",
        "badentry | capture-limit must be a whole number of bytes"
      })
  @Tag("S11")
  void refusesToStartWithAWrongSetting(String application, String why) throws IOException {
    Throwable refusal = refusedDeployment(application);
    if (Server.saysWhyItDidNotDeploy()) {
      assertThat(trace(refusal).replace("\\\"", "\"")).contains(why);
    }
    assertThat(post("/" + application + "/oauth2/token").status()).isEqualTo(404);
  }

  @Test
  @Tag("S11")
  void refusesToStartWithoutJsonBinding() {
    assumeTrue(!Server.hasJsonBinding(), "the server brings JSON-B");
    assumeTrue(Server.hasThinJar(), "there is no thin jar for its servlets");
    assertThat(refusedDeployment("thin")).isNotNull();
  }

  @Test
  void usesTheServersJsonBinding() throws IOException {
    assumeTrue(Server.hasJsonBinding(), "the server brings no JSON-B");
    deployer.deploy("thin");
    try {
      assertAnswer(post("/thin/oauth2/token"))
          .isError(401, "invalid_client")
          .challenges("Basic realm=\"token\"");
    } finally {
      deployer.undeploy("thin");
    }
  }

  private Throwable refusedDeployment(String application) {
    Throwable refusal = catchThrowable(() -> deployer.deploy(application));
    Throwable leftover = catchThrowable(() -> deployer.undeploy(application));
    assertThat(refusal).as("deployment, whose leftover said " + leftover).isNotNull();
    return refusal;
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static RawAnswer post(String path) throws IOException {
    return TokenRequest.by("client", "wr0ng")
        .grant("client_credentials")
        .sendTo(Server.http(), path);
  }
}
