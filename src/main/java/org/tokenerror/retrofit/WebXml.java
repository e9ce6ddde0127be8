package org.tokenerror.retrofit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what a {@code web.xml} says of the things that matter here.
 *
 * @param text the text it was read from
 * @param root the outermost element
 * @param version of the Servlet specification, as written or as its document type says
 * @param namespace whose it is, as far as it says
 */
record WebXml(XmlText text, XmlElement root, String version, Optional<Namespace> namespace) {
  private static final Pattern DTD_VERSION = Pattern.compile("Web Application (\\d\\.\\d)");
  private static final String OTHERS = "<others/>";

  static WebXml of(byte[] bytes) throws XmlException {
    XmlText text = XmlText.of(bytes);
    XmlParser.Document document = XmlParser.parse(text.text());
    XmlElement root = document.root();
    if (!root.name().equals("web-app")) {
      throw new XmlException("its outermost element is <" + root.qualifiedName() + ">");
    }
    Matcher dtd = DTD_VERSION.matcher(document.doctype());
    String version =
        dtd.find() ? dtd.group(1) + " (DTD)" : root.attributes().getOrDefault("version", "");
    return new WebXml(text, root, version, namespace(root));
  }

  private static Optional<Namespace> namespace(XmlElement root) {
    String uri = root.declaredNamespace();
    if (uri.contains("jakarta.ee")) {
      return Optional.of(Namespace.JAKARTA);
    }
    if (uri.contains("java.sun.com") || uri.contains("jcp.org")) {
      return Optional.of(Namespace.JAVAX);
    }
    // a DTD or a version alone ended with Java EE; containers of Jakarta EE still read them
    return Optional.empty();
  }

  boolean isMetadataComplete() {
    return "true".equals(root.attributes().get("metadata-complete"));
  }

  /** Returns the element that says which jars take part, and in what order. */
  Optional<XmlElement> absoluteOrdering() {
    return root.first("absolute-ordering");
  }

  /** Returns the names in it, {@code <others/>} among them as such. */
  Optional<List<String>> ordering() {
    return absoluteOrdering()
        .map(
            ordering ->
                ordering.children().stream()
                    .map(e -> e.name().equals("others") ? OTHERS : e.text().strip())
                    .toList());
  }

  /** Returns declared filters in the order in which they run at first sight. */
  List<Mapped> filters() {
    return mapped("filter");
  }

  List<Mapped> servlets() {
    return mapped("servlet");
  }

  private List<Mapped> mapped(String kind) {
    Map<String, XmlElement> declared =
        root.all(kind)
            .collect(
                Collectors.toMap(
                    element -> element.textOf(kind + "-name").orElse(""),
                    Function.identity(),
                    (first, second) -> first));
    List<Mapped> found = new ArrayList<>();
    List<String> names = new ArrayList<>();
    root.all(kind + "-mapping").flatMap(m -> m.textOf(kind + "-name").stream()).forEach(names::add);
    root.all(kind).flatMap(m -> m.textOf(kind + "-name").stream()).forEach(names::add);
    for (String name : names.stream().distinct().toList()) {
      List<String> patterns =
          root.all(kind + "-mapping")
              .filter(mapping -> mapping.textOf(kind + "-name").orElse("").equals(name))
              .flatMap(mapping -> mapping.textsOf("url-pattern").stream())
              .toList();
      Optional<XmlElement> element = Optional.ofNullable(declared.get(name));
      String type = element.flatMap(e -> e.textOf(kind + "-class")).orElse("");
      List<String> params =
          element.stream().flatMap(e -> e.all("init-param")).map(WebXml::parameter).toList();
      found.add(new Mapped(name, type, patterns, params));
    }
    return found;
  }

  private static String parameter(XmlElement param) {
    return param.textOf("param-name").orElse("") + "=" + param.textOf("param-value").orElse("");
  }

  /** Returns context parameters that are this filter's. */
  List<String> ownContextParams() {
    return root.all("context-param")
        .map(WebXml::parameter)
        .filter(param -> param.startsWith("token-error-filter."))
        .toList();
  }

  /** Returns how the container itself asks users to log in, if it does. */
  Optional<String> login() {
    return root.first("login-config")
        .map(config -> config.textOf("auth-method").orElse("BASIC").toUpperCase(Locale.ROOT));
  }

  /** Returns the paths at which it does. */
  List<String> loginPaths() {
    return root.all("security-constraint")
        .filter(constraint -> constraint.first("auth-constraint").isPresent())
        .flatMap(constraint -> constraint.all("web-resource-collection"))
        .flatMap(collection -> collection.textsOf("url-pattern").stream())
        .toList();
  }

  /**
   * Names a filter or servlet and where it is.
   *
   * @param name its name in the descriptor
   * @param type its class, empty if it has none
   * @param patterns the paths it is mapped to
   * @param params its init-params, as {@code name=value}
   */
  record Mapped(String name, String type, List<String> patterns, List<String> params) {}
}
