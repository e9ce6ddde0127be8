package org.tokenerror.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.tokenerror.testing.ZipBytes;

/** Has a directory to work in, retrofits there, and collects what is reported. */
final class Workbench {
  static final RetrofitOptions PLAIN = RetrofitOptions.defaults();
  static final RetrofitOptions UPGRADE =
      new RetrofitOptions(
          Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false, true, false);

  private final Path directory;
  private final List<String> report = new ArrayList<>();

  Workbench(Path directory) {
    this.directory = directory;
  }

  /** Begins a web application of the new namespace. */
  static ZipBytes war() {
    ZipBytes war = new ZipBytes();
    war.add("index.html", "<p>hello</p>");
    war.add("WEB-INF/classes/com/example/TokenServlet.class", Made.servletBytes(Namespace.JAKARTA));
    return war;
  }

  /** Begins one whose descriptor needs an edit. */
  static ZipBytes orderedWar() {
    ZipBytes war = war();
    war.add(Inspector.WEB_XML, Made.webXml("\n  <absolute-ordering/>\n"));
    return war;
  }

  static RetrofitOptions mode(String mode, boolean upgrade) {
    return new RetrofitOptions(
        Optional.empty(), List.of(), Optional.of(mode), Optional.empty(), false, upgrade, false);
  }

  static RetrofitOptions namespace(Namespace namespace) {
    return new RetrofitOptions(
        Optional.empty(), List.of(), Optional.empty(), Optional.of(namespace), false, false, false);
  }

  List<String> report() {
    return report;
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  Path write(String name, byte[] bytes) throws IOException {
    return Files.write(file(name), bytes);
  }

  /** Unpacks an archive into a directory. */
  Path unpack(String name, byte[] archive) throws IOException {
    Path zip = write(name + ".zip", archive);
    try (ZipFile packed = new ZipFile(zip.toFile())) {
      for (var entry : packed.stream().toList()) {
        Path target = file(name).resolve(entry.getName());
        Files.createDirectories(target.getParent());
        Files.write(target, packed.getInputStream(entry).readAllBytes());
      }
    }
    Files.delete(zip);
    return file(name);
  }

  /** Packs a directory. */
  Path pack(Path from, String name) throws IOException {
    ZipBytes zip = new ZipBytes();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.add(from.relativize(each).toString(), Files.readAllBytes(each));
      }
    }
    return write(name, zip.build());
  }

  Path retrofitted(Path input, RetrofitOptions options) throws Exception {
    return retrofitted("2.0", input, options);
  }

  Path retrofitted(String version, Path input, RetrofitOptions options) throws Exception {
    report.clear();
    new Retrofitter(Made.jars(version), Made::isNameable, report::add).retrofit(input, options);
    return written();
  }

  Path undone(Path input) throws Exception {
    report.clear();
    new Retrofitter(Made.jars("2.0"), Made::isNameable, report::add)
        .undo(input, Optional.empty(), false);
    return written();
  }

  private Path written() {
    String line = report.get(report.size() - 1);
    return Path.of(line.substring("written: ".length(), line.indexOf(';')));
  }

  void assertRefused(Path input, RetrofitOptions options, String message) {
    assertThatThrownBy(() -> retrofitted(input, options))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(message);
  }

  /** Lists files and links with their content. */
  static List<String> tree(Path root) throws IOException {
    assertThat(root).isDirectory();
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted().toList()) {
        String content = "";
        if (Files.isSymbolicLink(file)) {
          content = "-> " + Files.readSymbolicLink(file);
        } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          content = Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        lines.add(root.relativize(file) + " " + content);
      }
    }
    return lines;
  }

  static List<String> names(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream().map(entry -> entry.getName()).toList();
    }
  }

  static String text(Path zip, String name) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      byte[] bytes = file.getInputStream(file.getEntry(name)).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
