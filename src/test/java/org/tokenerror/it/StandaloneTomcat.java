package org.tokenerror.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tokenerror.testing.RawHttp;
import org.tokenerror.testing.apps.ServerProcess;

/**
 * Runs a Tomcat with applications dropped into a directory, as an administrator drops them.
 *
 * <p>It has a directory of its own, a free port of the loopback address, and a process that ends
 * with the test.
 */
final class StandaloneTomcat implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("Starting ProtocolHandler \\[\"http-nio-127\\.0\\.0\\.1-auto-\\d+-(\\d+)\"]");

  private final Path base;
  private final ServerProcess process;

  private StandaloneTomcat(Path base, ServerProcess process) {
    this.base = base;
    this.process = process;
  }

  /**
   * Starts one and waits until its applications are there.
   *
   * @param directory {@code webapps}, or {@code webapps-javaee} to have them converted
   */
  static StandaloneTomcat start(Path home, String directory, Path... wars) throws IOException {
    Path base = Files.createTempDirectory("tomcat");
    for (String child : List.of("conf", "logs", "temp", "webapps", "webapps-javaee", "work")) {
      Files.createDirectory(base.resolve(child));
    }
    Files.copy(home.resolve("conf/web.xml"), base.resolve("conf/web.xml"));
    Files.writeString(base.resolve("conf/server.xml"), serverXml(directory));
    for (Path war : wars) {
      Files.copy(war, base.resolve(directory).resolve(war.getFileName()));
    }
    return new StandaloneTomcat(
        base, ServerProcess.start(new ProcessBuilder(command(home, base)), LISTENING));
  }

  private static String serverXml(String directory) {
    String converted = directory.equals("webapps") ? "" : " legacyAppBase=\"" + directory + "\"";
    return """
        <Server port="-1">
          <Service name="Catalina">
            <Connector address="127.0.0.1" port="0"/>
            <Engine name="Catalina" defaultHost="localhost">
              <Host name="localhost" appBase="webapps"%s/>
            </Engine>
          </Service>
        </Server>
        """
        .formatted(converted);
  }

  private static List<String> command(Path home, Path base) {
    Path bin = home.resolve("bin");
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-Dcatalina.home=" + home,
        "-Dcatalina.base=" + base,
        "-Djava.io.tmpdir=" + base.resolve("temp"),
        "-cp",
        bin.resolve("bootstrap.jar") + File.pathSeparator + bin.resolve("tomcat-juli.jar"),
        "org.apache.catalina.startup.Bootstrap",
        "start");
  }

  RawHttp http() {
    return process.http();
  }

  @Override
  public void close() throws IOException {
    process.close();
    try (Stream<Path> files = Files.walk(base)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
