package org.tokenerror.testing.apps;

import java.nio.file.Path;
import java.util.Objects;

/** Knows where the servers are that the build has unpacked, and which of the filter's jars fits. */
enum TomcatRelease {
  /** The last one of {@code javax.servlet}. */
  TOMCAT_9("it.tomcat9", "it.filter.javax.jar"),
  TOMCAT_10_1("it.tomcat10", "it.filter.all.jar"),
  TOMCAT_11("it.tomcat11", "it.filter.all.jar");

  private final String homeProperty;
  private final String jarProperty;

  TomcatRelease(String homeProperty, String jarProperty) {
    this.homeProperty = homeProperty;
    this.jarProperty = jarProperty;
  }

  /** Returns where the server is unpacked. */
  Path home() {
    return path(homeProperty);
  }

  /** Returns the one jar that brings everything. */
  Path filterJar() {
    return path(jarProperty);
  }

  /** Returns the path that the build has put into a system property. */
  static Path path(String property) {
    String value = System.getProperty(property);
    return Path.of(Objects.requireNonNull(value, () -> property + " is not set"));
  }
}
