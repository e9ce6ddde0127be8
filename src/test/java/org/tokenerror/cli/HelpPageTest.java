package org.tokenerror.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the help text in docs/checker.md as the command prints it. */
final class HelpPageTest {
  @Test
  void showsTheHelpOfCheck() throws IOException {
    StringWriter out = new StringWriter();
    Main.run(new PrintWriter(out), new PrintWriter(out), "check", "--help");
    String help =
        out.toString().lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
    assertThat(Files.readString(Path.of("docs", "checker.md")))
        .as("the help has to be\n%s", help)
        .contains("```\n" + help + "```\n");
  }
}
