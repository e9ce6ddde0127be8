package org.tokenerror.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '~',
      value = {
        "nothing|nothing",
        "a\"b/c<d|***",
        "[a\"b/c<d]|[***]",
        "A\"B/C<D and a\"b/c<d|*** and ***",
        "a\"b/c<da\"b/c<d|***",
        "x a\\\"b\\/c<d y|x *** y",
        "x a\\u0022b\\x2fc<d y|x *** y",
        "x a\\\\\\\"b/c<d y|x *** y",
        "x a&quot;b/c&lt;d y|x *** y",
        "x a&#34;b/c&#x3C;d y|x *** y",
        "x a&#x22;b&sol;c&#X3c;d y|x *** y",
        "x a&amp;quot;b/c<d y|x a&amp;quot;b/c<d y",
        "x a\\u0026quot;b/c<d y|x *** y",
        "x a&#92;&quot;b/c<d y|x *** y",
        "x a&#;b a&x;b a&#xg;b a&#99999;b &|x a&#;b a&x;b a&#xg;b a&#99999;b &",
        "a\"b/c<d\\|***\\",
        "a\"b/c<d\\u00|***\\u00",
        "a\"b/c<d\\u00zz|***\\u00zz",
        "line\\nbreak|***",
        "line\\u000abreak|***",
        "&amp;|&amp;",
        "&waytoolongforanentity;a\"b/c<d|&waytoolongforanentity;***"
      })
  void masksWhatIsSecretAndNothingElse(String text, String masked) {
    SecretFinder finder = new SecretFinder(List.of("a\"b/c<d", "", "line\nbreak"));
    assertThat(finder.mask(text, "***")).isEqualTo(masked);
    assertThat(finder.isIn(text)).isEqualTo(!masked.equals(text));
  }

  @Test
  void looksForNothingWhereThereIsNoSecret() {
    assertThat(new SecretFinder(List.of()).mask("text", "***")).isEqualTo("text");
    assertThat(new SecretFinder(List.of("")).isIn("text")).isFalse();
  }

  @Test
  void hidesWhatItLooksFor() {
    assertThat(new SecretFinder(List.of("s3cret"))).hasToString("SecretFinder");
  }
}
