package org.tokenerror.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tokenerror.check.judge.Requirement;
import org.tokenerror.check.judge.Sent;

/** Makes the tables of docs/checker.md from the code. */
final class CheckerPageTest {
  private static final String END = "<!-- end -->";

  @Test
  void listsEveryRequirement() throws IOException {
    assertThat(section("<!-- made from Requirement -->\n"))
        .as("the table has to be\n%s", requirements())
        .isEqualTo(requirements());
  }

  @Test
  void listsEveryCase() throws IOException {
    assertThat(section("<!-- made from Cases -->\n"))
        .as("the table has to be\n%s", cases())
        .isEqualTo(cases());
  }

  static String requirements() {
    StringBuilder table =
        new StringBuilder("| | | what is asked for | where |\n|---|---|---|---|\n");
    for (Requirement requirement : Requirement.values()) {
      table.append("| ").append(requirement).append(" | ").append(requirement.level());
      table.append(" | ").append(requirement.sentence().replace("_", "\\_")).append(" | [");
      table.append(requirement.source()).append("](").append(requirement.link()).append(") |\n");
    }
    return table.toString();
  }

  static String cases() {
    Optional<ClientCredentials> client = Optional.of(new ClientCredentials("id", "secret"));
    List<String> without =
        all(Setup.of(URI.create("http://h/"), Optional.empty())).stream().map(Case::id).toList();
    StringBuilder table =
        new StringBuilder(
            "| | what is sent | a right answer says | because of |\n|---|---|---|---|\n");
    for (Case one : all(Setup.of(URI.create("http://h/"), client))) {
      table.append("| `").append(one.id()).append(without.contains(one.id()) ? "`" : "` *");
      table.append(" | ").append(one.title().replace("_", "\\_")).append(" | ");
      table.append(right(one.sent())).append(" | ");
      table.append(
          one.sent().causes().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")));
      table.append(" |\n");
    }
    return table.toString();
  }

  private static String right(Sent sent) {
    String codes =
        sent.codes().stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
    return switch (sent.expectation()) {
      case REFUSAL -> codes;
      case EITHER -> codes + ", or a token";
      case SUCCESS -> "a token";
      case NO_TOKEN -> "anything that fits";
    };
  }

  private static List<Case> all(Setup setup) {
    List<Case> all = new ArrayList<>(Cases.opening(setup));
    all.addAll(Cases.rest(setup));
    return all;
  }

  private static String section(String start) throws IOException {
    String page = Files.readString(Path.of("docs", "checker.md"));
    int from = page.indexOf(start) + start.length();
    return page.substring(from, page.indexOf(END, from));
  }
}
