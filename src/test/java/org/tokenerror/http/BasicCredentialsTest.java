package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

  private static String encode(String userPass, Charset charset) {
    return Base64.getEncoder().encodeToString(userPass.getBytes(charset));
  }

  private static String encode(String userPass) {
    return encode(userPass, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "id:secret, id, secret",
        "id:, id, ``",
        ":, ``, ``",
        "id:a:b, id, a:b",
        "i%3Ad:a%2Bb+c, i:d, a+b c",
        "%C3%A4:\u00e4, \u00e4, \u00e4",
      })
  @Tag("D4")
  @Tag("D5")
  void decodesIdAndSecret(String userPass, String userId, String password) {
    assertThat(BasicCredentials.parse(encode(userPass)))
        .contains(new BasicCredentials(userId, password));
  }

  @Test
  void doesWithoutPadding() {
    assertThat(BasicCredentials.parse("aTpz")).contains(new BasicCredentials("i", "s"));
    assertThat(BasicCredentials.parse("aTo")).contains(new BasicCredentials("i", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bm9jb2xvbg==", "a", "a:b", "aT pz", "aT-_", "aTo===", "\u00e4\u00e4"})
  @Tag("B16")
  void isEmptyWithoutBase64OrColon(String token68) {
    assertThat(BasicCredentials.parse(token68)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id:%", "id:%4", "id:%zz", "%:x", "id:%ff", "id:%c3"})
  @Tag("B16")
  void isEmptyWithBrokenPercentSequences(String userPass) {
    assertThat(BasicCredentials.parse(encode(userPass))).isEmpty();
    assertThat(BasicCredentials.decode(encode(userPass))).contains(userPass);
  }

  @Test
  @Tag("B16")
  void isEmptyWithoutUtf8() {
    String token68 = encode("\u00e4:x", StandardCharsets.ISO_8859_1);

    assertThat(BasicCredentials.parse(token68)).isEmpty();
    assertThat(BasicCredentials.decode(token68)).isEmpty();
  }

  @Test
  @Tag("D4")
  void readsBackWhatAClientEncodes() {
    Cases.run(
        3_000,
        random -> {
          String id = Cases.text(random, ' ', 0x7f);
          String secret = Cases.text(random, ' ', 0xd7ff);
          String userPass =
              URLEncoder.encode(id, StandardCharsets.UTF_8)
                  + ":"
                  + URLEncoder.encode(secret, StandardCharsets.UTF_8);

          assertThat(BasicCredentials.parse(encode(userPass)))
              .contains(new BasicCredentials(id, secret));
        });
  }

  @Test
  void neverThrows() {
    Cases.run(
        5_000,
        random -> {
          byte[] bytes = Cases.bytes(random);
          String token68 = Base64.getEncoder().encodeToString(bytes);

          assertThat(BasicCredentials.parse(token68)).isNotNull();
          assertThat(BasicCredentials.parse(Cases.hostileText(random))).isNotNull();
        });
  }

  @Test
  @Tag("H2")
  void showsNothing() {
    assertThat(new BasicCredentials("id", "s3cret")).hasToString("BasicCredentials[...]");
  }
}
