package org.tokenerror.it;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.tokenerror.it.app.RefusingFilter;
import org.tokenerror.it.app.RefusingServlet;
import org.tokenerror.it.app.UnstartableServlet;

/** Writes deployment descriptors. */
final class WebXml {
  private WebXml() {}

  static StringAsset of(String... elements) {
    return descriptor("https://jakarta.ee/xml/ns/jakartaee", "version=\"5.0\"", elements);
  }

  static StringAsset metadataComplete(String... elements) {
    String attributes = "version=\"5.0\" metadata-complete=\"true\"";
    return descriptor("https://jakarta.ee/xml/ns/jakartaee", attributes, elements);
  }

  static StringAsset ofServlet25(String... elements) {
    return descriptor("http://java.sun.com/xml/ns/javaee", "version=\"2.5\"", elements);
  }

  private static StringAsset descriptor(String namespace, String attributes, String... elements) {
    return new StringAsset(
        "<web-app xmlns=\"%s\" %s>%s</web-app>"
            .formatted(namespace, attributes, String.join("\n", elements)));
  }

  /** Maps the servlet that refuses. */
  static String servlet(String... patterns) {
    return element("servlet", "refusing", RefusingServlet.class, "")
        + mapping("servlet", "refusing", patterns);
  }

  /** Maps a servlet that cannot be started. */
  static String unstartable(String... patterns) {
    return element("servlet", "unstartable", UnstartableServlet.class, "")
        + mapping("servlet", "unstartable", patterns);
  }

  /** Lets the container ask for user name and password, and for a role. */
  static String login(String role, String... patterns) {
    return constraint("", "<role-name>" + role + "</role-name>", patterns)
        + "<login-config><auth-method>BASIC</auth-method><realm-name>clients</realm-name></login-config>"
        + "<security-role><role-name>"
        + role
        + "</role-name></security-role>";
  }

  /** Lets the container forbid a method to everybody. */
  static String forbidden(String method, String... patterns) {
    return constraint("<http-method>" + method + "</http-method>", "", patterns);
  }

  private static String constraint(String methods, String roles, String... patterns) {
    String urls =
        Stream.of(patterns)
            .map(pattern -> "<url-pattern>" + pattern + "</url-pattern>")
            .collect(Collectors.joining());
    return """
        <security-constraint><web-resource-collection><web-resource-name>x</web-resource-name>\
        %s%s</web-resource-collection><auth-constraint>%s</auth-constraint></security-constraint>
        """
        .formatted(urls, methods, roles);
  }

  static String errorPage(int status, String location) {
    return "<error-page><error-code>%d</error-code><location>%s</location></error-page>"
        .formatted(status, location);
  }

  /** Maps a filter that refuses. */
  static String filter(String name, String... patterns) {
    return element("filter", name, RefusingFilter.class, "") + mapping("filter", name, patterns);
  }

  /** Declares our filter by hand. */
  static String ourFilter(String key, String value, String... patterns) {
    String parameter =
        "<init-param><param-name>%s</param-name><param-value>%s</param-value></init-param>"
            .formatted(key, value);
    return "<filter><filter-name>token-error-filter</filter-name>"
        + "<filter-class>org.tokenerror.TokenErrorFilter</filter-class>"
        + parameter
        + "</filter>"
        + mapping("filter", "token-error-filter", patterns);
  }

  static String contextParam(String name, String value) {
    return "<context-param><param-name>%s</param-name><param-value>%s</param-value></context-param>"
        .formatted(name, value);
  }

  private static String element(String kind, String name, Class<?> type, String parameters) {
    return "<%1$s><%1$s-name>%2$s</%1$s-name><%1$s-class>%3$s</%1$s-class>%4$s</%1$s>"
        .formatted(kind, name, type.getName(), parameters);
  }

  private static String mapping(String kind, String name, String... patterns) {
    return Stream.of(patterns)
        .map(
            pattern ->
                "<%1$s-mapping><%1$s-name>%2$s</%1$s-name><url-pattern>%3$s</url-pattern></%1$s-mapping>"
                    .formatted(kind, name, pattern))
        .collect(Collectors.joining());
  }
}
