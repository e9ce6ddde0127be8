package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersTest {

  private final Headers headers = Headers.of("A", "1", "B", "2", "a", "3");

  @Test
  void findsLinesWhateverTheCaseOfTheName() {
    assertThat(headers.first("a")).contains("1");
    assertThat(headers.all("A")).containsExactly("1", "3");
    assertThat(headers.contains("b")).isTrue();
    assertThat(headers.contains("c")).isFalse();
    assertThat(headers.first("c")).isEmpty();
    assertThat(headers.all("c")).isEmpty();
  }

  @Test
  void keepsTheOrderAndTheSpelling() {
    assertThat(headers.fields())
        .containsExactly(
            new Headers.Field("A", "1"), new Headers.Field("B", "2"), new Headers.Field("a", "3"));
  }

  @Test
  void replacesAllLinesOfAName() {
    assertThat(headers.with("A", "9")).isEqualTo(Headers.of("B", "2", "A", "9"));
  }

  @Test
  void addsALine() {
    assertThat(headers.plus("A", "9").all("a")).containsExactly("1", "3", "9");
  }

  @Test
  void removesLinesWhateverTheCaseOfTheName() {
    assertThat(headers.without(List.of("a", "x"))).isEqualTo(Headers.of("B", "2"));
  }

  @Test
  void staysTheSameWhenOthersAreMadeOfIt() {
    Headers.Builder builder = Headers.builder().add("A", "1");
    Headers first = builder.build();
    builder.add("B", "2");
    first.plus("C", "3");

    assertThat(first).isEqualTo(Headers.of("A", "1")).hasSameHashCodeAs(Headers.of("A", "1"));
    assertThat(first).isNotEqualTo(Headers.of("A", "2")).isNotEqualTo(Headers.empty());
    assertThat(first.fields()).isUnmodifiable();
  }

  @Test
  void refusesANameWithoutAValue() {
    assertThatIllegalArgumentException().isThrownBy(() -> Headers.of("A", "1", "B"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no-store                          | true",
        "No-Store                          | true",
        "max-age=0, no-store               | true",
        "no-store=x                        | true",
        " ,,no-store,                      | true",
        "no-store , x                      | true",
        "private=\"a, b\", no-store        | true",
        "private=\"a, no-store, b\"        | false",
        "private=\"a\\\", no-store, \"     | false",
        "private=\"a, no-store             | false",
        "no-storee                         | false",
        "x no-store                        | false",
        "``                                | false",
      })
  @Tag("E1")
  void findsMembersOfLists(String value, boolean expected) {
    assertThat(Headers.of("Cache-Control", value).hasToken("cache-control", "no-store"))
        .isEqualTo(expected);
  }

  @Test
  void findsMembersInEveryLine() {
    assertThat(Headers.of("Vary", "Origin", "Vary", "Accept").hasToken("Vary", "accept")).isTrue();
    assertThat(headers.hasToken("Vary", "accept")).isFalse();
  }

  @Test
  @Tag("H2")
  void showsNamesOnly() {
    assertThat(Headers.of("Authorization", "s3cret")).hasToString("[Authorization]");
    assertThat(new Headers.Field("Authorization", "s3cret")).hasToString("Authorization");
  }

  @Test
  void neverThrowsOnHostileLists() {
    Cases.run(
        5_000,
        random ->
            assertThat(Headers.of("X", Cases.hostileText(random)).hasToken("X", "none")).isFalse());
    Cases.run(
        10, random -> assertThat(Headers.of("X", Cases.longText(random)).contains("x")).isTrue());
  }

  @Test
  void takesTimeLinearInALongList() {
    Cases.run(
        30,
        random ->
            assertThat(Headers.of("X", Cases.longText(random)).hasToken("X", "none")).isFalse());
  }
}
