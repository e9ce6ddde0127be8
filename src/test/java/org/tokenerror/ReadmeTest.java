package org.tokenerror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the tables of the README what the code says. */
class ReadmeTest {
  private static final String START =
      "<!-- settings: generated from Setting, checked by ReadmeTest -->\n";
  private static final String END = "<!-- end of settings -->";

  @Test
  void listsTheSettingsAsTheCodeHasThem() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf(START);
    int end = readme.indexOf(END);
    assertThat(start).as("the marker of the settings").isNotNegative();
    assertThat(readme.substring(start + START.length(), end)).isEqualTo(settings());
  }

  private static String settings() {
    String rows =
        Arrays.stream(Setting.values()).map(ReadmeTest::row).collect(Collectors.joining("\n"));
    return "\n| key | default | allowed | meaning |\n|---|---|---|---|\n" + rows + "\n\n";
  }

  private static String row(Setting setting) {
    String standard = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
    return "| `%s` | %s | %s | %s |"
        .formatted(setting.key(), standard, setting.allowed(), setting.meaning());
  }
}
