package org.tokenerror.retrofit;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks through a web application.
 *
 * <p>It loads no class and follows no reference out of the application.
 */
final class Inspector {
  static final String WEB_XML = "WEB-INF/web.xml";
  static final String SETTINGS = "WEB-INF/token-error-filter.properties";
  static final String UNDO = "WEB-INF/token-error-filter-undo.bin";
  static final String LIB = "WEB-INF/lib/";
  private static final String CLASSES = "WEB-INF/classes/";
  private static final int LARGEST_DESCRIPTOR = 8 << 20;
  private static final int LARGEST_CLASS = 16 << 20;

  private final Archive archive;
  private final Budget budget;
  private final Predicate<String> nameable;
  private final Map<Namespace, List<String>> own = new EnumMap<>(Namespace.class);
  private final Map<Namespace, List<String>> descriptors = new EnumMap<>(Namespace.class);
  private final List<ClassFacts> classes = new ArrayList<>();
  private final List<JarFacts> jars = new ArrayList<>();

  private Inspector(Archive archive, Budget budget, Predicate<String> nameable) {
    this.archive = archive;
    this.budget = budget;
    this.nameable = nameable;
  }

  /** Returns what was found; {@code nameable} tells whether the settings may name a path. */
  static Inspection inspect(Archive archive, Budget budget, Predicate<String> nameable)
      throws IOException, RefusedException {
    return new Inspector(archive, budget, nameable).inspection();
  }

  private Inspection inspection() throws IOException, RefusedException {
    Optional<WebXml> webXml = webXml();
    webXml.flatMap(WebXml::namespace).ifPresent(n -> add(descriptors, n, "web.xml"));
    for (String name : new ArrayList<>(new HashSet<>(archive.names())).stream().sorted().toList()) {
      look(name);
    }
    List<ClassFacts> all = new ArrayList<>(classes);
    jars.forEach(jar -> all.addAll(jar.classes()));
    return new Inspection(
        archive.names().size(),
        webXml,
        own,
        descriptors,
        classes,
        jars,
        EndpointFinder.find(webXml, all).stream().map(this::judged).toList(),
        signatures(archive),
        archive.has(UNDO) ? Optional.of(UNDO) : Optional.empty(),
        archive.read(SETTINGS, LARGEST_DESCRIPTOR),
        archive.has(CLASSES + JarReader.FILTER_CLASS),
        startsItself(),
        repeated());
  }

  private FoundPath judged(FoundPath found) {
    boolean fine = found.kind() == FoundPath.Kind.KNOWN || nameable.test(found.path());
    return fine ? found : new FoundPath(found.path(), found.where(), FoundPath.Kind.UNNAMEABLE);
  }

  private Optional<WebXml> webXml() throws IOException, RefusedException {
    Optional<byte[]> bytes = archive.read(WEB_XML, LARGEST_DESCRIPTOR);
    try {
      return bytes.isEmpty() ? Optional.empty() : Optional.of(WebXml.of(bytes.get()));
    } catch (XmlException e) {
      throw new RefusedException(WEB_XML + " cannot be read: " + e.getMessage());
    }
  }

  private void look(String name) throws IOException {
    if (name.startsWith(CLASSES) && name.endsWith(".class")) {
      try (InputStream in = archive.open(name)) {
        String inClasses = name.substring(CLASSES.length());
        ClassFacts facts = ClassFile.read(inClasses, budget.read(in, LARGEST_CLASS));
        facts.namespaces().forEach(n -> add(own, n, facts.name()));
        classes.add(facts);
      }
    } else if (isLibrary(name)) {
      try (InputStream in = archive.open(name)) {
        jars.add(JarReader.read(name.substring(LIB.length()), in, budget));
      }
    } else if (name.endsWith(".tld")) {
      look(name, archive.read(name, LARGEST_DESCRIPTOR).orElse(new byte[0]));
    }
  }

  private static boolean isLibrary(String name) {
    return name.startsWith(LIB) && name.endsWith(".jar") && name.indexOf('/', LIB.length()) < 0;
  }

  private void look(String name, byte[] descriptor) {
    try {
      String uri = XmlParser.parse(XmlText.of(descriptor).text()).root().declaredNamespace();
      if (uri.contains("jakarta.ee")) {
        add(descriptors, Namespace.JAKARTA, name);
      }
    } catch (XmlException e) {
      // a container will complain where it matters
      return;
    }
  }

  private static void add(Map<Namespace, List<String>> evidence, Namespace namespace, String what) {
    evidence.computeIfAbsent(namespace, n -> new ArrayList<>()).add(what);
  }

  /** Names the signatures of an archive. */
  static List<String> signatures(Archive archive) {
    return archive.names().stream()
        .filter(name -> name.toUpperCase(Locale.ROOT).matches("META-INF/[^/]+\\.SF"))
        .toList();
  }

  private boolean startsItself() {
    return archive.names().stream()
        .anyMatch(name -> name.startsWith("org/springframework/boot/loader/"));
  }

  private List<String> repeated() {
    Set<String> seen = new HashSet<>();
    Stream<String> mattering =
        archive.names().stream()
            .filter(
                name ->
                    List.of(WEB_XML, SETTINGS, UNDO).contains(name)
                        || name.startsWith(LIB + "token-error-filter"));
    return mattering.filter(name -> !seen.add(name)).toList();
  }
}
