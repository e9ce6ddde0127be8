package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenerror.it.app.RefusingServlet;
import org.tokenerror.testing.ZipBytes;

/** Runs the jar that users run, and looks at what it prints, leaves and ends with. */
final class RetrofitCommandLineIT {
  @TempDir private Path directory;
  private Path war;

  @BeforeEach
  void writeTheApplication() {
    war = directory.resolve("app.war");
    Server.bareWar("app.war")
        .addClasses(RefusingServlet.class)
        .setWebXML(WebXml.of("<absolute-ordering/>\n", WebXml.servlet("/oauth2/token")))
        .as(ZipExporter.class)
        .exportTo(war.toFile());
  }

  @Test
  void retrofitsAndTakesItBack() throws IOException {
    byte[] original = Files.readAllBytes(war);
    CliProcess run = CliProcess.run("retrofit", war);
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("jakarta.servlet", "absolute-ordering empty", "/oauth2/token (servlet refusing)")
        .contains("<absolute-ordering><name>token_error_filter</name></absolute-ordering>");
    Path copy = directory.resolve("app-retrofitted.war");
    assertThat(copy).exists();
    assertThat(Files.readAllBytes(war)).isEqualTo(original);
    CliProcess undo = CliProcess.run("retrofit", "--undo", copy);
    assertThat(undo.exitCode()).as(undo.output()).isZero();
    assertThat(Files.readAllBytes(directory.resolve("app-restored.war"))).isEqualTo(original);
    assertThat(files()).containsExactly("app-restored.war", "app-retrofitted.war", "app.war");
  }

  @Test
  void putsInTheJarThatWasBuilt() throws IOException {
    CliProcess.run("retrofit", war);
    byte[] built = Files.readAllBytes(Path.of(System.getProperty("it.filter.all.jar")));
    try (ZipFile zip = new ZipFile(new File(directory.toFile(), "app-retrofitted.war"))) {
      String name = "WEB-INF/lib/" + new File(System.getProperty("it.filter.all.jar")).getName();
      assertThat(zip.getInputStream(zip.getEntry(name)).readAllBytes()).isEqualTo(built);
    }
  }

  @Test
  void knowsTheLibrariesThatItBringsItselfByAnotherName() throws IOException {
    ZipBytes json = new ZipBytes();
    json.add("jakarta/json/bind/Jsonb.class", "");
    json.add("jakarta/json/JsonObject.class", "");
    json.add("org/eclipse/yasson/JsonBindingProvider.class", "");
    Path filter = Path.of(System.getProperty("it.filter.all.jar"));
    ZipBytes zip = new ZipBytes();
    zip.add("WEB-INF/lib/json.jar", json.build());
    zip.add("WEB-INF/lib/filter.jar", Files.readAllBytes(filter));
    Files.write(war, zip.build());
    assertRun(
        0,
        "JSON libraries   json.jar (JSON-B API, JSON-P API, Yasson); the filter brings its own",
        "retrofit",
        "--dry-run",
        "--upgrade",
        "--namespace=jakarta",
        war);
  }

  @Test
  void endsWithACodeThatSaysWhatHappened() throws IOException {
    assertRun(0, "dry run", "retrofit", "--dry-run", war);
    assertRun(1, "it was not retrofitted by this command", "retrofit", "--undo", war);
    assertRun(2, "no such file or directory", "retrofit", directory.resolve("missing.war"));
    assertRun(2, "Missing required parameter", "retrofit");
    assertRun(2, "--mode is \"maybe\"; allowed are", "retrofit", "--mode", "maybe", war);
    assertRun(2, "it does not start with \"/\"", "retrofit", "--endpoint", "token", war);
    assertRun(2, "allowed are javax and jakarta", "retrofit", "--namespace", "java", war);
    assertRun(2, "is the application itself", "retrofit", "--output", war, war);
    assertThat(files()).containsExactly("app.war");
    assertRun(0, "written: ", "retrofit", war);
    assertRun(2, "is there already", "retrofit", war);
    Path copy = directory.resolve("app-retrofitted.war");
    assertRun(1, "it was retrofitted already, with version", "retrofit", copy);
  }

  @Test
  void namesTheDirectoryThatHasNoRoomAndLeavesNothing() throws IOException {
    Path app = directory.resolve("app");
    Files.createDirectories(app.resolve("WEB-INF/lib"));
    Files.writeString(app.resolve("index.html"), "hello");
    // no file may be as large as the filter's jar
    CliProcess run =
        CliProcess.runIn(
            List.of("sh", "-c", "ulimit -f 100; exec \"$@\"", "limited"),
            "retrofit",
            "--namespace=jakarta",
            app);
    assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
    assertThat(run.output())
        .contains(
            "retrofit: cannot write " + directory.resolve("app-retrofitted") + ": File too large",
            "; nothing is left");
    assertThat(files()).containsExactly("app", "app.war");
  }

  private static void assertRun(int exitCode, String output, Object... arguments)
      throws IOException {
    CliProcess run = CliProcess.run(arguments);
    assertThat(run.exitCode()).as(run.output()).isEqualTo(exitCode);
    assertThat(run.output()).contains(output).doesNotContain("\tat ", "Exception");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
