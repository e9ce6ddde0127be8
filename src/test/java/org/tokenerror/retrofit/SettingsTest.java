package org.tokenerror.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.testing.ZipBytes;

/** Retrofits applications and looks at the settings file that they get or keep. */
final class SettingsTest {
  @TempDir private Path directory;
  private Workbench bench;

  @BeforeEach
  void setUp() {
    bench = new Workbench(directory);
  }

  @Test
  void changesOnlyWhatWasAskedForInAFileThatIsThere() throws Exception {
    ZipBytes war = Workbench.war();
    String mine = "# mine\r\nrealm=shop\r\n mode : enforce\r\nendpoints=/a, \\\r\n  /b\r\n#";
    war.add(Inspector.SETTINGS, mine);
    Path app = bench.write("app.war", war.build());
    Path copy = bench.retrofitted(app, Workbench.mode("observe", false));
    assertThat(Workbench.text(copy, Inspector.SETTINGS))
        .isEqualTo(mine.replace(" mode : enforce", "mode=observe"));
    assertThat(bench.report())
        .containsSequence(
            "  ~ " + Inspector.SETTINGS,
            "      mode=observe",
            "      its other lines stay as they are")
        .noneMatch(line -> line.contains("shop"));
    assertThat(bench.undone(copy)).hasSameBinaryContentAs(app);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "realm=a|realm=a\\nendpoints=/x, /y\\n",
        "endpoints=/a, \\\\n /b\\nrealm=a\\n|endpoints=/x, /y\\nrealm=a\\n",
        "endpoints=/a\\nrealm=a\\nendpoints=/b|endpoints=/x, /y\\nrealm=a\\n",
        "# endpoints=/a\\\\nrealm=a\\n|# endpoints=/a\\\\nrealm=a\\nendpoints=/x, /y\\n",
        "realm=a\\\\\\\\\\nendpoints=/a|realm=a\\\\\\\\\\nendpoints=/x, /y",
        "''|endpoints=/x, /y\\n",
      })
  void findsTheLinesOfAKey(String before, String after) {
    byte[] file = before.translateEscapes().getBytes(StandardCharsets.UTF_8);
    assertThat(SettingsLines.with(file, Map.of("endpoints", "/x, /y")))
        .asString()
        .isEqualTo(after.translateEscapes());
  }

  @Test
  void keepsTheModeOfBeforeInAnUpgrade() throws Exception {
    ZipBytes war = Workbench.war();
    war.add(Inspector.SETTINGS, "realm=shop\n");
    Path app = bench.write("app.war", war.build());
    Path first = bench.retrofitted("1.0", app, Workbench.mode("observe", false));
    Path second = bench.retrofitted(first, Workbench.UPGRADE);
    assertThat(Workbench.text(second, Inspector.SETTINGS)).isEqualTo("realm=shop\nmode=observe\n");
    assertThat(bench.report())
        .containsSequence("  ~ " + Inspector.SETTINGS, "      it stays as it is");
    assertThat(bench.undone(second)).hasSameBinaryContentAs(app);
  }

  @Test
  void keepsLinesAddedSinceInAnUpgrade() throws Exception {
    Path app = bench.write("app.war", Workbench.war().build());
    Path unpacked =
        bench.unpack(
            "unpacked", Files.readAllBytes(bench.retrofitted("1.0", app, Workbench.PLAIN)));
    Path settings = unpacked.resolve(Inspector.SETTINGS);
    Files.writeString(settings, Files.readString(settings) + "realm=shop\nendpoints=/a\n");
    Path edited = bench.pack(unpacked, "edited.war");
    assertThat(
            Workbench.text(
                bench.retrofitted(edited, Workbench.mode("observe", true)), Inspector.SETTINGS))
        .contains("mode=observe\n", "realm=shop\nendpoints=/a\n")
        .doesNotContain("enforce");
  }

  @Test
  void doesNotOverruleWebXml() throws Exception {
    ZipBytes war = Workbench.war();
    String param =
        "<context-param><param-name>token-error-filter.%s</param-name>"
            + "<param-value>%s</param-value></context-param>";
    war.add(
        Inspector.WEB_XML,
        Made.webXml(param.formatted("mode", "observe") + param.formatted("endpoints", "/mine")));
    var resource = Made.annotated("a.R", "jakarta.ws.rs.Path", "value", "/other/token");
    Made.posting(resource, "jakarta", "");
    war.add("WEB-INF/classes/a/R.class", resource.toByteArray());
    Path app = bench.write("app.war", war.build());
    assertThat(
            Workbench.text(bench.retrofitted(app, Workbench.PLAIN), Inspector.SETTINGS)
                .lines()
                .filter(line -> !line.startsWith("#")))
        .isEmpty();
    assertThat(bench.report())
        .anyMatch(line -> line.contains("/other/token (JAX-RS resource a.R; the settings have to"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/my%20app/token", "/v1,2/token", "/x\\y/token", "/a;b/token"})
  void leavesOutPathsThatTheFilterWouldReject(String path) throws Exception {
    ZipBytes war = Workbench.war();
    var resource = Made.annotated("a.R", "jakarta.ws.rs.Path", "value", path);
    Made.posting(resource, "jakarta", "");
    war.add("WEB-INF/classes/a/R.class", resource.toByteArray());
    Path copy = bench.retrofitted(bench.write("app.war", war.build()), Workbench.PLAIN);
    assertThat(Workbench.text(copy, Inspector.SETTINGS)).doesNotContain("endpoints=");
    assertThat(bench.report())
        .anyMatch(
            line -> line.contains(path) && line.contains("the filter's settings cannot name such"));
  }
}
