package org.tokenerror.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the list of requirements without a hole: each has a test that names it. */
class RequirementsHaveTestsTest {
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-HS]\\d+)\"\\)");

  /** Options the requirements leave open and the filter does not offer. */
  private static final Map<String, String> NOT_OFFERED =
      Map.of(
          "D18", "protection against guessing: the filter knows no failed attempts",
          "E8", "Access-Control-Expose-Headers: the application's own CORS headers stay alone");

  @Test
  void everyRequirementHasATestThatNamesIt() throws IOException {
    SortedSet<String> holes = new TreeSet<>(requirements());
    holes.removeAll(tags());
    holes.removeAll(NOT_OFFERED.keySet());
    assertThat(holes).as("requirements that no test names").isEmpty();
  }

  @Test
  void everyTagIsARequirement() throws IOException {
    SortedSet<String> unknown = new TreeSet<>(tags());
    unknown.removeAll(requirements());
    // what a filter can only detect or has no say in may be named too
    unknown.removeIf(id -> !id.startsWith("S") && !id.startsWith("H"));
    assertThat(unknown).as("tags that name nothing").isEmpty();
  }

  private static SortedSet<String> requirements() throws IOException {
    SortedSet<String> ids = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/requirements.txt"))) {
      if (!line.startsWith("#")) {
        ids.addAll(List.of(line.split(" ", -1)));
      }
    }
    return ids;
  }

  private static SortedSet<String> tags() throws IOException {
    SortedSet<String> ids = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = TAG.matcher(Files.readString(file));
        while (matcher.find()) {
          ids.add(matcher.group(1));
        }
      }
    }
    return ids;
  }
}
