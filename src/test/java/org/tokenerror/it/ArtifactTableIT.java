package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the README's table of artifacts and containers against the results of the tests that have
 * just run.
 *
 * <p>A row whose run was switched off is believed.
 */
final class ArtifactTableIT {
  private static final Path REPORTS = Path.of(System.getProperty("it.reports"));
  private static final String START =
      "| artifact | container | version | tested by |\n|---|---|---|---|\n";
  private static final Pattern ROW =
      Pattern.compile("\\| (.+?) \\| (.+?) \\| (.+?) \\| (.+) in `(\\w+)` \\|");
  private static final Pattern TEST = Pattern.compile("`(\\w+IT)`");
  private static final Pattern COUNTS =
      Pattern.compile(
          "<testsuite [^>]*tests=\"(\\d+)\" errors=\"(\\d+)\" skipped=\"(\\d+)\" failures=\"(\\d+)\"");

  @TestFactory
  List<DynamicTest> holdsForEveryRow() throws IOException {
    List<String> rows = rows();
    assertThat(rows).hasSizeGreaterThan(8);
    return rows.stream().map(row -> DynamicTest.dynamicTest(row, () -> check(row))).toList();
  }

  private static void check(String row) throws IOException {
    Matcher cells = ROW.matcher(row);
    assertThat(cells.matches()).as("is a row of the form wanted").isTrue();
    assertVersionIsOfTheBuild(cells.group(3));
    List<String> tests = TEST.matcher(cells.group(4)).results().map(t -> t.group(1)).toList();
    assertThat(tests).isNotEmpty();
    String run = cells.group(5);
    if (reports("-" + run + ".xml").isEmpty()) {
      return;
    }
    for (String test : tests) {
      assertThat(reports("." + test + "-" + run + ".xml"))
          .as("the results of %s in the run %s", test, run)
          .singleElement()
          .satisfies(ArtifactTableIT::assertPassed);
    }
  }

  private static void assertVersionIsOfTheBuild(String version) throws IOException {
    StringBuilder poms = new StringBuilder(Files.readString(Path.of("pom.xml")));
    for (String app : List.of("boot3", "boot3-jetty", "boot4")) {
      poms.append(Files.readString(Path.of("src/test/apps", app, "pom.xml")));
    }
    assertThat(poms.toString()).contains(">" + version + "<");
  }

  private static void assertPassed(Path report) throws IOException {
    Matcher counts = COUNTS.matcher(Files.readString(report));
    assertThat(counts.find()).as("%s has counts", report).isTrue();
    int tests = Integer.parseInt(counts.group(1));
    int skipped = Integer.parseInt(counts.group(3));
    assertThat(tests - skipped).as("tests that ran").isPositive();
    assertThat(counts.group(2) + counts.group(4)).as("errors and failures").isEqualTo("00");
  }

  private static List<Path> reports(String ending) throws IOException {
    try (Stream<Path> files = Files.list(REPORTS)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static List<String> rows() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf(START);
    assertThat(start).as("the table in README.md").isNotNegative();
    return readme
        .substring(start + START.length())
        .lines()
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}
