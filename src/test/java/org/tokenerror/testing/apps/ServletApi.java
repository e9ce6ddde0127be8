package org.tokenerror.testing.apps;

import java.nio.file.Path;

/** Knows the server and the filter's jar that go with a generation of the Servlet API. */
enum ServletApi {
  /** The old one, {@code javax.servlet}, on Tomcat 9. */
  JAVAX("it.tomcat9", "it.filter.javax.jar"),
  /** The present one, {@code jakarta.servlet}, on Tomcat 10.1. */
  JAKARTA("it.tomcat10", "it.filter.all.jar");

  private final String serverProperty;
  private final String jarProperty;

  ServletApi(String serverProperty, String jarProperty) {
    this.serverProperty = serverProperty;
    this.jarProperty = jarProperty;
  }

  /** Returns where the server is unpacked. */
  Path server() {
    return path(serverProperty);
  }

  /** Returns the one jar that brings everything. */
  Path filterJar() {
    return path(jarProperty);
  }

  static Path path(String property) {
    return Path.of(
        java.util.Objects.requireNonNull(
            System.getProperty(property), () -> "the system property " + property + " is not set"));
  }
}
