package org.tokenerror.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program of this package in a process of its own, which ends when this is closed. */
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  /** Starts a program with options of the virtual machine and the class path of this process. */
  static ChildJvm start(List<String> options, Class<?> program, String... arguments)
      throws IOException {
    return start(options, System.getProperty("java.class.path"), program, arguments);
  }

  static ChildJvm start(
      List<String> options, String classPath, Class<?> program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new ChildJvm(builder.start());
  }

  /** Waits for the next line that the program prints. */
  String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the program ended: " + process.info().commandLine().orElse(""));
    }
    return line;
  }

  /** Waits for all that the program prints until it ends. */
  List<String> lines() {
    return output.lines().toList();
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      output.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      process.destroy();
    }
  }
}
