package org.tokenerror.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenerror.testing.ZipBytes;

/** Retrofits applications whose parts do not say the same about their namespace. */
final class NamespaceTest {
  private static final String JAVAX_SCHEMA =
      "<web-app xmlns=\"http://xmlns.jcp.org/xml/ns/javaee\" version=\"4.0\"/>";
  private static final String ALL = "WEB-INF/lib/token-error-filter-2.0-all.jar";
  private static final String JAVAX = "WEB-INF/lib/token-error-filter-2.0-javax.jar";

  @TempDir private Path directory;
  private Workbench bench;

  @BeforeEach
  void setUp() {
    bench = new Workbench(directory);
  }

  private static byte[] library(Namespace namespace) {
    ZipBytes jar = new ZipBytes();
    jar.add("a/S.class", Made.servlet(namespace, "a.S").toByteArray());
    return jar.build();
  }

  @Test
  void goesByTheClassesOfAMigratedApplication() throws Exception {
    ZipBytes war = Workbench.war();
    war.add(Inspector.WEB_XML, JAVAX_SCHEMA);
    Path copy = bench.retrofitted(bench.write("app.war", war.build()), Workbench.PLAIN);
    assertThat(Workbench.names(copy)).contains(ALL);
    assertThat(bench.report())
        .contains("  namespace        jakarta.servlet (by com.example.TokenServlet)")
        .anyMatch(line -> line.contains("web.xml is still that of javax.servlet"));
  }

  @Test
  void goesByTheLibrariesOfAMigratedApplicationWithoutClasses() throws Exception {
    ZipBytes war = new ZipBytes();
    war.add(Inspector.WEB_XML, JAVAX_SCHEMA);
    war.add("WEB-INF/lib/a.jar", library(Namespace.JAKARTA));
    Path copy = bench.retrofitted(bench.write("app.war", war.build()), Workbench.PLAIN);
    assertThat(Workbench.names(copy)).contains(ALL);
  }

  @Test
  void goesByTheSchemaWhereLibrariesDisagreeOrAreMute() throws Exception {
    ZipBytes mute = new ZipBytes();
    mute.add(Inspector.WEB_XML, JAVAX_SCHEMA);
    assertThat(
            Workbench.names(
                bench.retrofitted(bench.write("mute.war", mute.build()), Workbench.PLAIN)))
        .contains(JAVAX);
    mute.add("WEB-INF/lib/a.jar", library(Namespace.JAKARTA));
    mute.add("WEB-INF/lib/b.jar", library(Namespace.JAVAX));
    assertThat(
            Workbench.names(
                bench.retrofitted(bench.write("both.war", mute.build()), Workbench.PLAIN)))
        .contains(JAVAX);
    ZipBytes modern = new ZipBytes();
    modern.add(Inspector.WEB_XML, Made.webXml(""));
    modern.add("WEB-INF/lib/b.jar", library(Namespace.JAVAX));
    assertThat(
            Workbench.names(
                bench.retrofitted(bench.write("modern.war", modern.build()), Workbench.PLAIN)))
        .contains(ALL);
  }

  @Test
  void goesByTheWarAndNotByTheSchemaOfTheEar() throws Exception {
    String schema = "<application xmlns='http://xmlns.jcp.org/xml/ns/javaee'>%s%s</application>";
    String module = "<module><web><web-uri>%s</web-uri></web></module>";
    ZipBytes mute = new ZipBytes();
    mute.add("WEB-INF/x.jsp", "hello");
    ZipBytes ear = new ZipBytes();
    ear.add(
        EarFile.APPLICATION_XML,
        schema.formatted(module.formatted("a.war"), module.formatted("mute.war")));
    ear.add("a.war", Workbench.war().build());
    ear.add("mute.war", mute.build());
    Path copy = bench.retrofitted(bench.write("app.ear", ear.build()), Workbench.PLAIN);
    Path unpacked = bench.unpack("unpacked", Files.readAllBytes(copy));
    assertThat(Workbench.names(unpacked.resolve("a.war"))).contains(ALL);
    assertThat(Workbench.names(unpacked.resolve("mute.war"))).contains(JAVAX);
  }
}
