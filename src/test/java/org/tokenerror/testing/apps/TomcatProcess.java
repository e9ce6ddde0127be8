package org.tokenerror.testing.apps;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a Tomcat distribution in a process of its own, from its first port to its last page. */
final class TomcatProcess implements AutoCloseable {
  private static final int SECONDS_TO_START = 300;
  private static final int SECONDS_TO_STOP = 20;

  /** Tomcat starts its connectors last: whoever reads this line finds every application there. */
  private static final Pattern LISTENING =
      Pattern.compile(
          "Starting ProtocolHandler \\[\"http-nio-127\\.0\\.0\\.1-(auto-\\d+-)?(\\d+)\"]");

  private final Process process;
  private final TomcatBase base;
  private final Thread atExit;
  private final int port;

  private TomcatProcess(Process process, TomcatBase base, Thread atExit, int port) {
    this.process = process;
    this.base = base;
    this.atExit = atExit;
    this.port = port;
  }

  /** Starts the server and waits until it listens. */
  static TomcatProcess start(TomcatBase base, List<String> jvmArguments) throws IOException {
    base.write();
    Process process =
        new ProcessBuilder(command(base, jvmArguments))
            .directory(base.directory().toFile())
            .redirectErrorStream(true)
            .start();
    Thread atExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
    Thread watchdog = watchdog(process);
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    List<String> log = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      log.add(line);
      if (line.contains("startup failed due to previous errors")) {
        process.destroyForcibly(); // an application did not start: what follows is no use
      }
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        watchdog.interrupt();
        drain(output);
        int port = Integer.parseInt(listening.group(2));
        return new TomcatProcess(process, base, atExit, port);
      }
    }
    base.delete();
    throw new IOException("Tomcat did not start:\n" + String.join("\n", log));
  }

  /** Ends a server that does not listen in time, which ends its output too. */
  private static Thread watchdog(Process process) {
    Thread thread =
        new Thread(
            () -> {
              try {
                if (!process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException started) {
                Thread.currentThread().interrupt();
              }
            },
            "tomcat-watchdog");
    thread.setDaemon(true);
    thread.start();
    return thread;
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

  /** Copies what the server prints to where the tests print. */
  private static void drain(BufferedReader output) {
    Thread thread = new Thread(() -> output.lines().forEach(System.out::println), "tomcat-output");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(atExit);
    base.delete();
  }
}
