package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the commands of a guide in {@code docs/containers} and runs them as they are written. */
final class Guide {
  private static final Pattern COMMANDS = Pattern.compile("```bash\n(.*?)\n```\n", Pattern.DOTALL);

  private final String name;
  private final String text;

  private Guide(String name, String text) {
    this.name = name;
    this.text = text;
  }

  static Guide of(String name) throws IOException {
    return new Guide(name, Files.readString(Path.of("docs/containers", name + ".md")));
  }

  /** Returns the blocks of commands below a heading. */
  List<String> commands(String heading) {
    int start = text.indexOf("\n## " + heading + "\n");
    assertThat(start).as("\"%s\" in %s", heading, name).isNotNegative();
    int end = text.indexOf("\n## ", start + 1);
    String section = text.substring(start, end < 0 ? text.length() : end);
    List<String> found =
        COMMANDS.matcher(section).results().map((MatchResult block) -> block.group(1)).toList();
    assertThat(found).as("commands below \"%s\" in %s", heading, name).isNotEmpty();
    return found;
  }

  /** Returns the commands below a heading. */
  String command(String heading) {
    return commands(heading).get(0);
  }

  /**
   * Runs commands and returns what they print.
   *
   * @param folder where they run
   * @param variables of the environment
   */
  static String run(String commands, Path folder, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(variables);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as("%s\nprinted\n%s", commands, output).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return output;
  }
}
