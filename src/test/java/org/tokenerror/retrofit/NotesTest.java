package org.tokenerror.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenerror.testing.ZipBytes;

/** Retrofits applications of which there is something to know. */
final class NotesTest {
  @TempDir private Path directory;
  private Workbench bench;

  @BeforeEach
  void setUp() {
    bench = new Workbench(directory);
  }

  @Test
  void tellsOfDescriptorsOutsideOfTheirWars() throws Exception {
    ZipBytes ear = new ZipBytes();
    String module = "<module><web><web-uri>%s</web-uri></web><alt-dd>%s</alt-dd></module>";
    ear.add(
        EarFile.APPLICATION_XML,
        "<application>"
            + module.formatted("a.war", "META-INF/a.xml")
            + module.formatted("b.war", "/META-INF/b.xml")
            + module.formatted("c.war", "c.xml")
            + "</application>");
    ear.add("META-INF/a.xml", Made.webXml("<absolute-ordering/>"));
    ear.add("META-INF/b.xml", Made.webXml(""));
    for (String war : new String[] {"a.war", "b.war", "c.war"}) {
      ear.add(war, Workbench.war().build());
    }
    Path packed = bench.write("app.ear", ear.build());
    bench.retrofitted(packed, Workbench.PLAIN);
    assertNotes();
    bench.retrofitted(bench.unpack("app", ear.build()), Workbench.PLAIN);
    assertNotes();
  }

  private void assertNotes() {
    String text =
        "  note             for %s servers read %s of the EAR (alt-dd) and not its web.xml";
    assertThat(bench.report())
        .contains(
            text.formatted("a.war", "META-INF/a.xml")
                + "; it stays as it is, so put <name>token_error_filter</name> first into its"
                + " <absolute-ordering>, or the filter is not in front of all others",
            text.formatted("b.war", "/META-INF/b.xml") + "; it stays as it is, and needs no edit",
            text.formatted("c.war", "c.xml") + "; it stays as it is, but is not there");
  }

  @Test
  void tellsOfServletsThatTheContainerGuards() throws Exception {
    ZipBytes war = new ZipBytes();
    war.add(
        "WEB-INF/classes/a/Guarded.class",
        Made.annotated("a.Guarded", "jakarta.servlet.annotation.ServletSecurity", "value")
            .toByteArray());
    bench.retrofitted(bench.write("app.war", war.build()), Workbench.PLAIN);
    assertThat(bench.report())
        .contains(
            "  container login  @ServletSecurity of a.Guarded; there the server refuses before any"
                + " filter runs");
  }

  @Test
  void tellsHowAnApplicationOfSpringBootStarts() throws Exception {
    ZipBytes war = Workbench.war();
    war.add("org/springframework/boot/loader/launch/WarLauncher.class", "");
    bench.retrofitted(bench.write("app.war", war.build()), Workbench.PLAIN);
    assertThat(bench.report())
        .anyMatch(line -> line.contains("started by java -jar, it does so by its auto-config"));
    ZipBytes old = new ZipBytes();
    old.add("WEB-INF/classes/a/S.class", Made.servletBytes(Namespace.JAVAX));
    old.add("org/springframework/boot/loader/WarLauncher.class", "");
    bench.retrofitted(bench.write("old.war", old.build()), Workbench.PLAIN);
    assertThat(bench.report())
        .anyMatch(
            line -> line.contains("started by java -jar, it does not, because Spring Boot 2"));
  }
}
