package org.tokenerror.oauth.success;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S2")
@Tag("E9")
@DisplayName("S2: the success scanner")
class SuccessScannerTest {

  private static boolean scan(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    boolean whole = new SuccessScanner(true).feed(bytes, 0, bytes.length);
    char[] chars = body.toCharArray();
    SuccessScanner pieces = new SuccessScanner(true);
    boolean found = false;
    for (int i = 0; i < chars.length; i++) {
      found = pieces.feed(chars, i, 1);
    }
    assertThat(found).as("whole and in pieces").isEqualTo(whole);
    return whole;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\":\"a",
        " \r\n\t{ \"x\" : 1 , \"access_token\" : \"a",
        "\uFEFF{\"access_token\":\"a",
        "{\"access_token\":\"\\",
        "{\"a\":[1,{\"b\":2}],\"access_token\":\"a",
        "{\"a\":\"}\\\"{\",\"access_token\":\"a",
        "{\"data\":{\"x\":[],\"access_token\":\"a",
        "{\"error\":null,\"access_token\":\"a",
        "{\"access_token\":\"\",\"data\":{\"access_token\":\"a",
        "callback( {\"access_token\":\"a",
        "access_token=a",
        "scope=x(y)&access_token=a",
        "<oauth><access_token>a",
        "<?xml version='1.0'?><!-- > --><o:oauth x=\"/\"><o:y/><o:access_token a='1'> a",
        "<access_token>a"
      })
  void sees(String body) {
    assertThat(scan(body)).isTrue();
    assertThat(scan(body.substring(0, body.length() - 1).stripTrailing())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"access_token\":\"\"}",
        "{\"access_token\":null,\"x\":\"y\"}",
        "{\"access_token\":1,\"x\":\"y\"}",
        "{\"access_token\":[\"y\"]}",
        "{\"x\":\"access_token\",\"y\":\"z\"}",
        "{\"x\":\"\\\"access_token\\\":\\\"a\\\"\"}",
        "{\"a\":{\"b\":{\"access_token\":\"x\"}}}",
        "{\"a\":[{\"access_token\":\"x\"}]}",
        "{\"a\":[\"access_token\",\"x\"]}",
        "{\"access_tokens\":\"x\"}",
        "{\"xaccess_token\":\"x\"}",
        "{\"access_token\\\\\":\"x\"}",
        "[{\"access_token\":\"x\"}]",
        "\"{\\\"access_token\\\":\\\"x\\\"}\"",
        "{\"error\":\"invalid_grant\"} {\"access_token\":\"x\"}",
        "access_token=",
        "access_token=&x=y",
        "x_access_token=a",
        "error=access_token",
        "<a><b><access_token>x</access_token></b></a>",
        "<a><access_token/>x</a>",
        "<a><access_token></access_token>x</a>",
        "<!-- <access_token>x -->",
        "<a b=\"<access_token>\">x</a>"
      })
  void doesNotSee(String body) {
    assertThat(scan(body)).isFalse();
  }

  @Test
  void neverRecognisesUtf16OrWhatIsCompressed() {
    byte[] utf16 = "{\"access_token\":\"a\"}".getBytes(StandardCharsets.UTF_16LE);
    assertThat(new SuccessScanner(true).feed(utf16, 0, utf16.length)).isFalse();
    byte[] gzip = {0x1F, (byte) 0x8B, 8, 0};
    assertThat(new SuccessScanner(true).feed(gzip, 0, 4)).isFalse();
  }

  @Test
  void staysTrueAndCanBeOff() {
    byte[] body = "{\"access_token\":\"a\"}x".getBytes(StandardCharsets.UTF_8);
    SuccessScanner scanner = new SuccessScanner(true);
    assertThat(scanner.feed(body, 0, body.length)).isTrue();
    assertThat(scanner.feed(body, 0, 0)).isTrue();
    assertThat(new SuccessScanner(false).feed(body, 0, body.length)).isFalse();
  }

  @Test
  void survivesAnything() {
    long seed = 20_061_122;
    Random random = new Random(seed);
    String alphabet = "{}[]\":,\\<>/!?-=&()access_token \n\u0000";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder body = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        body.append(
            random.nextInt(4) == 0
                ? "access_token"
                : alphabet.charAt(random.nextInt(alphabet.length())));
      }
      scan(body.toString());
    }
  }
}
