package org.tokenerror.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retrofits directories in which links lead to what others use as well. */
final class LinksTest {
  private static final String JAR = "WEB-INF/lib/token-error-filter-2.0-all.jar";

  @TempDir private Path directory;
  private Workbench bench;
  private Path shared;
  private Path app;

  @BeforeEach
  void unpackTheApplication() throws Exception {
    bench = new Workbench(directory.toRealPath());
    app = bench.unpack("app.war", Workbench.war().build());
    shared = Files.createDirectories(bench.file("shared"));
  }

  @Test
  void neverWritesToTheFileThatALinkLeadsTo() throws Exception {
    Path webXml = Files.write(shared.resolve("web.xml"), Made.webXml("<absolute-ordering/>"));
    Files.createSymbolicLink(app.resolve(Inspector.WEB_XML), webXml);
    List<String> before = Workbench.tree(bench.file("."));
    Path copy = bench.retrofitted(app, Workbench.PLAIN);
    assertThat(copy.resolve(Inspector.WEB_XML))
        .content()
        .contains("<absolute-ordering><name>token_error_filter</name></absolute-ordering>");
    assertThat(Files.isSymbolicLink(copy.resolve(Inspector.WEB_XML))).isFalse();
    assertThat(bench.report())
        .anyMatch(line -> line.contains("WEB-INF/web.xml is a link; the copy gets what it leads"));
    assertThat(Workbench.tree(bench.file("."))).containsAll(before);
  }

  @Test
  void neverWritesToTheDirectoryThatALinkLeadsTo() throws Exception {
    Path lib = Files.createDirectories(shared.resolve("lib"));
    Files.writeString(lib.resolve("a.jar"), "no jar");
    Files.createSymbolicLink(lib.resolve("b.jar"), Path.of("a.jar"));
    Files.createSymbolicLink(app.resolve("WEB-INF/lib"), lib);
    Path copy = bench.retrofitted(app, Workbench.PLAIN);
    assertThat(lib).isDirectoryNotContaining("glob:**token-error-filter*");
    assertThat(copy.resolve(JAR)).hasBinaryContent(Made.filterJar("2.0"));
    assertThat(copy.resolve("WEB-INF/lib/b.jar")).hasContent("no jar");
    assertThat(bench.report())
        .anyMatch(line -> line.contains("WEB-INF/lib is a link"))
        .anyMatch(line -> line.contains("a.jar was not read to its end"));
  }

  @Test
  void followsTheLinkThatItIsGiven() throws Exception {
    Path current = Files.createSymbolicLink(bench.file("current"), Path.of("app.war"));
    List<String> before = Workbench.tree(app);
    Path copy = bench.retrofitted(current, Workbench.PLAIN);
    assertThat(copy).isEqualTo(bench.file("current-retrofitted"));
    assertThat(Files.isSymbolicLink(copy)).isFalse();
    assertThat(copy.resolve(JAR)).exists();
    assertThat(Workbench.tree(app)).isEqualTo(before);
    Path restored = bench.undone(Files.createSymbolicLink(bench.file("now"), copy));
    assertThat(Workbench.tree(restored)).isEqualTo(before);
    assertThat(copy.resolve(JAR)).exists();
  }

  @Test
  void neverDeletesWhereALinkLeads() throws Exception {
    Path copy = bench.retrofitted(app, Workbench.PLAIN);
    Path lib = Files.move(copy.resolve("WEB-INF/lib"), shared.resolve("lib"));
    Files.createSymbolicLink(copy.resolve("WEB-INF/lib"), lib);
    Path restored = bench.undone(copy);
    assertThat(lib.resolve("token-error-filter-2.0-all.jar")).exists();
    assertThat(restored.resolve("WEB-INF/lib")).doesNotExist();
  }

  @Test
  void neverWritesToAWarThatAnEarLinksTo() throws Exception {
    Path ear = Files.createDirectories(bench.file("app.ear/META-INF")).getParent();
    Files.writeString(
        ear.resolve("META-INF/application.xml"),
        "<application><module><web><web-uri>a.war</web-uri></web></module>"
            + "<module><web><web-uri>web/b.war</web-uri></web></module></application>");
    Files.createSymbolicLink(ear.resolve("a.war"), app);
    Files.createSymbolicLink(ear.resolve("web"), shared);
    Files.write(shared.resolve("b.war"), Workbench.war().build());
    List<String> before = Workbench.tree(app);
    Path copy = bench.retrofitted(ear, Workbench.PLAIN);
    assertThat(copy.resolve("a.war").resolve(JAR)).exists();
    assertThat(Workbench.names(copy.resolve("web/b.war"))).contains(JAR);
    assertThat(Workbench.tree(app)).isEqualTo(before);
    assertThat(shared.resolve("b.war")).hasBinaryContent(Workbench.war().build());
  }

  @Test
  void keepsAllOtherLinks() throws Exception {
    Files.writeString(shared.resolve("page"), "shared");
    Files.createSymbolicLink(app.resolve("out"), Path.of("../shared/page"));
    Files.createSymbolicLink(app.resolve("in"), Path.of("index.html"));
    Files.createSymbolicLink(app.resolve("circle"), Path.of("."));
    Files.createSymbolicLink(app.resolve("nowhere"), Path.of("missing"));
    Path copy = bench.retrofitted(app, Workbench.PLAIN);
    assertThat(Files.readSymbolicLink(copy.resolve("out"))).hasToString("../shared/page");
    assertThat(Files.readSymbolicLink(copy.resolve("circle"))).hasToString(".");
    Path elsewhere = Files.createDirectories(bench.file("deep/er")).resolve("app.war");
    bench.retrofitted(
        app,
        new RetrofitOptions(
            Optional.of(elsewhere),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false));
    assertThat(elsewhere.resolve("out")).hasContent("shared");
    assertThat(Files.readSymbolicLink(elsewhere.resolve("in"))).hasToString("index.html");
    assertThat(Files.readSymbolicLink(elsewhere.resolve("nowhere"))).hasToString("missing");
  }
}
