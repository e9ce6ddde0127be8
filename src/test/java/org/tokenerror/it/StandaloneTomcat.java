package org.tokenerror.it;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tokenerror.testing.RawHttp;

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
  private final Process process;
  private final int port;

  private StandaloneTomcat(Path base, Process process, int port) {
    this.base = base;
    this.process = process;
    this.port = port;
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
    Process process = new ProcessBuilder(command(home, base)).redirectErrorStream(true).start();
    List<String> log = new ArrayList<>();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      log.add(line);
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        Thread drain = new Thread(() -> output.lines().forEach(System.out::println), "tomcat");
        drain.setDaemon(true);
        drain.start();
        return new StandaloneTomcat(base, process, Integer.parseInt(listening.group(1)));
      }
    }
    throw new IOException("Tomcat did not start:\n" + String.join("\n", log));
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
    return new RawHttp(port);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(base)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
