package org.tokenerror.testing.apps;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenerror.testing.RawHttp;

/** Runs a server in a process of its own until it is closed, and keeps what it prints. */
public final class ServerProcess implements AutoCloseable {
  private static final int SECONDS_TO_START = 300;
  private static final int SECONDS_TO_STOP = 20;
  private static final int SECONDS_TO_LOG = 20;

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
    return start(command, listening, line -> Integer.parseInt(line.group(line.groupCount())));
  }

  /**
   * Starts a server on a port that is known and waits until it says that it has started.
   *
   * @throws IOException when it ends before; the message is what it printed
   */
  public static ServerProcess start(ProcessBuilder command, Pattern started, int port)
      throws IOException {
    return start(command, started, line -> port);
  }

  private static ServerProcess start(
      ProcessBuilder command, Pattern listening, ToIntFunction<MatchResult> port)
      throws IOException {
    Process process = command.redirectErrorStream(true).start();
    Thread atExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
    Thread watchdog = watchdog(process);
    List<String> log = new ArrayList<>();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    Optional<MatchResult> found = read(output, log, listening);
    watchdog.interrupt();
    if (found.isEmpty()) {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(atExit);
      throw new IOException("the server did not start:\n" + String.join("\n", log));
    }
    keep(output, log);
    return new ServerProcess(process, atExit, log, port.applyAsInt(found.get()));
  }

  /** Reads up to a line that matches; there is none when the server ends, or is ended, before. */
  private static Optional<MatchResult> read(
      BufferedReader output, List<String> log, Pattern wanted) {
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(log, line);
        Matcher found = wanted.matcher(line);
        if (found.find()) {
          return Optional.of(found.toMatchResult());
        }
      }
    } catch (IOException ended) {
      add(log, "(" + ended.getMessage() + ")");
    }
    return Optional.empty();
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
      log.notifyAll();
    }
  }

  /** Returns the lines that contain a text; it waits a while until there is one. */
  public List<String> logged(String text) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_LOG);
    synchronized (log) {
      List<String> found = containing(text);
      try {
        for (long left = 1; found.isEmpty() && left > 0; found = containing(text)) {
          left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
          log.wait(Math.max(1, left));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return found;
    }
  }

  /** Tells whether a line printed so far contains a text. */
  boolean hasLogged(String text) {
    synchronized (log) {
      return !containing(text).isEmpty();
    }
  }

  private List<String> containing(String text) {
    return log.stream().filter(line -> line.contains(text)).toList();
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
