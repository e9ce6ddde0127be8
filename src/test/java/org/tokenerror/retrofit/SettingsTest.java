package org.tokenerror.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
