package org.tokenerror.it.artifact;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.jar.JarFile;

/** Knows where the jars are. */
final class Jars {
  private Jars() {}

  /** The filter alone. */
  static Path thin() {
    return built("it.filter.jar");
  }

  /** The filter with a JSON-B of its own. */
  static Path all() {
    return built("it.filter.all.jar");
  }

  /** The same for the old namespace. */
  static Path javax() {
    return built("it.filter.javax.jar");
  }

  /** The command line. */
  static Path cli() {
    return built("it.cli.jar");
  }

  /** The jar on this class path that a class comes from. */
  static Path of(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** The API of servlets; the one that classes here are loaded from is Tomcat's. */
  static Path servletApi() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.contains("jakarta.servlet-api"))
        .findFirst()
        .map(Path::of)
        .orElseThrow(() -> new IllegalStateException("no jakarta.servlet-api on the class path"));
  }

  /** Reads the classes of a jar. */
  static JavaClasses classes(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return new ClassFileImporter().importJar(file);
    }
  }

  private static Path built(String property) {
    String value = System.getProperty(property);
    return Path.of(Objects.requireNonNull(value, () -> property + " is not set"));
  }
}
