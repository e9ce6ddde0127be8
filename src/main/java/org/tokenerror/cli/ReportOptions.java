package org.tokenerror.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Holds the options about what is told, where and how. */
final class ReportOptions {
  /** Says when colours are used. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Writes the result as JSON, for --compare too. A hyphen is the standard output.")
  Optional<Path> json = Optional.empty();

  @Option(names = "--junit-xml", paramLabel = "FILE", description = "Writes JUnit XML.")
  Optional<Path> junit = Optional.empty();

  @Option(names = "--markdown", paramLabel = "FILE", description = "Writes Markdown.")
  Optional<Path> markdown = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE", description = "Writes one page of HTML.")
  Optional<Path> html = Optional.empty();

  @Option(
      names = "--compare",
      arity = "2",
      paramLabel = "JSON",
      description = "Puts two results side by side instead of checking; the second counts.")
  List<Path> compare = new ArrayList<>();

  @Option(
      names = "--strict",
      description =
          "Counts recommendations (SHOULD) as findings too, not only requirements (MUST).")
  boolean strict;

  @Option(
      names = {"-v", "--details"},
      description = "Prints every request and answer, secrets masked.")
  boolean details;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints nothing but errors.")
  boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "auto (on a terminal, unless NO_COLOR is set), always or never (default: ${DEFAULT-VALUE}).")
  Colour colour = Colour.AUTO;
}
