package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.tokenerror.it.app.FrontFilterInitializer;
import org.tokenerror.it.app.RefusingFilter;
import org.tokenerror.it.app.RefusingServlet;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;
import org.tokenerror.testing.apps.ServerProcess;

/** Makes the applications that the guides speak of, and judges whether they have the filter. */
final class GuideApps {
  private static final TokenRequest WRONG =
      TokenRequest.by("client", "wr0ng").grant("client_credentials");
  private static final Pattern PORT = Pattern.compile("(127\\.0\\.0\\.1):8080");

  private GuideApps() {}

  /** Says of which filters the refusals are normalized, those in front of ours are not. */
  enum Reach {
    /** There is no filter. */
    NOTHING,
    /** Ours is before those of {@code web.xml}. */
    DECLARED_FILTERS,
    /** Ours is before all. */
    ALL_FILTERS
  }

  /** Writes an application with filters in web.xml, and one in a jar that puts itself in front. */
  static void plain(Path war) {
    write(war, archive -> archive.addAsLibrary(front()), "");
  }

  /** Writes the same, but its jar demands to be before all other jars, as ours does. */
  static void rival(Path war) {
    String fragment =
        "<web-fragment xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\">"
            + "<name>a</name><ordering><before><others/></before></ordering></web-fragment>";
    JavaArchive first =
        front().addAsManifestResource(new StringAsset(fragment), "web-fragment.xml");
    write(war, archive -> archive.addAsLibrary(first), "");
  }

  private static JavaArchive front() {
    return ShrinkWrap.create(JavaArchive.class, "a-front.jar")
        .addClasses(RefusingFilter.class, FrontFilterInitializer.class)
        .addAsServiceProvider(ServletContainerInitializer.class, FrontFilterInitializer.class);
  }

  /** Writes an application that wants no jar to register anything. */
  static void strict(Path war) {
    write(war, archive -> archive.addClasses(RefusingFilter.class), "<absolute-ordering/>");
  }

  private interface Addition {
    WebArchive to(WebArchive archive);
  }

  private static void write(Path war, Addition addition, String ordering) {
    addition
        .to(ShrinkWrap.create(WebArchive.class).addClasses(RefusingServlet.class))
        .setWebXML(
            WebXml.of(
                ordering,
                WebXml.filter("declared", "/*"),
                WebXml.servlet("/oauth2/token", "/bare")))
        .as(ZipExporter.class)
        .exportTo(war.toFile());
  }

  /** Checks how far the filter reaches in an application that is deployed. */
  static void assertReach(ServerProcess server, String application, Reach reach)
      throws IOException {
    String path = "/" + application + "/oauth2/token";
    assertNormalized(WRONG, server, path, reach != Reach.NOTHING);
    TokenRequest declared = WRONG.line("X-Refuse: declared");
    assertNormalized(declared, server, path, reach != Reach.NOTHING);
    if (reach != Reach.DECLARED_FILTERS) {
      TokenRequest front = WRONG.line("X-Refuse: front");
      assertNormalized(front, server, path, reach == Reach.ALL_FILTERS);
    }
  }

  private static void assertNormalized(
      TokenRequest request, ServerProcess server, String path, boolean normalized)
      throws IOException {
    RawAnswer answer = request.sendTo(server.http(), path);
    if (normalized) {
      assertAnswer(answer).isError(401, "invalid_client").challenges("Basic realm=\"token\"");
    } else {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
      assertThat(answer.headers("WWW-Authenticate")).isEmpty();
    }
  }

  /** Looks whether it is active as the guide says: by the log and by curl. */
  static void assertActive(Guide guide, ServerProcess server, Path folder) throws IOException {
    String command = guide.command("Is it active?");
    assertThat(command).contains("127.0.0.1:8080");
    String output =
        Guide.run(PORT.matcher(command).replaceAll("$1:" + server.port()), folder, Map.of());
    assertThat(List.of(output.split("\r?\n", -1)))
        .contains("WWW-Authenticate: Basic realm=\"token\"", "Content-Type: application/json")
        .element(0)
        .asString()
        .startsWith("HTTP/1.1 401");
    assertThat(server.logged(" in context \"/app\"")).hasSize(1);
  }
}
