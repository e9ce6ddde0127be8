package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenerror.it.app.RefusingServlet;
import org.tokenerror.it.javax.JavaxClass;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;
import org.tokenerror.testing.apps.TomcatBase;
import org.tokenerror.testing.apps.TomcatProcess;

/** Retrofits a Servlet 2.5 application of the old namespace and drops it where such ones go. */
final class RetrofitJavaxIT {
  private static final TokenRequest WRONG =
      TokenRequest.by("client", "wr0ng").grant("client_credentials");
  private static final TokenRequest RIGHT =
      TokenRequest.by("client", "right").grant("client_credentials");

  @TempDir private Path directory;
  private Path before;
  private Path after;

  @BeforeEach
  void retrofit() throws IOException {
    before = directory.resolve("before.war");
    application().as(ZipExporter.class).exportTo(before.toFile());
    after = directory.resolve("after.war");
    CliProcess run = CliProcess.run("retrofit", before, "-o", after);
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("javax.servlet (by ", "-javax.jar", "version 2.5");
  }

  private static WebArchive application() throws IOException {
    return Server.bareWar("before.war")
        .setWebXML(WebXml.ofServlet25(WebXml.servlet("/oauth2/token", "/bare")))
        .addAsWebInfResource(
            new ByteArrayAsset(JavaxClass.of(RefusingServlet.class)),
            "classes/" + RefusingServlet.class.getName().replace('.', '/') + ".class");
  }

  @Test
  void worksOnTomcat9() throws IOException {
    Path home = Path.of(System.getProperty("it.tomcat9"));
    try (TomcatProcess tomcat = TomcatProcess.start(TomcatBase.create(home).drop(before, after))) {
      assertCorrected(tomcat);
    }
  }

  @Test
  void worksWhereTomcat10ConvertsIt() throws IOException {
    Path home = Path.of(System.getProperty("it.tomcat10"));
    TomcatBase base = TomcatBase.create(home).dropToBeConverted(before, after);
    try (TomcatProcess tomcat = TomcatProcess.start(base)) {
      assertCorrected(tomcat);
    }
  }

  private void assertCorrected(TomcatProcess tomcat) throws IOException {
    RawAnswer bare = WRONG.sendTo(tomcat.http(), "/before/oauth2/token");
    assertThat(bare.status()).isEqualTo(401);
    assertThat(bare.headers("WWW-Authenticate")).isEmpty();
    assertAnswer(WRONG.sendTo(tomcat.http(), "/after/oauth2/token"))
        .isError(401, "invalid_client")
        .challenges("Basic realm=\"token\"")
        .describes("Bad credentials");
    assertAnswer(RIGHT.sendTo(tomcat.http(), "/after/oauth2/token"))
        .isSameSuccessAs(RIGHT.sendTo(tomcat.http(), "/before/oauth2/token"));
  }
}
