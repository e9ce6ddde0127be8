package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;

/**
 * Tells how a run of the command line ended.
 *
 * @param exitCode its exit code
 * @param output what it printed, errors included
 */
record CliProcess(int exitCode, String output) {

  /** Runs {@code java -jar} with the jar that was built. */
  static CliProcess run(Object... arguments) throws IOException {
    return runIn(List.of(), arguments);
  }

  /** Does the same by a command that takes another command as its arguments. */
  static CliProcess runIn(List<String> wrapper, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-jar"));
    command.add(System.getProperty("it.cli.jar"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new CliProcess(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Writes an application to a file, retrofits it and returns the result. */
  static Path retrofitted(Archive<?> application, String... options) throws IOException {
    Path directory = Files.createTempDirectory("retrofit");
    Path file = directory.resolve(application.getName());
    application.as(ZipExporter.class).exportTo(file.toFile());
    Path result = directory.resolve("new-" + application.getName());
    List<Object> arguments = new ArrayList<>(List.of("retrofit", file, "--output", result));
    arguments.addAll(List.of(options));
    CliProcess run = run(arguments.toArray());
    assertThat(run.exitCode()).as(run.output()).isZero();
    Files.delete(file);
    return result;
  }

  /** Does the same and gives the result back as an archive of the same name. */
  static <T extends Archive<T>> T retrofitted(T application, Class<T> type, String... options) {
    try {
      Path result = retrofitted(application, options);
      T archive =
          ShrinkWrap.create(ZipImporter.class, application.getName())
              .importFrom(result.toFile())
              .as(type);
      return archive;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
