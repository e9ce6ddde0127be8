package org.tokenerror.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.tokenerror.testing.RawHttp;

/** Knows where the server of this run is and what there is to deploy on it. */
final class Server {
  private Server() {}

  static RawHttp http() {
    return new RawHttp(Integer.getInteger("it.http.port"));
  }

  /** Tells whether the server brings a JSON-B implementation. */
  static boolean hasJsonBinding() {
    return is("wildfly");
  }

  /** Tells whether there is a jar for it that brings no JSON-B; for javax.servlet there is none. */
  static boolean hasThinJar() {
    return !System.getProperty("it.namespace", "").equals("javax");
  }

  /** Tells whether who deploys hears why an application did not start; Tomcat only logs it. */
  static boolean saysWhyItDidNotDeploy() {
    return !is("tomcat");
  }

  /** Tells whether a servlet hears that parameters cannot be decoded; Undertow drops them. */
  static boolean refusesBrokenParameters() {
    return !is("wildfly");
  }

  /** Tells whether it deploys enterprise applications. */
  static boolean runsEars() {
    return is("wildfly");
  }

  /** Counts the lines in the server's logs in which the filter itself says something. */
  static long linesInLogByTheFilter() throws IOException {
    Path home = Path.of(System.getProperty("server.base", System.getProperty("server.home")));
    try (Stream<Path> files = Files.walk(home)) {
      List<Path> logs = files.filter(file -> file.toString().matches(".*\\.log")).toList();
      long count = 0;
      for (Path log : logs) {
        count +=
            new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(Server::isByTheFilter)
                .count();
      }
      return count;
    }
  }

  /** Tells a message of the filter from a servlet's name and from a stack trace that passes it. */
  private static boolean isByTheFilter(String line) {
    return line.contains("org.tokenerror")
        && !line.contains("org.tokenerror.it.")
        && !line.stripLeading().startsWith("at ");
  }

  private static boolean is(String kind) {
    return System.getProperty("arquillian.launch").equals(kind);
  }

  /** Returns the demo as it was built, under a short name. */
  static WebArchive demo() {
    return ShrinkWrap.create(ZipImporter.class, "demo.war")
        .importFrom(new File(System.getProperty("it.demo.war")))
        .as(WebArchive.class);
  }

  /** Returns an application with the one jar that brings everything. */
  static WebArchive war(String name) {
    return bareWar(name)
        .addAsLibrary(new File(System.getProperty("it.filter.all.jar")), "filter.jar");
  }

  /** Returns an application with the jar that relies on the server's JSON-B. */
  static WebArchive thinWar(String name) {
    return bareWar(name).addAsLibrary(new File(System.getProperty("it.filter.jar")), "filter.jar");
  }

  /** Returns an application without the filter. */
  static WebArchive bareWar(String name) {
    return ShrinkWrap.create(WebArchive.class, name);
  }
}
