package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("H6")
class AsciiFoldingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain ~ text       | plain ~ text",
        "Ogiltig beh\u00f6righet | Ogiltig behorighet",
        "o\u0308            | o",
        "stra\u00dfe \u0141\u00f3d\u017a | strasse Lodz",
        "\u201ea\u201c \u2018b\u2019 \u2013 c | 'a' 'b' - c",
        "\ufb01n \u2026 \u00bd | fin ... 1/2",
        "\uff02\uff41       | \"a",
        "\u4e2d\u6587       | ??",
        "\ud83d\ude00       | ?",
        "a\u200bb\ufeffc    | abc",
        "`a\r\nb\tc\0d`     | a b cd",
      })
  void foldsToAscii(String text, String expected) {
    assertThat(AsciiFolding.fold(text)).isEqualTo(expected);
  }

  @Test
  void givesPrintableAsciiForEveryCharacter() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String folded = AsciiFolding.fold(Character.toString(codePoint));
      if (!folded.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
        assertThat(folded).as("U+%x", codePoint).isEqualTo("printable ASCII");
      }
    }
  }

  @Test
  void takesTimeLinearInARunOfCombiningMarks() {
    assertThat(AsciiFolding.fold("a" + "\u0301\u0316".repeat(500_000))).isEqualTo("a");
  }
}
