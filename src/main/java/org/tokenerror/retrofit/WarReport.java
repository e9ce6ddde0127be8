package org.tokenerror.retrofit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells what was found in a web application and what is to be changed.
 *
 * <p>It prints names only, never what settings or files hold, but for the edited lines.
 */
final class WarReport {
  private static final String SPRING_BOOT =
      "it is a Spring Boot application: on a server the filter registers itself; started by java"
          + " -jar, ";
  private static final String NEW_BOOT =
      "it does so by its auto-configuration (Spring Boot 3 and 4), with settings from Spring's"
          + " environment and not from the file in WEB-INF";
  private static final String OLD_BOOT =
      "it does not, because Spring Boot 2 needs a FilterRegistrationBean for it";

  private static final String REFUSES = "; there the server refuses before any filter runs";

  private final Inspection app;
  private final boolean configures;
  private final Consumer<String> out;

  /** Reports; {@code configures} says whether paths that were found go into the settings. */
  WarReport(Inspection app, boolean configures, Consumer<String> out) {
    this.app = app;
    this.configures = configures;
    this.out = out;
  }

  void findings() {
    line("namespace", namespaces());
    line("web.xml", app.webXml().map(WarReport::describe).orElse("none"));
    line("filters", list(app.filters()));
    line("token endpoints", list(endpoints()));
    line("JSON libraries", list(json()) + (json().isEmpty() ? "" : "; the filter brings its own"));
    app.webXml()
        .flatMap(WebXml::login)
        .ifPresent(login -> line("container login", login + " at " + loginPaths()));
    if (!app.guarded().isEmpty()) {
      line("container login", "@ServletSecurity of " + list(app.guarded()) + REFUSES);
    }
    notes().forEach(text -> out.accept(note(text)));
  }

  private void line(String label, String text) {
    out.accept(labelled(label, text));
  }

  private static String labelled(String label, String text) {
    return "  %-16s %s".formatted(label, text);
  }

  /** Returns the line of something to know. */
  static String note(String text) {
    return labelled("note", text);
  }

  private String namespaces() {
    List<String> found = new ArrayList<>();
    for (Namespace namespace : app.namespaces()) {
      found.add(namespace.servletPackage() + " (by " + WarPlan.evidence(app, namespace) + ")");
    }
    return found.isEmpty() ? "not to be seen" : String.join(" and ", found);
  }

  private static String describe(WebXml webXml) {
    String version = webXml.version().isEmpty() ? "without version" : "version " + webXml.version();
    String complete = webXml.isMetadataComplete() ? ", metadata-complete" : "";
    String ordering =
        webXml
            .ordering()
            .map(names -> names.isEmpty() ? "empty" : "of " + String.join(", ", names))
            .map(names -> ", absolute-ordering " + names)
            .orElse("");
    return version + complete + ordering;
  }

  private List<String> endpoints() {
    return app.endpoints().stream()
        .map(path -> path.path() + " (" + path.where() + hint(path.kind()) + ")")
        .toList();
  }

  private String hint(FoundPath.Kind kind) {
    return switch (kind) {
      case KNOWN -> "";
      case TO_CONFIGURE -> configures ? "; will be configured" : "; the settings have to name it";
      case PERHAPS -> "; if it is one, say so by --endpoint";
      case UNNAMEABLE -> "; left out, because the filter's settings cannot name such a path";
    };
  }

  private List<String> json() {
    return app.jars().stream()
        .filter(jar -> !jar.json().isEmpty())
        .map(jar -> jar.name() + " (" + String.join(", ", jar.json()) + ")")
        .toList();
  }

  private String loginPaths() {
    return list(app.webXml().map(WebXml::loginPaths).orElse(List.of())) + REFUSES;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (app.startsItself()) {
      notes.add(SPRING_BOOT + (app.namespaces().contains(Namespace.JAVAX) ? OLD_BOOT : NEW_BOOT));
    }
    for (JarFacts jar : app.jars()) {
      jar.flaw().ifPresent(flaw -> notes.add(jar.name() + " was not read to its end: " + flaw));
      if (jar.wantsToBeFirst()) {
        notes.add(
            jar.name()
                + " also wants to be before all others; which of the two is first, the server"
                + " decides");
      }
    }
    if (app.descriptors().containsKey(Namespace.JAVAX)
        && app.namespaces().equals(List.of(Namespace.JAKARTA))) {
      notes.add("its web.xml is still that of javax.servlet, which servers of both read");
    }
    app.webXml().map(WebXml::ownContextParams).orElse(List.of()).stream()
        .map(param -> "web.xml sets " + param.substring(0, param.indexOf('=')))
        .forEach(notes::add);
    if (!app.signatures().isEmpty()) {
      notes.add("it is signed; the signature will not cover what is changed");
    }
    return notes;
  }

  private static String list(List<String> items) {
    return items.isEmpty() ? "none found" : String.join(", ", items);
  }

  void changes(WarPlan plan) {
    for (Change change : plan.changes()) {
      if (change instanceof Change.Add add) {
        out.accept("  + " + add.name() + " (" + add.content().length() + " bytes)");
        show(add.name(), plan);
      } else if (change instanceof Change.Replace replace) {
        out.accept("  ~ " + replace.name());
        show(replace.name(), plan);
      } else {
        out.accept("  - " + change.name());
      }
    }
    if (plan.settings().change().isEmpty()) {
      out.accept("  = " + Inspector.SETTINGS);
      indented(plan.settings().lines());
    }
  }

  private void show(String name, WarPlan plan) {
    List<String> lines =
        Map.of(
                Inspector.WEB_XML,
                plan.webXml().map(WebXmlEdit::diff).orElse(List.of()),
                Inspector.SETTINGS,
                plan.settings().lines())
            .getOrDefault(name, List.of());
    indented(lines);
  }

  private void indented(List<String> lines) {
    lines.forEach(line -> out.accept("      " + line));
  }

  /** Names what is unusual about an archive that will be copied all the same. */
  static Optional<String> oddities(List<String> names) {
    List<String> repeated =
        names.stream()
            .collect(Collectors.groupingBy(n -> n, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(entry -> entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return repeated.isEmpty()
        ? Optional.empty()
        : Optional.of("it has more than once, and keeps so: " + String.join(", ", repeated));
  }
}
