package org.tokenerror.testing.apps;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tokenerror.testing.RawHttp;

/** Runs a Tomcat distribution in a process of its own, and deletes its base with it. */
public final class TomcatProcess implements AutoCloseable {

  /** Tomcat starts its connectors last: whoever reads this line finds every application there. */
  public static final Pattern LISTENING =
      Pattern.compile(
          "Starting ProtocolHandler \\[\"http-nio-127\\.0\\.0\\.1-(auto-\\d+-)?(\\d+)\"]");

  private final ServerProcess process;
  private final TomcatBase base;

  private TomcatProcess(ServerProcess process, TomcatBase base) {
    this.process = process;
    this.base = base;
  }

  /**
   * Starts the server and waits until it listens.
   *
   * @throws IOException when it or an application of its configuration does not start
   */
  public static TomcatProcess start(TomcatBase base, String... jvmArguments) throws IOException {
    base.write();
    ProcessBuilder command =
        new ProcessBuilder(command(base, List.of(jvmArguments)))
            .directory(base.directory().toFile());
    TomcatProcess tomcat;
    try {
      tomcat = new TomcatProcess(ServerProcess.start(command, LISTENING), base);
    } catch (IOException e) {
      base.delete();
      throw e;
    }
    if (tomcat.process.hasLogged("startup failed due to previous errors")) {
      tomcat.close();
      throw new IOException("an application did not start, the log says why");
    }
    return tomcat;
  }

  private static List<String> command(TomcatBase base, List<String> jvmArguments) {
    Path bin = base.home().resolve("bin");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1")); // it lives for seconds
    command.addAll(jvmArguments);
    command.add("-Dcatalina.home=" + base.home());
    command.add("-Dcatalina.base=" + base.directory());
    // each application logs for itself, as with Tomcat's own scripts: Spring Boot takes over all
    command.add("-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager");
    command.add(
        "-Djava.util.logging.config.file=" + base.directory().resolve("conf/logging.properties"));
    command.add("-Djava.io.tmpdir=" + base.directory().resolve("temp"));
    command.add("-cp");
    command.add(bin.resolve("bootstrap.jar") + File.pathSeparator + bin.resolve("tomcat-juli.jar"));
    command.addAll(List.of("org.apache.catalina.startup.Bootstrap", "start"));
    return command;
  }

  /** Returns what sends requests to it. */
  public RawHttp http() {
    return process.http();
  }

  int port() {
    return process.port();
  }

  @Override
  public void close() throws IOException {
    process.close();
    base.delete();
  }
}
