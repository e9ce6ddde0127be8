package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.File;
import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tokenerror.it.app.JsonServlet;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Puts the jar that brings JSON-B beside an older JSON-B and JSON-P of the application's own. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
final class OldJsonIT {
  private static final TokenRequest WRONG =
      TokenRequest.by("client", "wr0ng").grant("client_credentials");

  @Deployment(name = "oldjson", testable = false)
  static WebArchive withItsOwnJsonBinding() {
    File[] jars = new File(System.getProperty("it.old.json")).listFiles();
    assertThat(jars).as("the jars of the old JSON-B").hasSize(3);
    return Server.war("oldjson.war")
        .addClasses(JsonServlet.class)
        .addAsLibraries(jars)
        .setWebXML(
            WebXml.of(
                "<servlet><servlet-name>json</servlet-name><servlet-class>"
                    + JsonServlet.class.getName()
                    + "</servlet-class></servlet>",
                "<servlet-mapping><servlet-name>json</servlet-name>"
                    + "<url-pattern>/oauth2/token</url-pattern>"
                    + "<url-pattern>/bare</url-pattern></servlet-mapping>"));
  }

  @Test
  void eachUsesItsOwn() throws IOException {
    RawAnswer bare = WRONG.sendTo(Server.http(), "/oldjson/bare");
    assertThat(bare.status()).isEqualTo(401);
    assertThat(bare.text()).isEqualTo("{\"message\":\"Bad credentials\"}");
    if (!Server.hasJsonBinding()) {
      assertThat(bare.header("X-Json").orElse("")).contains("yasson-2.");
    }
    assertAnswer(WRONG.sendTo(Server.http(), "/oldjson/oauth2/token"))
        .isError(401, "invalid_client")
        .challenges("Basic realm=\"token\"")
        .describes("Bad credentials");
  }
}
