package org.tokenerror.testing.apps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the directory that one Tomcat works in: its configuration, and nothing from another run.
 *
 * <p>A directory stays where it was built, and the filter's jar appears in its {@code WEB-INF/lib}
 * only as the server sees it. A WAR is copied, as an administrator drops it.
 */
public final class TomcatBase {
  /** Where Tomcat 10 and later take applications of {@code javax.servlet} from. */
  private static final String CONVERTED = "webapps-javaee";

  private final Path home;
  private final Path directory;
  private final List<String> contexts = new ArrayList<>();

  private TomcatBase(Path home, Path directory) {
    this.home = home;
    this.directory = directory;
  }

  /** Makes a base for the Tomcat that is unpacked at a place. */
  public static TomcatBase create(Path home) throws IOException {
    Path directory = Files.createTempDirectory("tomcat-base");
    for (String child : List.of("conf", "logs", "temp", "webapps", CONVERTED, "work")) {
      Files.createDirectory(directory.resolve(child));
    }
    Files.copy(home.resolve("conf/web.xml"), directory.resolve("conf/web.xml"));
    return new TomcatBase(home, directory);
  }

  /** Deploys a web application that is a directory, with more jars than it has itself. */
  void context(String path, Path webapp, Path... jars) {
    StringBuilder mounted = new StringBuilder();
    for (Path jar : jars) {
      mounted.append(
          "<PreResources className=\"org.apache.catalina.webresources.FileResourceSet\""
              + " base=\"%s\" webAppMount=\"/WEB-INF/lib/%s\"/>".formatted(jar, jar.getFileName()));
    }
    contexts.add(
        "<Context path=\"%s\" docBase=\"%s\"><Resources>%s</Resources></Context>"
            .formatted(path, webapp, mounted));
  }

  /** Drops applications where they are deployed. */
  public TomcatBase drop(Path... wars) throws IOException {
    copy("webapps", wars);
    return this;
  }

  /** Drops applications where they are converted from {@code javax.servlet} and deployed. */
  public TomcatBase dropToBeConverted(Path... wars) throws IOException {
    copy(CONVERTED, wars);
    return this;
  }

  private void copy(String child, Path... wars) throws IOException {
    for (Path war : wars) {
      Files.copy(war, directory.resolve(child).resolve(war.getFileName()));
    }
  }

  /** Writes the configuration: one connector on a free port of the loopback interface. */
  void write() throws IOException {
    writeLogging();
    Files.writeString(
        directory.resolve("conf/server.xml"),
        """
        <Server port="-1">
          <Service name="Catalina">
            <Connector address="127.0.0.1" port="0"/>
            <Engine name="Catalina" defaultHost="localhost" startStopThreads="0">
              <Host name="localhost" appBase="webapps" autoDeploy="false" startStopThreads="0">
                %s
              </Host>
            </Engine>
          </Service>
        </Server>
        """
            .formatted(String.join("\n", contexts)));
  }

  private void writeLogging() throws IOException {
    Files.writeString(
        directory.resolve("conf/logging.properties"),
        """
        handlers = java.util.logging.ConsoleHandler
        """);
  }

  Path home() {
    return home;
  }

  Path directory() {
    return directory;
  }

  void delete() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
