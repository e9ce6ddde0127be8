package org.tokenerror.testing.apps;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenerror.testing.RawHttp;

/** Runs a server in a process of its own until it is closed, and keeps what it prints. */
public final class ServerProcess implements AutoCloseable {
  private static final int SECONDS_TO_START = 180;
  private static final int SECONDS_TO_STOP = 20;

  private final Process process;
  private final Thread atExit;
  private final List<String> log;
  private final int port;

  private ServerProcess(Process process, Thread atExit, List<String> log, int port) {
    this.process = process;
    this.atExit = atExit;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param listening matches the line that says so; the last group is the port
   * @throws IOException when it ends before it listens; the message is what it printed
   */
  public static ServerProcess start(ProcessBuilder command, Pattern listening) throws IOException {
    Process process = command.redirectErrorStream(true).start();
    Thread atExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
    Thread watchdog = watchdog(process);
    List<String> log = new ArrayList<>();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      add(log, line);
      Matcher found = listening.matcher(line);
      if (found.find()) {
        watchdog.interrupt();
        keep(output, log);
        int port = Integer.parseInt(found.group(found.groupCount()));
        return new ServerProcess(process, atExit, log, port);
      }
    }
    watchdog.interrupt();
    process.destroyForcibly();
    Runtime.getRuntime().removeShutdownHook(atExit);
    throw new IOException("the server did not start:\n" + String.join("\n", log));
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
            "server-watchdog");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void keep(BufferedReader output, List<String> log) {
    Thread thread = new Thread(() -> output.lines().forEach(line -> add(log, line)), "server-log");
    thread.setDaemon(true);
    thread.start();
  }

  private static void add(List<String> log, String line) {
    System.out.println(line);
    synchronized (log) {
      log.add(line);
    }
  }

  /** Returns the lines printed so far that contain a text. */
  public List<String> logged(String text) {
    synchronized (log) {
      return log.stream().filter(line -> line.contains(text)).toList();
    }
  }

  public RawHttp http() {
    return new RawHttp(port);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
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
  }
}
