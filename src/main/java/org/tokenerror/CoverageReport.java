package org.tokenerror;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tokenerror.oauth.EndpointProfile;

/**
 * Says in one line what a filter covers and why, or warns with the remedy when it covers nothing.
 *
 * <p>It has to be asked when filters are initialized: only then are all servlets registered, those
 * of frameworks included. It looks at mappings only; whether a servlet mapped to {@code /api/*}
 * really serves a token endpoint, nobody can tell before it does.
 */
final class CoverageReport {
  private static final Logger LOGGER = System.getLogger("org.tokenerror");
  private static final int MOST_ITEMS = 8;

  private final ServletContext context;
  private final LoadedSettings loaded;
  private final EndpointPatterns endpoints;
  private final Optional<String> container;
  private final List<String> servlets;
  private final List<String> filters;

  private CoverageReport(
      ServletContext context,
      LoadedSettings loaded,
      EndpointPatterns endpoints,
      Optional<String> container) {
    this.context = context;
    this.loaded = loaded;
    this.endpoints = endpoints;
    this.container = container;
    this.servlets = servlets(context, endpoints);
    this.filters = filters(context, endpoints);
  }

  /** Looks at the servlets and filters registered so far. */
  static CoverageReport of(
      ServletContext context, LoadedSettings loaded, EndpointPatterns endpoints) {
    return new CoverageReport(context, loaded, endpoints, Optional.empty());
  }

  /**
   * Logs the line about a filter that is being initialized.
   *
   * @param endpoints what it treats as endpoints in this context
   * @param container the container whose own refusals are answered too
   */
  static void log(
      ServletContext context,
      LoadedSettings loaded,
      EndpointPatterns endpoints,
      Optional<String> container) {
    CoverageReport report = new CoverageReport(context, loaded, endpoints, container);
    LOGGER.log(report.level(), report.text());
  }

  /**
   * Tells whether nothing here can be at any endpoint.
   *
   * <p>Struts, Spring Security and others answer from filters. A filter is believed to do so at
   * endpoints that were configured; at the conventional ones it is far more likely to pass.
   */
  boolean coversNothing() {
    return servlets.isEmpty() && (endpoints.isConventional() || filters.isEmpty());
  }

  /** Returns WARNING when there is something to do. */
  Level level() {
    return coversNothing() && !isOff() ? Level.WARNING : Level.INFO;
  }

  /** Returns the line. */
  String text() {
    String start =
        "token-error-filter "
            + version()
            + " in context "
            + Printable.quoted(context.getContextPath())
            + ", mode "
            + loaded.settings().mode().name().toLowerCase(Locale.ROOT);
    if (isOff()) {
      return start + "; settings: " + loaded.origin();
    }
    String what = coversNothing() ? " covers nothing: " + remedy() : " covers " + coverage();
    return start + "," + what + contextPathHint() + "; settings: " + loaded.origin();
  }

  private boolean isOff() {
    return loaded.settings().mode() == TokenErrorSettings.Mode.OFF;
  }

  private String coverage() {
    String reach =
        servlets.isEmpty()
            ? "no servlet is mapped there, but these filters may answer: " + brief(filters)
            : "in reach of " + brief(servlets);
    String refusals =
        container.map(name -> ", refusals by " + name + " itself included").orElse("");
    return endpointText() + ", " + reach + refusals;
  }

  private String remedy() {
    String others =
        filters.isEmpty()
            ? ""
            : "; a filter that answers itself is believed to once endpoints are configured: "
                + brief(filters);
    return "no servlet is mapped where "
        + endpointText()
        + " could be; set "
        + SettingsSource.CONTEXT_PARAM.label()
        + " "
        + SettingsSource.CONTEXT_PARAM.nameOf(Setting.ENDPOINTS.key())
        + " to the path of the token endpoint within the context, such as /oauth/token, or remove"
        + " the filter; servlet mappings here: "
        + brief(allMappings(context))
        + others;
  }

  private String endpointText() {
    if (!endpoints.isConventional()) {
      return brief(endpoints.all().stream().map(Endpoint::text).toList());
    }
    String usual =
        "the "
            + ConventionalEndpoints.PATTERNS.size()
            + " conventional token paths and "
            + (endpoints.all().size() - tokenEndpoints())
            + " of other OAuth endpoints";
    return endpoints.mapped().isEmpty()
        ? usual
        : usual + " and the mapped " + brief(endpoints.mapped());
  }

  private int tokenEndpoints() {
    return (int) endpoints.all().stream().filter(e -> e.profile() == EndpointProfile.TOKEN).count();
  }

  private String contextPathHint() {
    String path = context.getContextPath();
    boolean suspicious =
        !path.isEmpty()
            && loaded.settings().endpoints().stream().anyMatch(e -> e.startsWith(path + "/"));
    return suspicious ? "; endpoints do not begin with the context path, leave it out" : "";
  }

  private static List<String> servlets(ServletContext context, EndpointPatterns endpoints) {
    List<String> found = new ArrayList<>();
    context
        .getServletRegistrations()
        .forEach(
            (name, servlet) -> {
              for (String mapping : servlet.getMappings()) {
                boolean reaches =
                    mapping.equals("/") ? !isDefault(name, servlet) : reaches(mapping, endpoints);
                if (reaches) {
                  found.add("servlet " + Printable.quoted(name) + " at " + mapping);
                }
              }
            });
    return found;
  }

  private static boolean reaches(String mapping, EndpointPatterns endpoints) {
    return endpoints.all().stream()
        .filter(endpoint -> !endpoints.isConventional() || !isFarFetched(endpoint, mapping))
        .anyMatch(endpoint -> endpoint.pattern().couldBeServedBy(mapping));
  }

  /** A client that is registered may have any name, but hardly one with an extension. */
  private static boolean isFarFetched(Endpoint endpoint, String mapping) {
    return mapping.startsWith("*.") && endpoint.pattern().text().endsWith("/*");
  }

  /** The container's own servlet for files is called "default" on Tomcat, Jetty and Undertow. */
  private static boolean isDefault(String name, ServletRegistration servlet) {
    return name.equals("default")
        || Optional.ofNullable(servlet.getClassName())
            .filter(type -> type.endsWith("DefaultServlet"))
            .isPresent();
  }

  private static List<String> filters(ServletContext context, EndpointPatterns endpoints) {
    return context.getFilterRegistrations().entrySet().stream()
        .filter(entry -> !isOurs(entry) && mayAnswer(entry.getValue(), endpoints))
        .map(entry -> Printable.quoted(entry.getKey()))
        .toList();
  }

  private static boolean isOurs(Map.Entry<String, ? extends FilterRegistration> entry) {
    return entry.getKey().equals(TokenErrorFilterInitializer.FILTER_NAME)
        || Objects.equals(entry.getValue().getClassName(), TokenErrorFilter.class.getName());
  }

  private static boolean mayAnswer(FilterRegistration filter, EndpointPatterns endpoints) {
    return filter.getUrlPatternMappings().stream().anyMatch(mapping -> reaches(mapping, endpoints));
  }

  private static List<String> allMappings(ServletContext context) {
    return context.getServletRegistrations().values().stream()
        .flatMap(servlet -> servlet.getMappings().stream())
        .sorted()
        .toList();
  }

  private static String brief(List<String> items) {
    if (items.isEmpty()) {
      return "none";
    }
    String first = String.join(", ", items.subList(0, Math.min(items.size(), MOST_ITEMS)));
    return items.size() > MOST_ITEMS
        ? first + " and " + (items.size() - MOST_ITEMS) + " more"
        : first;
  }

  private static String version() {
    return Optional.ofNullable(CoverageReport.class.getPackage().getImplementationVersion())
        .or(
            () ->
                Optional.ofNullable(CoverageReport.class.getModule().getDescriptor())
                    .flatMap(ModuleDescriptor::rawVersion))
        .orElse("(unversioned build)");
  }
}
