package org.tokenerror.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenerror.testing.ZipBytes;

final class RetrofitterTest {
  private static final RetrofitOptions PLAIN = RetrofitOptions.defaults();
  private static final String JAR = "WEB-INF/lib/token-error-filter-2.0-all.jar";
  private static final String TOKEN_SERVLET = "WEB-INF/classes/com/example/TokenServlet.class";

  private final List<String> report = new ArrayList<>();

  @TempDir private Path directory;

  @Test
  void writesACopyWithTheJarAndTheSettings() throws Exception {
    byte[] original = war().build();
    Path copy = retrofitted(write("app.war", original), PLAIN);
    assertThat(copy.getFileName()).hasToString("app-retrofitted.war");
    assertThat(read(copy, JAR)).isEqualTo(Made.filterJar("2.0"));
    assertThat(text(copy, Inspector.SETTINGS))
        .contains("\nmode=enforce\n")
        .doesNotContain("endpoints=");
    assertThat(names(copy))
        .startsWith("index.html", TOKEN_SERVLET)
        .endsWith(JAR, Inspector.SETTINGS, Inspector.UNDO);
    assertThat(Files.readAllBytes(directory.resolve("app.war"))).isEqualTo(original);
    assertThat(files()).containsExactlyInAnyOrder("app.war", "app-retrofitted.war");
    assertThat(report)
        .anyMatch(line -> line.contains("jakarta.servlet (by com.example.TokenServlet)"));
    assertThat(undone(copy)).isEqualTo(original);
    assertThat(report).last().asString().contains("byte for byte (SHA-256 compared)");
  }

  @Test
  void takesTheJarThatFitsTheNamespace() throws Exception {
    ZipBytes old = new ZipBytes();
    old.add(TOKEN_SERVLET, Made.servletBytes(Namespace.JAVAX));
    Path copy = retrofitted(write("old.war", old.build()), PLAIN);
    assertThat(names(copy)).contains("WEB-INF/lib/token-error-filter-2.0-javax.jar");

    ZipBytes mute = new ZipBytes();
    mute.add("WEB-INF/views/index.jsp", "hello");
    Path war = write("mute.war", mute.build());
    assertRefused(war, PLAIN, "nothing in it tells whether it is for javax.servlet or jakarta");
    assertThat(names(retrofitted(war, Workbench.namespace(Namespace.JAVAX))))
        .contains("WEB-INF/lib/token-error-filter-2.0-javax.jar");

    ZipBytes library = new ZipBytes();
    library.add("a/S.class", Made.servlet(Namespace.JAVAX, "a.S").toByteArray());
    ZipBytes hollow = new ZipBytes();
    hollow.add("WEB-INF/lib/all.jar", library.build());
    assertThat(names(retrofitted(write("hollow.war", hollow.build()), PLAIN)))
        .contains("WEB-INF/lib/token-error-filter-2.0-javax.jar");
  }

  @Test
  void explainsAnApplicationOfBothNamespaces() throws Exception {
    ZipBytes both = war();
    both.add(
        "WEB-INF/classes/com/example/Old.class",
        Made.servlet(Namespace.JAVAX, "com.example.Old").toByteArray());
    assertRefused(
        write("both.war", both.build()),
        PLAIN,
        "javax.servlet by com.example.Old, and for jakarta.servlet by com.example.TokenServlet");
  }

  @Test
  void writesTheSettingsAskedForOrFound() throws Exception {
    RetrofitOptions options =
        new RetrofitOptions(
            Optional.of(directory.resolve("other.war")),
            List.of("/a/token", "revocation:/b"),
            Optional.of("observe"),
            Optional.empty(),
            false,
            false,
            false);
    Path war = write("app.war", war().build());
    assertThat(text(retrofitted(war, options), Inspector.SETTINGS))
        .contains("\nmode=observe\nendpoints=/a/token, revocation:/b\n");
    ZipBytes found = war();
    var resource =
        Made.annotated(
            "a.R", "org.springframework.web.bind.annotation.RequestMapping", "value", "/x");
    Made.method(resource, "org.springframework.web.bind.annotation.PostMapping", "value", "/token");
    found.add("WEB-INF/classes/a/R.class", resource.toByteArray());
    assertThat(text(retrofitted(write("found.war", found.build()), PLAIN), Inspector.SETTINGS))
        .contains("\nendpoints=token:conventional, revocation:conventional, ")
        .endsWith(", /x/token\n");
  }

  @Test
  void keepsSettingsThatAreThere() throws Exception {
    ZipBytes zip = war();
    zip.add(Inspector.SETTINGS, "mode=off\n");
    byte[] original = zip.build();
    Path war = write("app.war", original);
    Path copy = retrofitted(war, PLAIN);
    assertThat(text(copy, Inspector.SETTINGS)).isEqualTo("mode=off\n");
    assertThat(undone(copy)).isEqualTo(original);
  }

  @Test
  void editsWebXmlWhereItKeepsTheFilterOut() throws Exception {
    ZipBytes zip = war();
    zip.add(Inspector.WEB_XML, Made.webXml("\n  <absolute-ordering/>\n")).stored().withDescriptor();
    zip.add("after", "x");
    byte[] original = zip.build();
    Path copy = retrofitted(write("app.war", original), PLAIN);
    assertThat(read(copy, Inspector.WEB_XML))
        .isEqualTo(
            Made.webXml(
                "\n  <absolute-ordering><name>token_error_filter</name></absolute-ordering>\n"));
    assertThat(report)
        .contains(
            "      -  <absolute-ordering/>",
            "      +  <absolute-ordering><name>token_error_filter</name></absolute-ordering>");
    assertThat(undone(copy)).isEqualTo(original);
  }

  @Test
  void refusesASignedApplicationUnlessAsked() throws Exception {
    ZipBytes zip = war();
    zip.add("META-INF/OWNER.SF", "signature");
    zip.add("META-INF/OWNER.RSA", "signature");
    Path war = write("app.war", zip.build());
    assertRefused(war, PLAIN, "it is signed (META-INF/OWNER.SF)");
    RetrofitOptions allowed =
        new RetrofitOptions(
            Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false, false, true);
    assertThat(names(retrofitted(war, allowed))).contains(JAR, "META-INF/OWNER.SF");
  }

  @Test
  void replacesAFilterThatIsThereOnlyWhenAsked() throws Exception {
    ZipBytes zip = war();
    zip.add("WEB-INF/lib/filter.jar", Made.filterJar("1.0")).stored();
    zip.add("WEB-INF/lib/z.jar", new ZipBytes().build());
    byte[] original = zip.build();
    Path war = write("app.war", original);
    assertRefused(war, PLAIN, "there already: filter.jar, version 1.0; --upgrade replaces it");
    Path copy = retrofitted(war, upgrade());
    assertThat(names(copy)).contains(JAR).doesNotContain("WEB-INF/lib/filter.jar");
    assertThat(undone(copy)).isEqualTo(original);
  }

  @Test
  void upgradesItsOwnWorkAndKeepsTheSettings() throws Exception {
    byte[] original = war().build();
    Path war = write("app.war", original);
    RetrofitOptions observing =
        new RetrofitOptions(
            Optional.of(directory.resolve("first.war")),
            List.of(),
            Optional.of("observe"),
            Optional.empty(),
            false,
            false,
            false);
    new Retrofitter(Made.jars("1.0"), Made::isNameable, report::add).retrofit(war, observing);
    Path first = directory.resolve("first.war");
    assertRefused(first, PLAIN, "it was retrofitted already, with version 1.0");
    Path second = retrofitted(first, upgrade());
    assertThat(names(second))
        .contains(JAR)
        .doesNotContain("WEB-INF/lib/token-error-filter-1.0-all.jar");
    assertThat(text(second, Inspector.SETTINGS)).contains("mode=observe");
    assertThat(undone(second)).isEqualTo(original);
  }

  @Test
  void refusesWhatItWouldNotUnderstand() throws Exception {
    ZipBytes twice = war();
    twice.add(Inspector.WEB_XML, Made.webXml(""));
    twice.add(Inspector.WEB_XML, Made.webXml("<!-- another -->"));
    assertRefused(write("twice.war", twice.build()), PLAIN, "WEB-INF/web.xml more than once");
    ZipBytes broken = war();
    broken.add(Inspector.WEB_XML, "<web-app>");
    assertRefused(
        write("broken.war", broken.build()),
        PLAIN,
        "web.xml cannot be read: line 1: <web-app> is never closed");
    ZipBytes named = war();
    named.add(Inspector.WEB_XML, Made.webXml(filter("token-error-filter", "com.example.Other")));
    assertRefused(
        write("named.war", named.build()), PLAIN, "another filter by the name of this one");
    ZipBytes declared = war();
    declared.add(Inspector.WEB_XML, Made.webXml(filter("f", "org.tokenerror.TokenErrorFilter")));
    assertRefused(
        write("declared.war", declared.build()), PLAIN, "web.xml declares the filter (f)");
    ZipBytes unpacked = war();
    unpacked.add("WEB-INF/classes/" + JarReader.FILTER_CLASS, "a class");
    assertRefused(write("unpacked.war", unpacked.build()), upgrade(), "in its WEB-INF/classes");
    ZipBytes library = new ZipBytes();
    library.add("com/example/A.class", "a class");
    assertRefused(write("library.jar", library.build()), PLAIN, "neither a WAR nor an EAR");
    ZipBytes boot = new ZipBytes();
    boot.add("BOOT-INF/classes/a", "");
    assertRefused(write("boot.jar", boot.build()), PLAIN, "it is a Spring Boot application");
    ZipBytes hollow = new ZipBytes();
    hollow.add("META-INF/application.xml", "<application/>");
    assertRefused(write("hollow.ear", hollow.build()), PLAIN, "there is no WAR in this EAR");
  }

  private static String filter(String name, String type) {
    return "<filter><filter-name>%s</filter-name><filter-class>%s</filter-class></filter>"
        .formatted(name, type);
  }

  @Test
  void refusesToUndoWhatItDidNotDo() throws Exception {
    Path war = write("app.war", war().build());
    assertThatThrownBy(() -> retrofitter().undo(war, Optional.empty(), false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("it was not retrofitted by this command");
  }

  @Test
  void saysWhatCannotBeReadOrWritten() throws Exception {
    byte[] good = war().build();
    Path war = write("app.war", good);
    assertFails(directory.resolve("missing.war"), PLAIN, "missing.war: no such file");
    assertFails(
        write("text.war", "hello, world".getBytes(StandardCharsets.UTF_8)),
        PLAIN,
        "text.war: it is no zip archive");
    assertFails(
        write("cut.war", Arrays.copyOf(good, good.length / 2)), PLAIN, "cut.war: it is cut off");
    assertFails(war, to(war), "is the application itself, which is never changed");
    Path other = write("other.war", new byte[] {1, 2, 3});
    assertFails(war, to(other), "other.war is there already");
    assertThat(Files.readAllBytes(other)).containsExactly(1, 2, 3);
    assertFails(
        war, to(directory.resolve("no/such/directory.war")), "there is no directory for it");
    assertThat(Files.readAllBytes(war)).isEqualTo(good);
    assertThat(files()).containsExactlyInAnyOrder("app.war", "text.war", "cut.war", "other.war");
  }

  @Test
  void leavesNothingBehindOnAFullDisk() throws Exception {
    Path war = write("app.war", war().build());
    for (int room : new int[] {0, 100, 700}) {
      Retrofitter full =
          new Retrofitter(
              Made.jars("2.0"),
              Made::isNameable,
              report::add,
              new SafeOutput(out -> new FullDisk(out, room)));
      assertThatThrownBy(() -> full.retrofit(war, PLAIN))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("app-retrofitted.war: No space left on device; nothing is left");
      assertThat(files()).containsExactly("app.war");
    }
  }

  @Test
  void namesTheApplicationThatHoldsWhatIsTooLarge() throws Exception {
    Path app = Files.createDirectories(directory.resolve("app/WEB-INF"));
    Files.write(app.resolve("web.xml"), new byte[9 << 20]);
    assertFails(directory.resolve("app"), PLAIN, "app: \"WEB-INF/web.xml\" is larger than ");
    assertThat(files()).containsExactly("app");
  }

  @Test
  void doesNotLetNamesSteerTheTerminal() throws Exception {
    ZipBytes zip = war();
    zip.add("a\u001b[31m\n.txt", "");
    zip.add("a\u001b[31m\n.txt", "");
    retrofitted(write("app.war", zip.build()), PLAIN);
    assertThat(report)
        .anyMatch(line -> line.contains("a?[31m?.txt"))
        .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
  }

  @Test
  void saysWhenTheRecordOfTheRetrofitIsBroken() throws Exception {
    for (String record : List.of("", "TEFU", "TEFT", "TEFU\0\0\0\0\u007f")) {
      ZipBytes zip = war();
      zip.add(Inspector.UNDO, record);
      Path file = write("app.war", zip.build());
      assertThatThrownBy(() -> retrofitter().undo(file, Optional.empty(), false))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("app.war: the record of what was there before is broken");
      Path unpacked = directory.resolve("unpacked");
      unpack(zip.build(), unpacked);
      assertThatThrownBy(() -> retrofitter().undo(unpacked, Optional.empty(), false))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("the record of what was there before is broken");
    }
  }

  @Test
  void onlyTellsInADryRun() throws Exception {
    Path war = write("app.war", war().build());
    RetrofitOptions dry =
        new RetrofitOptions(
            Optional.empty(), List.of(), Optional.empty(), Optional.empty(), true, false, false);
    retrofitter().retrofit(war, dry);
    assertThat(files()).containsExactly("app.war");
    assertThat(report)
        .anyMatch(line -> line.startsWith("  + " + JAR))
        .last()
        .asString()
        .contains("dry run");
  }

  @Test
  void stopsLookingIntoABomb() throws Exception {
    ZipBytes bomb = new ZipBytes();
    for (int i = 0; i < 64; i++) {
      bomb.add("zeros" + i, new byte[1 << 20]);
    }
    byte[] jar = bomb.build();
    JarFacts facts =
        JarReader.read("bomb.jar", new java.io.ByteArrayInputStream(jar), Budget.of(4 << 20));
    assertThat(facts.flaw()).hasValue("it unpacks to more than can be looked at");
  }

  @Test
  void tellsOfJarsThatWantToBeFirstAsWell() throws Exception {
    ZipBytes jar = new ZipBytes();
    jar.add("META-INF/services/jakarta.servlet.ServletContainerInitializer", "a.I");
    jar.add(
        "META-INF/web-fragment.xml",
        "<web-fragment><ordering><before><others/></before></ordering></web-fragment>");
    ZipBytes zip = war();
    zip.add("WEB-INF/lib/pushy.jar", jar.build());
    zip.add("WEB-INF/lib/text.jar", "no jar");
    retrofitted(write("app.war", zip.build()), PLAIN);
    assertThat(report)
        .anyMatch(line -> line.contains("pushy.jar also wants to be before all others"))
        .anyMatch(line -> line.contains("text.jar was not read to its end"));
  }

  @Test
  void retrofitsEachWarOfAnEar() throws Exception {
    ZipBytes ear = new ZipBytes();
    ear.add(
        "META-INF/application.xml",
        "<application xmlns='https://jakarta.ee/xml/ns/jakartaee'>"
            + "<module><web><web-uri>a.war</web-uri></web></module>"
            + "<module><web><web-uri>web/b.war</web-uri></web></module><module><ejb>c.jar</ejb></module></application>");
    ear.add("a.war", war().build()).level(9);
    ZipBytes mute = new ZipBytes();
    mute.add("WEB-INF/x.jsp", "hello");
    ear.add("web/b.war", mute.build()).stored();
    ear.add("lib/c.jar", "c");
    byte[] original = ear.build();
    Path copy = retrofitted(write("app.ear", original), PLAIN);
    assertThat(copy.getFileName()).hasToString("app-retrofitted.ear");
    for (String war : List.of("a.war", "web/b.war")) {
      assertThat(names(write("inner", read(copy, war)))).contains(JAR, Inspector.UNDO);
    }
    assertThat(undone(copy)).isEqualTo(original);
    assertRefused(copy, PLAIN, "a.war: it was retrofitted already");
  }

  @Test
  void retrofitsUnpackedApplications() throws Exception {
    Path war = directory.resolve("app.war");
    unpack(war().build(), war);
    Files.createDirectories(war.resolve("WEB-INF"));
    Files.write(war.resolve(Inspector.WEB_XML), Made.webXml("<absolute-ordering/>"));
    List<String> before = tree(war);
    Path copy = retrofitted(war, PLAIN);
    assertThat(copy.resolve(JAR)).hasBinaryContent(Made.filterJar("2.0"));
    assertThat(copy.resolve(Inspector.WEB_XML)).content().contains("token_error_filter");
    assertThat(tree(war)).isEqualTo(before);
    retrofitter().undo(copy, Optional.empty(), false);
    assertThat(tree(directory.resolve("app-restored.war"))).isEqualTo(before);
    assertThat(files()).hasSize(3);
  }

  @Test
  void retrofitsUnpackedEars() throws Exception {
    Path ear = directory.resolve("app.ear");
    Files.createDirectories(ear.resolve("META-INF"));
    Files.writeString(
        ear.resolve("META-INF/application.xml"),
        "<application><module><web><web-uri>a.war</web-uri></web></module>"
            + "<module><web><web-uri>b.war</web-uri></web></module></application>");
    Files.write(ear.resolve("a.war"), war().build());
    unpack(war().build(), ear.resolve("b.war"));
    List<String> before = tree(ear);
    Path copy = retrofitted(ear, PLAIN);
    assertThat(names(copy.resolve("a.war"))).contains(JAR);
    assertThat(copy.resolve("b.war").resolve(JAR)).exists();
    retrofitter().undo(copy, Optional.empty(), false);
    assertThat(tree(directory.resolve("app-restored.ear"))).isEqualTo(before);
  }

  private static RetrofitOptions upgrade() {
    return new RetrofitOptions(
        Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false, true, false);
  }

  private static RetrofitOptions to(Path output) {
    return new RetrofitOptions(
        Optional.of(output), List.of(), Optional.empty(), Optional.empty(), false, false, false);
  }

  private static ZipBytes war() {
    ZipBytes war = new ZipBytes();
    war.add("index.html", "<p>hello</p>").comment("the page");
    war.add(TOKEN_SERVLET, Made.servletBytes(Namespace.JAKARTA)).withDescriptor();
    return war;
  }

  private Retrofitter retrofitter() {
    return new Retrofitter(Made.jars("2.0"), Made::isNameable, report::add);
  }

  private Path retrofitted(Path input, RetrofitOptions options) throws Exception {
    retrofitter().retrofit(input, options);
    String line = report.get(report.size() - 1);
    return Path.of(line.substring("written: ".length(), line.indexOf(';')));
  }

  private byte[] undone(Path input) throws Exception {
    Path restored = directory.resolve("undone");
    retrofitter().undo(input, Optional.of(restored), false);
    byte[] bytes = Files.readAllBytes(restored);
    Files.delete(restored);
    return bytes;
  }

  private void assertRefused(Path input, RetrofitOptions options, String message)
      throws IOException {
    List<String> before = files();
    assertThatThrownBy(() -> retrofitter().retrofit(input, options))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(input + ": ")
        .hasMessageContaining(message);
    assertThat(files()).isEqualTo(before);
  }

  private void assertFails(Path input, RetrofitOptions options, String message) {
    assertThatThrownBy(() -> retrofitter().retrofit(input, options))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Lists files with their content and their time. */
  private static List<String> tree(Path root) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted().toList()) {
        String content =
            Files.isDirectory(file) ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        lines.add(root.relativize(file) + " " + Files.getLastModifiedTime(file) + " " + content);
      }
    }
    return lines;
  }

  private static void unpack(byte[] archive, Path to) throws IOException {
    Path zip = Files.write(to.resolveSibling(to.getFileName() + ".zip"), archive);
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (var entry : file.stream().toList()) {
        Path target = to.resolve(entry.getName());
        Files.createDirectories(target.getParent());
        Files.write(target, file.getInputStream(entry).readAllBytes());
      }
    }
    Files.delete(zip);
  }

  private static List<String> names(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream().map(entry -> entry.getName()).toList();
    }
  }

  private static byte[] read(Path zip, String name) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.getInputStream(file.getEntry(name)).readAllBytes();
    }
  }

  private static String text(Path zip, String name) throws IOException {
    return new String(read(zip, name), StandardCharsets.UTF_8);
  }

  /** Has room for so many bytes and no more. */
  private static final class FullDisk extends FilterOutputStream {
    private int room;

    FullDisk(OutputStream out, int room) {
      super(out);
      this.room = room;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      room -= length;
      if (room < 0) {
        throw new IOException("No space left on device");
      }
      out.write(bytes, from, length);
    }
  }
}
