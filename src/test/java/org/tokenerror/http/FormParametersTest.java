package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormParametersTest {

  @Test
  void readsPairs() {
    FormParameters form = FormParameters.parse("b=1&a=x+y%20%C3%A4%2B&b=2&empty=&bare&&=v&e=a=b");

    assertThat(form.names()).containsExactly("b", "a", "empty", "bare", "", "e");
    assertThat(form.all("b")).containsExactly("1", "2");
    assertThat(form.first("b")).contains("1");
    assertThat(form.first("a")).contains("x y \u00e4+");
    assertThat(form.first("empty")).contains("");
    assertThat(form.first("bare")).contains("");
    assertThat(form.first("e")).contains("a=b");
    assertThat(form.contains("bare")).isTrue();
    assertThat(form.contains("B")).isFalse();
    assertThat(form.all("B")).isEmpty();
    assertThat(form.isMalformed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%4",
        "a=%zz",
        "%=b",
        "a=%ff",
        "a=%c3",
        "a%00=b",
        "a%0D%0A=b",
        "a\u0085=b"
      })
  void noticesBrokenEncoding(String encoded) {
    assertThat(FormParameters.parse(encoded).isMalformed()).isTrue();
  }

  @Test
  void keepsWhatIsBrokenAsItIs() {
    assertThat(FormParameters.parse("a=%zz%4&b=%ff").first("a")).contains("%zz%4");
    assertThat(FormParameters.parse("b=%ff").first("b")).contains("\ufffd");
  }

  @Test
  void acceptsControlCharactersInValues() {
    assertThat(FormParameters.parse("a=%0A").isMalformed()).isFalse();
  }

  @Test
  void takesOverWhatAContainerDecoded() {
    Map<String, String[]> decoded = new LinkedHashMap<>();
    decoded.put("b", new String[] {"1", null, "2"});
    decoded.put("a", new String[0]);
    FormParameters form = FormParameters.of(decoded);

    assertThat(form.names()).containsExactly("b", "a");
    assertThat(form.all("b")).containsExactly("1", "2");
    assertThat(form.first("a")).isEmpty();
    assertThat(form.isMalformed()).isFalse();
    assertThat(FormParameters.of(Map.of("\u0000", new String[] {"x"})).isMalformed()).isTrue();
  }

  @Test
  @Tag("D9")
  void addsTheValuesOfBoth() {
    FormParameters sum = FormParameters.parse("a=1&b=2").plus(FormParameters.parse("c=3&a=4"));

    assertThat(sum.names()).containsExactly("a", "b", "c");
    assertThat(sum.all("a")).containsExactly("1", "4");
    assertThat(sum.isMalformed()).isFalse();
    assertThat(sum.plus(FormParameters.parse("%")).isMalformed()).isTrue();
    assertThat(FormParameters.empty().plus(sum).names()).isEqualTo(sum.names());
  }

  @Test
  void canBeMarked() {
    assertThat(FormParameters.empty().isMalformed()).isFalse();
    assertThat(FormParameters.parse("a=1").markedMalformed().isMalformed()).isTrue();
    assertThat(FormParameters.parse("a=1").markedMalformed().first("a")).contains("1");
  }

  @Test
  @Tag("H2")
  void showsNamesThatCanBeNothingElse() {
    assertThat(FormParameters.parse("client_secret=s3cret&x=y")).hasToString("[client_secret, x]");
    assertThat(FormParameters.parse("{\"client_secret\":\"s3cret\"}")).hasToString("[?]");
    assertThat(FormParameters.parse("x".repeat(41))).hasToString("[?]");
  }

  @Test
  void cannotBeChanged() {
    FormParameters form = FormParameters.parse("a=1");

    assertThat(form.all("a")).isUnmodifiable();
    assertThat(form.names()).isUnmodifiable();
  }

  @Test
  void readsBackWhatAClientEncodes() {
    Cases.run(
        3_000,
        random -> {
          String name = "n" + Cases.text(random, ' ', 0x7f);
          String value = Cases.text(random, 0, 0xd7ff);
          String encoded =
              URLEncoder.encode(name, StandardCharsets.UTF_8)
                  + "="
                  + URLEncoder.encode(value, StandardCharsets.UTF_8);
          FormParameters form = FormParameters.parse("x=1&" + encoded + "&y");

          assertThat(form.first(name)).contains(value);
          assertThat(form.isMalformed()).isFalse();
        });
  }

  @Test
  void neverThrowsAndTakesLinearTime() {
    Cases.run(
        5_000,
        random -> assertThat(FormParameters.parse(Cases.hostileText(random)).names()).isNotNull());
    Cases.run(
        30, random -> assertThat(FormParameters.parse(Cases.longText(random)).names()).isNotNull());
  }
}
