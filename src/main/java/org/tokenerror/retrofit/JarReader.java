package org.tokenerror.retrofit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads a jar inside an application, once and from the front.
 *
 * <p>It stops when it has unpacked as much as it may, so a bomb costs bounded time and no memory.
 */
final class JarReader {
  static final String FILTER_CLASS = "org/tokenerror/TokenErrorFilter.class";
  private static final int LARGEST_FILE = 16 << 20;
  private static final String SERVICES = "META-INF/services/";

  /**
   * The classes by which JSON libraries are known.
   *
   * <p>Names that begin like a library in the command line's own jar would be relocated there as if
   * that library were meant; so those are put together when the program runs.
   */
  private static final Map<String, String> JSON_LIBRARIES =
      Map.of(
          path("jakarta", "json/bind/Jsonb.class"),
          "JSON-B API",
          path("javax", "json/bind/Jsonb.class"),
          "JSON-B API",
          path("jakarta", "json/JsonObject.class"),
          "JSON-P API",
          path("javax", "json/JsonObject.class"),
          "JSON-P API",
          path("org", "eclipse/yasson/JsonBindingProvider.class"),
          "Yasson",
          "org/apache/johnzon/jsonb/JohnzonJsonb.class",
          "Johnzon",
          "com/fasterxml/jackson/databind/ObjectMapper.class",
          "Jackson",
          "com/google/gson/Gson.class",
          "Gson");

  private final String name;
  private final Budget budget;
  private final Set<Namespace> namespaces = EnumSet.noneOf(Namespace.class);
  private final List<ClassFacts> classes = new ArrayList<>();
  private boolean initializer;
  private boolean beforeOthers;
  private boolean holdsFilter;
  private final Set<String> json = new TreeSet<>();
  private Optional<String> version = Optional.empty();
  private Optional<String> flaw = Optional.empty();

  private JarReader(String name, Budget budget) {
    this.name = name;
    this.budget = budget;
  }

  static JarFacts read(String name, InputStream jar, Budget budget) {
    JarReader reader = new JarReader(name, budget);
    reader.readAll(jar);
    return reader.facts();
  }

  private static String path(String first, String rest) {
    return String.join("/", first, rest);
  }

  private void readAll(InputStream jar) {
    // names in jars need not be UTF-8; one character per byte never fails
    ZipInputStream zip = new ZipInputStream(jar, StandardCharsets.ISO_8859_1);
    try {
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        take(entry.getName(), zip);
      }
      if (entries == 0) {
        flaw = Optional.of("it is no zip archive or an empty one");
      }
    } catch (IOException | IllegalArgumentException e) {
      flaw = Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void take(String entry, InputStream content) throws IOException {
    Optional.ofNullable(JSON_LIBRARIES.get(entry)).ifPresent(json::add);
    holdsFilter |= entry.equals(FILTER_CLASS);
    initializer |=
        entry.startsWith(SERVICES) && entry.endsWith(".servlet.ServletContainerInitializer");
    byte[] bytes = budget.read(content, LARGEST_FILE);
    if (entry.endsWith(".class") && !entry.startsWith("META-INF/")) {
      ClassFacts facts = ClassFile.read(entry, bytes);
      namespaces.addAll(facts.namespaces());
      if (facts.isFilter()
          || facts.isGuarded()
          || !facts.handlers().isEmpty()
          || !facts.servletPaths().isEmpty()
          || !facts.applicationPaths().isEmpty()) {
        classes.add(facts);
      }
    } else if (entry.equals("META-INF/MANIFEST.MF")) {
      Manifest manifest = new Manifest(new ByteArrayInputStream(bytes));
      version =
          Optional.ofNullable(
              manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION));
    } else if (entry.equals("META-INF/web-fragment.xml")) {
      beforeOthers = goesBeforeOthers(bytes);
    }
  }

  private static boolean goesBeforeOthers(byte[] fragment) {
    try {
      return XmlParser.parse(XmlText.of(fragment).text())
          .root()
          .first("ordering")
          .flatMap(ordering -> ordering.first("before"))
          .flatMap(before -> before.first("others"))
          .isPresent();
    } catch (XmlException e) {
      return false;
    }
  }

  private JarFacts facts() {
    return new JarFacts(
        name,
        namespaces,
        holdsFilter ? Optional.of(version.orElse("of unknown version")) : Optional.empty(),
        initializer && beforeOthers && !holdsFilter,
        List.copyOf(json),
        List.copyOf(classes),
        flaw);
  }
}
