package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

  @Test
  void readsTypeAndParameters() {
    assertThat(MediaType.parse(" Text/HTML ; Charset=\"a\\\"b;c\" ;x=y; x=z"))
        .contains(new MediaType("text", "html", Map.of("charset", "a\"b;c", "x", "y")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/json                               | ",
        "application/json;                              | ",
        "application/json;;charset=utf-8                | utf-8",
        "application/json; charset=                     | ",
        "application/json; charset=\"utf-8              | utf-8",
        "application/json; charset = utf-8              | ",
        "application/json; nonsense; charset=utf-8      | utf-8",
        "application/json; a=b c; charset=utf-8         | utf-8",
        "application/json; charset=\"a, b\"            | a, b",
        "application/json; charset=ISO-8859-1           | ISO-8859-1",
      })
  @Tag("A13")
  void findsTheCharsetInDisorder(String value, String expected) {
    assertThat(MediaType.parse(value)).isPresent();
    assertThat(MediaType.parse(value).flatMap(MediaType::charset).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/",
        "json",
        "application/",
        "/json",
        "a b/c",
        "application/json<",
        ";",
        "application/json charset=utf-8",
        "application/json, text/html",
        "application/json; charset=utf-8, application/json"
      })
  void isEmptyIfItIsNotOneMediaType(String value) {
    assertThat(MediaType.parse(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, json exact text",
    "APPLICATION/JSON;x=y, json exact text",
    "application/problem+json, json text",
    "text/json, json text",
    "application/javascript, json text",
    "text/html, html text",
    "application/xhtml+xml, html text",
    "application/xml, xml text",
    "text/xml, xml text",
    "application/soap+xml, xml text",
    "application/x-www-form-urlencoded, form text",
    "text/plain, text",
    "image/png, ''",
    "application/octet-stream, ''",
  })
  @Tag("A12")
  @Tag("D15")
  void knowsTheFormats(String value, String expected) {
    MediaType type = MediaType.parse(value).orElseThrow();
    String kinds =
        (type.isJson() ? "json " : "")
            + (type.isExactlyJson() ? "exact " : "")
            + (type.isHtml() ? "html " : "")
            + (type.isXml() ? "xml " : "")
            + (type.isForm() ? "form " : "")
            + (type.isText() ? "text" : "");

    assertThat(kinds).isEqualTo(expected);
  }

  @Test
  void showsNamesOfParametersOnly() {
    assertThat(new MediaType("Text", "HTML", Map.of("X", "s3cret"))).hasToString("text/html[x]");
  }

  @Test
  void neverThrowsAndTakesLinearTime() {
    Cases.run(
        5_000,
        random -> assertThat(MediaType.parse("a/b;" + Cases.hostileText(random))).isNotNull());
    Cases.run(5_000, random -> assertThat(MediaType.parse(Cases.hostileText(random))).isNotNull());
    Cases.run(
        30, random -> assertThat(MediaType.parse("a/b;" + Cases.longText(random))).isNotNull());
  }
}
