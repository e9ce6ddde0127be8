package org.tokenerror.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.report.HtmlReport;
import org.tokenerror.check.report.JUnitReport;
import org.tokenerror.check.report.MarkdownReport;
import org.tokenerror.check.report.ResultJson;
import org.tokenerror.check.report.TerminalReport;

/**
 * Writes the reports that were asked for, and reads results.
 *
 * <p>Where a report goes to the standard output, the table does not.
 */
final class Reports {
  private final ReportOptions options;
  private final PrintWriter out;

  Reports(ReportOptions options, PrintWriter out) {
    this.options = options;
    this.out = out;
  }

  /** Fails before anything is sent if a report could not be written afterwards. */
  void requireWritable() throws IOException {
    for (Path file : files().filter(file -> !isStandardOutput(file)).toList()) {
      Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
      boolean writable =
          Files.exists(file)
              ? !Files.isDirectory(file) && Files.isWritable(file)
              : Files.isDirectory(directory) && Files.isWritable(directory);
      if (!writable) {
        throw new IOException("The file cannot be written: " + file);
      }
    }
  }

  private Stream<Path> files() {
    return Stream.of(options.json, options.junit, options.markdown, options.html)
        .flatMap(Optional::stream);
  }

  CheckResult read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new IOException("The file cannot be read: " + file, e);
    }
    try {
      return ResultJson.read(text);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no result of check --json: " + e.getMessage(), e);
    }
  }

  void write(CheckResult result) throws IOException {
    writeOne(result);
    if (options.markdown.isPresent()) {
      write(options.markdown.get(), MarkdownReport.write(result));
    }
    if (options.html.isPresent()) {
      write(options.html.get(), HtmlReport.write(result));
    }
    if (isTableWanted()) {
      new TerminalReport(out, style()).print(result);
    }
  }

  void write(CheckResult before, CheckResult after) throws IOException {
    writeOne(after);
    if (options.markdown.isPresent()) {
      write(options.markdown.get(), MarkdownReport.write(before, after));
    }
    if (options.html.isPresent()) {
      write(options.html.get(), HtmlReport.write(before, after));
    }
    if (isTableWanted()) {
      new TerminalReport(out, style()).print(before, after);
    }
  }

  private void writeOne(CheckResult result) throws IOException {
    if (options.json.isPresent()) {
      write(options.json.get(), ResultJson.write(result));
    }
    if (options.junit.isPresent()) {
      Level level = options.strict ? Level.SHOULD : Level.MUST;
      write(options.junit.get(), JUnitReport.write(result, level));
    }
  }

  private void write(Path file, String text) throws IOException {
    if (isStandardOutput(file)) {
      out.print(text);
      out.flush();
      return;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new IOException("The file cannot be written: " + file, e);
    }
  }

  private boolean isTableWanted() {
    return !options.quiet && files().noneMatch(Reports::isStandardOutput);
  }

  private TerminalReport.Style style() {
    boolean terminal = Terminal.console().isPresent() && !"dumb".equals(System.getenv("TERM"));
    boolean noColour = !Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
    boolean colour =
        switch (options.colour) {
          case AUTO -> terminal && !noColour;
          case ALWAYS -> true;
          case NEVER -> false;
        };
    boolean signs = Charset.defaultCharset().newEncoder().canEncode('\u2713');
    return new TerminalReport.Style(colour, signs, options.details);
  }

  private static boolean isStandardOutput(Path file) {
    return file.toString().equals("-");
  }
}
