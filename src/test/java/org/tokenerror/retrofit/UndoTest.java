package org.tokenerror.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.testing.ZipBytes;

/** Takes retrofits back, where much has happened since as well. */
final class UndoTest {
  private static final String OLD_SETTINGS = "realm=shop\n";

  @TempDir private Path directory;
  private Workbench bench;
  private byte[] original;

  @BeforeEach
  void makeAnApplication() {
    bench = new Workbench(directory);
    ZipBytes war = Workbench.orderedWar();
    war.add(Inspector.SETTINGS, OLD_SETTINGS).stored().withDescriptor();
    original = war.build();
  }

  private static byte[] ear(byte[] a, byte[] b) {
    ZipBytes ear = new ZipBytes();
    ear.add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
    ear.add("lib/c.jar", "c");
    ear.add("a.war", a);
    ear.add("b.war", b).stored();
    return ear.build();
  }

  @Test
  void takesBackInADirectoryWhatWasDoneToAFile() throws Exception {
    Path war = bench.write("app.war", original);
    Path copy = bench.retrofitted(war, Workbench.mode("observe", false));
    Path unpacked = bench.unpack("unpacked", Files.readAllBytes(copy));
    Path restored = bench.undone(unpacked);
    assertThat(Workbench.tree(restored))
        .isEqualTo(Workbench.tree(bench.unpack("before", original)));
    assertThat(bench.report())
        .contains(
            "unpacked: retrofitted with version 2.0",
            "  - WEB-INF/lib/token-error-filter-2.0-all.jar",
            "  - " + Inspector.UNDO,
            "  ~ " + Inspector.WEB_XML + ", as it was",
            "  ~ " + Inspector.SETTINGS + ", as it was");
  }

  @Test
  void takesBackInAFileWhatWasDoneToADirectory() throws Exception {
    Path app = bench.unpack("app", original);
    Path copy = bench.retrofitted(app, Workbench.mode("observe", false));
    Path restored = bench.undone(bench.pack(copy, "packed.war"));
    assertThat(Workbench.tree(bench.unpack("restored", Files.readAllBytes(restored))))
        .isEqualTo(Workbench.tree(app));
    assertThat(bench.report())
        .last()
        .asString()
        .endsWith("; it was a directory that was retrofitted, so there is no file to compare");
  }

  @Test
  void takesBackInAnUnpackedEarWhatWasDoneToAFile() throws Exception {
    byte[] before = ear(original, Workbench.war().build());
    Path copy = bench.retrofitted(bench.write("app.ear", before), Workbench.PLAIN);
    Path restored = bench.undone(bench.unpack("unpacked.ear", Files.readAllBytes(copy)));
    assertThat(Workbench.tree(restored)).isEqualTo(Workbench.tree(bench.unpack("old", before)));
  }

  @Test
  void takesBackInAPackedEarWhatWasDoneToADirectory() throws Exception {
    byte[] before = ear(original, Workbench.war().build());
    Path copy = bench.retrofitted(bench.unpack("app.ear", before), Workbench.PLAIN);
    Path restored = bench.undone(bench.pack(copy, "packed.ear"));
    assertThat(Workbench.tree(bench.unpack("new", Files.readAllBytes(restored))))
        .isEqualTo(Workbench.tree(bench.file("app.ear")));
  }

  @Test
  void leavesAWarThatWasPutIntoTheEarSince() throws Exception {
    byte[] before = ear(original, Workbench.war().build());
    Path copy = bench.retrofitted(bench.write("app.ear", before), Workbench.PLAIN);
    Path unpacked = bench.unpack("unpacked.ear", Files.readAllBytes(copy));
    byte[] newer = Workbench.orderedWar().build();
    Files.write(unpacked.resolve("b.war"), newer);
    Path restored = bench.undone(bench.pack(unpacked, "packed.ear"));
    Path result = bench.unpack("result", Files.readAllBytes(restored));
    assertThat(result.resolve("a.war")).hasBinaryContent(original);
    assertThat(result.resolve("b.war")).hasBinaryContent(newer);
    assertThat(bench.report()).contains("  = b.war, not retrofitted; it stays as it is");
    assertThat(Files.readAllBytes(bench.undone(unpacked).resolve("b.war"))).isEqualTo(newer);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsWhatWasEditedSince(boolean packed) throws Exception {
    Path copy = bench.retrofitted(bench.unpack("app", original), Workbench.mode("observe", false));
    edit(copy.resolve(Inspector.WEB_XML), "</web-app>", "<!-- mine --></web-app>");
    edit(copy.resolve(Inspector.SETTINGS), "shop", "store");
    Path changed = packed ? bench.pack(copy, "packed.war") : copy;
    Path undone = bench.undone(changed);
    Path result = packed ? bench.unpack("result", Files.readAllBytes(undone)) : undone;
    assertEdited(result);
  }

  @Test
  void keepsWhatWasEditedInAFileSince() throws Exception {
    Path copy =
        bench.retrofitted(bench.write("app.war", original), Workbench.mode("observe", false));
    Path unpacked = bench.unpack("unpacked", Files.readAllBytes(copy));
    edit(unpacked.resolve(Inspector.WEB_XML), "</web-app>", "<!-- mine --></web-app>");
    edit(unpacked.resolve(Inspector.SETTINGS), "shop", "store");
    Path undone = bench.undone(bench.pack(unpacked, "packed.war"));
    assertEdited(bench.unpack("result", Files.readAllBytes(undone)));
    assertThat(bench.report()).last().asString().contains("is still in it");
  }

  private void assertEdited(Path result) {
    assertThat(result.resolve(Inspector.WEB_XML))
        .hasBinaryContent(
            Made.webXml("\n  <absolute-ordering></absolute-ordering>\n<!-- mine -->"));
    assertThat(result.resolve(Inspector.SETTINGS)).hasContent("realm=store\nmode=observe\n");
    assertThat(result.resolve(Inspector.UNDO)).doesNotExist();
    assertThat(bench.report())
        .contains(
            "  ~ WEB-INF/web.xml, changed since the retrofit; only the filter's name is taken out"
                + " of it",
            "  = " + Inspector.SETTINGS + ", changed since the retrofit; it stays as it is");
  }

  @Test
  void tellsOfEditsThatGo() throws Exception {
    Path copy = bench.retrofitted(bench.unpack("app", Workbench.war().build()), Workbench.PLAIN);
    edit(copy.resolve(Inspector.SETTINGS), "enforce", "observe");
    Files.writeString(copy.resolve("WEB-INF/lib/mine.jar"), "mine");
    Path restored = bench.undone(copy);
    assertThat(bench.report())
        .contains("  - " + Inspector.SETTINGS + ", changed since the retrofit");
    assertThat(restored.resolve(Inspector.SETTINGS)).doesNotExist();
    assertThat(restored.resolve("WEB-INF/lib/mine.jar")).hasContent("mine");
  }

  @Test
  void refusesToEditADescriptorThatWasBrokenSince() throws Exception {
    Path copy = bench.retrofitted(bench.unpack("app", original), Workbench.PLAIN);
    edit(copy.resolve(Inspector.WEB_XML), "</web-app>", "");
    assertThatThrownBy(() -> bench.undone(copy))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("WEB-INF/web.xml was changed since the retrofit and cannot be read");
  }

  @Test
  void upgradesAnEarThatItHasRetrofitted() throws Exception {
    byte[] before = ear(original, Workbench.war().build());
    Path ear = bench.write("app.ear", before);
    Path first = bench.retrofitted("1.0", ear, Workbench.mode("observe", false));
    Path second = bench.retrofitted(first, Workbench.UPGRADE);
    assertThat(Workbench.names(second)).containsOnlyOnce(EarFile.UNDO);
    Path unpacked = bench.unpack("unpacked", Files.readAllBytes(second));
    assertThat(Workbench.text(unpacked.resolve("a.war"), Inspector.SETTINGS))
        .isEqualTo("realm=shop\nmode=observe\n");
    assertThat(Workbench.names(unpacked.resolve("b.war")))
        .contains("WEB-INF/lib/token-error-filter-2.0-all.jar")
        .doesNotContain("WEB-INF/lib/token-error-filter-1.0-all.jar");
    assertThat(bench.undone(second)).hasBinaryContent(before);
  }

  @Test
  void upgradesADirectoryThatItHasRetrofitted() throws Exception {
    Path app = bench.unpack("app", original);
    Path first = bench.retrofitted("1.0", app, Workbench.mode("observe", false));
    bench.assertRefused(first, Workbench.PLAIN, "with version 1.0; --upgrade replaces the filter");
    Path second = bench.retrofitted(first, Workbench.UPGRADE);
    assertThat(second.resolve("WEB-INF/lib"))
        .isDirectoryContaining("glob:**-2.0-all.jar")
        .isDirectoryNotContaining("glob:**-1.0-all.jar");
    assertThat(second.resolve(Inspector.SETTINGS)).hasContent("realm=shop\nmode=observe\n");
    assertThat(Workbench.tree(bench.undone(second))).isEqualTo(Workbench.tree(app));
  }

  @Test
  void upgradesAFileThatWasUnpackedSince() throws Exception {
    Path war = bench.write("app.war", original);
    Path first = bench.retrofitted("1.0", war, Workbench.PLAIN);
    Path unpacked = bench.unpack("unpacked", Files.readAllBytes(first));
    Path second = bench.retrofitted(unpacked, Workbench.UPGRADE);
    assertThat(second.resolve("WEB-INF/lib/token-error-filter-2.0-all.jar")).exists();
    assertThat(Workbench.tree(bench.undone(second)))
        .isEqualTo(Workbench.tree(bench.unpack("before", original)));
  }

  @Test
  void takesAnUnpackedEarWithoutDescriptorAsItTakesAPackedOne() throws Exception {
    Path ear = bench.unpack("app.ear", ear(original, Workbench.war().build()));
    Files.delete(ear.resolve("b.war"));
    bench.unpack("app.ear/b.war", original);
    Path copy = bench.retrofitted(ear, Workbench.PLAIN);
    assertThat(bench.report()).contains("app.ear: unpacked EAR with a.war, b.war");
    assertThat(copy.resolve("b.war/WEB-INF/lib")).isDirectoryContaining("glob:**-2.0-all.jar");
    assertThat(Workbench.tree(bench.undone(copy))).isEqualTo(Workbench.tree(ear));
    assertThat(bench.report())
        .containsSubsequence(
            List.of("a.war: retrofitted with version 2.0", "b.war: retrofitted with version 2.0"));
  }

  private static void edit(Path file, String text, String replacement) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, replacement));
  }
}
