package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes the table of the rules from what stands above the constants. */
@Tag("S4")
@DisplayName("the table of the rules")
class RuleTableTest {
  private static final Path SOURCE =
      Path.of("src", "main", "java", "org", "tokenerror", "oauth", "decision", "BuiltInRule.java");
  private static final String START = "<!-- made from BuiltInRule -->\n";
  private static final String END = "<!-- end -->";
  private static final Pattern LINK =
      Pattern.compile("<a href=\"([^\"]+)\">\\s*([^<]+)</a>((?:, [0-9][0-9.]*)*)(:?)");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/rules.md"})
  void holdsEveryRuleInItsOrder(String document) throws IOException {
    String page = Files.readString(Path.of(document));
    String table = page.substring(page.indexOf(START) + START.length(), page.indexOf(END));
    assertThat(table).as("the table has to be\n%s", table()).isEqualTo(table());
  }

  private static String table() throws IOException {
    String source = Files.readString(SOURCE);
    StringBuilder table =
        new StringBuilder("| | rule | what it does | specification |\n|---|---|---|---|\n");
    int number = 0;
    for (BuiltInRule rule : BuiltInRule.values()) {
      Matcher constant = Pattern.compile("\n  " + rule.name() + "[ (]").matcher(source);
      assertThat(constant.find()).as(rule.name()).isTrue();
      String comment =
          source.substring(source.lastIndexOf("/**", constant.start()), constant.start());
      String text = plain(comment);
      table.append("| ").append(++number).append(" | `").append(rule.name());
      table.append("` | ").append(sentence(text)).append(" | ").append(links(text)).append(" |\n");
    }
    return table.toString();
  }

  private static String plain(String comment) {
    return comment
        .replace("/**", "")
        .replace("*/", "")
        .replaceAll("(?m)^ *\\* ?", "")
        .replaceAll("\\{@(?:code|link|linkplain)\\s+#?([^}]+)\\}", "`$1`")
        .replace("<p>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Returns the text up to its first full stop, without its links. */
  private static String sentence(String text) {
    String words = LINK.matcher(text).replaceAll(link -> "\u0000").replaceFirst("^\u0000\\s*", "");
    int end = words.indexOf(". ");
    String first = (end < 0 ? words : words.substring(0, end + 1)).replace("\u0000", "").strip();
    return Character.toUpperCase(first.charAt(0)) + first.substring(1);
  }

  private static String links(String text) {
    StringBuilder links = new StringBuilder();
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      links.append(links.length() == 0 ? "" : ", ");
      links
          .append('[')
          .append(link.group(2).strip())
          .append("](")
          .append(link.group(1))
          .append(')');
      links.append(link.group(3));
    }
    return links.toString();
  }
}
