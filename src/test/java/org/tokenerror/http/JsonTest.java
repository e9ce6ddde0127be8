package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static Json.Document parse(String text) {
    return Json.parse(text).orElseThrow();
  }

  private static Json.Obj object(String text) {
    return parse(text).object().orElseThrow();
  }

  private static Json str(String value) {
    return new Json.Str(value);
  }

  private static Json obj(String name, Json value) {
    return new Json.Obj(List.of(new Json.Member(name, value)));
  }

  private static Json arr(Json... items) {
    return new Json.Arr(Arrays.asList(items));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"\"",
        " \t\r\n{ \"a\" : [ 1 , 2 ] } \n",
        "[true,false,null]",
        "[0,-0,1.5,-1.5e10,1E+2,1e-2,123456789012345678901234567890]",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\ude00\"",
        "[\"\\ud800\"]",
        "\"\u007f\u00a0\ufeff\"",
        "\"\ud83d\ude00\"",
        "{\"\":0}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "[{\"b\":1,\"b\":2}]",
        "[[],{},[{}]]",
        "{\"a\":1,\"A\":2}"
      })
  @Tag("A17")
  void isStrictAboutLegalText(String text) {
    assertThat(parse(text).strict()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[",
        "\"",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,}",
        "{,\"a\":1}",
        "{\"a\":1,,\"b\":2}",
        "{\"a\":1 \"b\":2}",
        "{\"a\" 1}",
        "{\"a\":}",
        "{\"a\":1]",
        "[1}",
        "[1,]",
        "[,1]",
        "[,]",
        "[1 2]",
        "[1,,2]",
        "{}}",
        "[]]",
        "{}x",
        "{};",
        "{} {}",
        "\"a\" \"b\"",
        "{a:1}",
        "{'a':1}",
        "{\"a\":'b'}",
        "{\"a\"=1}",
        "{\"a\"=>1}",
        "[a]",
        "{1:2}",
        "{null:1}",
        "[01]",
        "[+1]",
        "[.5]",
        "[1.]",
        "[1e]",
        "[1e+]",
        "[-]",
        "[--1]",
        "[0x10]",
        "[NaN]",
        "[Infinity]",
        "[1a]",
        "[True]",
        "[NULL]",
        "[nul]",
        "[tru e]",
        "[\u0661]",
        "[1\u00a0]",
        "[true\f]",
        "[\"\t\"]",
        "[\"\n\"]",
        "[\"\u0000\"]",
        "[\"\\x\"]",
        "[\"\\'\"]",
        "[\"\\u12\"]",
        "[\"\\u12g4\"]",
        "[\"\\u\u0661\u0661\u0661\u0661\"]",
        "[\"\\",
        "[\"\\u",
        "[\"\ud83d\"]",
        "[\"\ude00\"]",
        "[\"\ude00\ud83d\"]",
        "{}\u0000",
        "\u00a0{}",
        "[]\u000b",
        "{}\ufeff",
        "[1]//",
        "/**/[1]",
        "[/**/]",
        "{\"a\":1:2}",
        "[\"a\":1]",
        "{:1}",
        "{{}}",
        "{[]}",
        "[}",
        "{]"
      })
  @Tag("A17")
  void isNotStrictAboutOtherText(String text) {
    assertThat(Json.parse(text).filter(Json.Document::strict)).isEmpty();
  }

  @Test
  @Tag("A19")
  void isNotStrictAboutAByteOrderMark() {
    assertThat(parse("\ufeff{\"error\":\"x\"}"))
        .isEqualTo(new Json.Document(obj("error", str("x")), false));
  }

  @Test
  @Tag("A20")
  void isNotStrictAboutRepeatedNamesAtTheTop() {
    assertThat(parse("{\"error\":\"a\",\"\\u0065rror\":\"b\"}").strict()).isFalse();
    assertThat(object("{\"error\":\"a\",\"error\":\"b\"}").hasDuplicates()).isTrue();
    assertThat(object("{\"error\":\"a\",\"error\":\"b\"}").string("error")).contains("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "1",
        "true",
        "null",
        "<html>",
        "callback({})",
        "error=x",
        "'a'",
        "}",
        ","
      })
  void isEmptyAboutTextThatStartsOtherwise(String text) {
    assertThat(Json.parse(text)).isEmpty();
  }

  @Test
  void readsEveryKindOfValue() {
    assertThat(
            object(
                "{\"s\":\"a\\n"
                    + "\\u00e4\",\"n\":-1.50,\"t\":true,\"f\":false,\"z\":null,\"o\":{},\"a\":[1]}"))
        .isEqualTo(
            new Json.Obj(
                List.of(
                    new Json.Member("s", str("a\n\u00e4")),
                    new Json.Member("n", new Json.Num("-1.50")),
                    new Json.Member("t", new Json.Bool(true)),
                    new Json.Member("f", new Json.Bool(false)),
                    new Json.Member("z", new Json.Null()),
                    new Json.Member("o", new Json.Obj(List.of())),
                    new Json.Member("a", arr(new Json.Num("1"))))));
  }

  @Test
  void findsMembers() {
    Json.Obj object = object("{\"error\":\"x\",\"n\":1,\"z\":null}");

    assertThat(object.get("n")).contains(new Json.Num("1"));
    assertThat(object.get("z")).contains(new Json.Null());
    assertThat(object.get("Error")).isEmpty();
    assertThat(object.string("error")).contains("x");
    assertThat(object.string("n")).isEmpty();
    assertThat(object.hasDuplicates()).isFalse();
    assertThat(parse("[]").object()).isEmpty();
  }

  @Test
  void keepsWhatCameBeforeTheEnd() {
    Json error = obj("error", str("x"));

    for (String rest :
        List.of("", ",", ",\"error_desc", ",\"a\"", ",\"a\":", ", \"a\" : ", ",\"")) {
      assertThat(parse("{\"error\":\"x\"" + rest)).isEqualTo(new Json.Document(error, false));
    }
    assertThat(parse("{\"access_token\":\"abc").root()).isEqualTo(obj("access_token", str("abc")));
    assertThat(parse("{\"a\":[1,{\"b\":tr").root())
        .isEqualTo(obj("a", arr(new Json.Num("1"), obj("b", str("tr")))));
  }

  @Test
  void readsOnAfterWhatIsBroken() {
    assertThat(parse("{\"error\":\"x\"} trailing <!-- -->").root())
        .isEqualTo(obj("error", str("x")));
    assertThat(parse("{\"d\":\"line\nbreak\tand tab\"}").root())
        .isEqualTo(obj("d", str("line\nbreak\tand tab")));
    assertThat(parse("{'error':'it\\'s'}").root()).isEqualTo(obj("error", str("it's")));
    assertThat(parse("{error:\"x\"}").root()).isEqualTo(obj("error", str("x")));
    assertThat(parse("{\"a\":,\"error\":\"x\"}").root()).isEqualTo(obj("error", str("x")));
    assertThat(parse("{\"error\":\"x\" \"b\":1}").object().orElseThrow().get("b"))
        .contains(new Json.Num("1"));
    assertThat(parse("{\"a\":[\"x\"}").root()).isEqualTo(obj("a", arr(str("x"))));
    assertThat(parse("{{\"error\":\"x\"}}").root()).isEqualTo(obj("error", str("x")));
    assertThat(parse("[True,None,01,x y]").root())
        .isEqualTo(arr(new Json.Bool(true), str("None"), str("01"), str("x y")));
  }

  @Test
  void readsAJavaMapThatWasPrinted() {
    Json.Obj map =
        object(
            "{error=invalid_grant, error_description=Bad credentials, or so: \"x\", null,"
                + " status=400, inner={a=b}, nothing=null, empty=}");

    assertThat(map.string("error")).contains("invalid_grant");
    assertThat(map.string("error_description")).contains("Bad credentials, or so: \"x\", null");
    assertThat(map.get("status")).contains(new Json.Num("400"));
    assertThat(map.get("inner")).contains(obj("a", str("b")));
    assertThat(map.get("nothing")).contains(new Json.Null());
    assertThat(map.get("empty")).isEmpty();
  }

  @Test
  void keepsSixtyFourLevelsAndChecksTheRest() {
    assertThat(parse("[".repeat(64) + "]".repeat(64)).root()).isEqualTo(nested(64, arr()));
    assertThat(parse("[".repeat(65) + "]".repeat(65)))
        .isEqualTo(new Json.Document(nested(64, arr(new Json.Null())), true));
    assertThat(parse("[".repeat(64) + "{\"a\":[{}]},1" + "]".repeat(64)))
        .isEqualTo(new Json.Document(nested(64, arr(new Json.Null(), new Json.Num("1"))), true));
    assertThat(parse("[".repeat(70) + "01" + "]".repeat(70)).strict()).isFalse();
    assertThat(parse("[".repeat(70) + "]".repeat(69) + "}").strict()).isFalse();
  }

  private static Json nested(int levels, Json innermost) {
    Json value = innermost;
    for (int i = 1; i < levels; i++) {
      value = arr(value);
    }
    return value;
  }

  @Test
  @Tag("S12")
  void survivesAnyDepth() {
    int depth = 100_000;

    assertThat(parse("[".repeat(depth) + "]".repeat(depth)).strict()).isTrue();
    assertThat(parse("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)).strict()).isTrue();
    assertThat(parse("[".repeat(depth)).strict()).isFalse();
    assertThat(parse("[{\"a\":".repeat(depth)).strict()).isFalse();
    assertThat(parse("[".repeat(depth) + "}".repeat(depth)).strict()).isFalse();
    assertThat(parse("{\"a\":" + "[".repeat(depth) + "}").strict()).isFalse();
    assertThat(
            object("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"error\":\"x\"}")
                .string("error"))
        .contains("x");
    assertThat(parse("[".repeat(depth) + "]".repeat(depth)).root().toJava())
        .isInstanceOf(List.class);
  }

  @Test
  void findsJsonInsideOtherText() {
    Json error = obj("error", str("x"));

    for (String text :
        List.of(
            "callback( {\"error\":\"x\"} );",
            "while(1);{\"error\":\"x\"}",
            "Error [code 5] {oops}: {\"error\":\"x\"}",
            "[ERROR] {\"error\":\"x\"}",
            "\"said\" the server {\"error\":\"x\"}",
            "<style>p { color: red }</style><pre>{ \"error\" : \"x\" }</pre>",
            "org.example.Error: {error=x}",
            ")]}',\n{\"error\":\"x\"}")) {
      assertThat(Json.parseLenient(text)).as(text).contains(new Json.Document(error, false));
    }
    assertThat(Json.parseLenient("text [{\"error\":\"x\"}]"))
        .contains(new Json.Document(arr(error), false));
  }

  @Test
  void leavesTextAloneThatIsJsonAltogether() {
    assertThat(Json.parseLenient("{\"a\":\"{\\\"b\\\":1}\"}"))
        .isEqualTo(Json.parse("{\"a\":\"{\\\"b\\\":1}\"}"));
    assertThat(Json.parseLenient(" {\"a\":1} "))
        .contains(new Json.Document(obj("a", new Json.Num("1")), true));
    assertThat(Json.parseLenient("\"{\\\"a\\\":1}\""))
        .contains(new Json.Document(str("{\"a\":1}"), true));
    assertThat(Json.parseLenient("[{\"a\":1}"))
        .contains(new Json.Document(arr(obj("a", new Json.Num("1"))), false));
    assertThat(
            Json.parseLenient("{error:{\"code\":1}}")
                .flatMap(Json.Document::object)
                .flatMap(o -> o.get("error")))
        .contains(obj("code", new Json.Num("1")));
    assertThat(
            Json.parseLenient("{error={\"code\":1}}")
                .flatMap(Json.Document::object)
                .flatMap(o -> o.get("error")))
        .contains(obj("code", new Json.Num("1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no braces", "p { color: red }", "[ERROR", "{", "f() { return 1; }"})
  void findsNoJsonInProse(String text) {
    assertThat(Json.parseLenient("x " + text)).isEmpty();
  }

  @Test
  @Tag("A23")
  void convertsToPlainJavaValues() {
    Map<String, Object> map =
        object(
                "{\"b\":\"x\",\"a\":[1,null,{\"c\":null,\"d\":1.50}],\"n\":null,\"n\":1,\"t\":true,\"b\":\"y\"}")
            .toMap();

    assertThat(map.keySet()).containsExactly("b", "a", "t");
    assertThat(map)
        .containsEntry("b", "x")
        .containsEntry("t", true)
        .containsEntry(
            "a",
            List.of(new BigDecimal("1"), Optional.empty(), Map.of("d", new BigDecimal("1.50"))));
  }

  @Test
  @Tag("S12")
  void doesNotCalculateWithHugeNumbers() {
    assertThat(new Json.Num("1e999999999999").toJava()).isEqualTo("1e999999999999");
    assertThat(new Json.Num("9".repeat(41)).toJava()).isEqualTo("9".repeat(41));
    assertThat(new Json.Num("1e400").toJava()).isEqualTo(new BigDecimal("1e400"));
  }

  @Test
  @Tag("H2")
  void showsNoText() {
    Json json = parse("{\"s3cret\":[\"s3cret\",{\"a\":\"s3cret\"}],\"n\":53231}").root();

    assertThat(json).hasToString("Obj[2 members]");
    assertThat(((Json.Obj) json).members().toString())
        .isEqualTo("[Member[Arr[2 items]], Member[Num[5 characters]]]");
    assertThat(str("s3cret")).hasToString("Str[6 characters]");
    assertThat(new Json.Document(json, true).toString()).doesNotContain("s3cret");
  }
}
