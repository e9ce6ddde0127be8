package org.tokenerror.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenerror.check.judge.Requirement;

/** Echoes secrets in disguise, and looks for them in what the checker keeps. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class MaskingTest {
  private static final String HEAD = "HTTP/1.1 400 No\r\nContent-Type: application/json\r\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aB3/dEf+gH1           | aB3\\/dEf+gH1",
        "p\u00e4ssw\u00f6rd-99 | p\\u00e4ssw\\u00F6rd-99",
        "ab\"cd-99xy           | ab\\\"cd-99xy",
        "ab\"cd-99xy           | ab\\\\\\\"cd-99xy",
        "ab\\cd-99xy           | ab\\\\cd-99xy",
        "Ab&cd<12-xyz          | Ab&amp;cd&lt;12-xyz",
        "Ab&cd'12-xyz          | Ab&#38;cd&#x27;12-xyz",
        "Ab&cd\"12-xyz         | Ab&amp;cd&quot;12-xyz",
        "Ab&cd<12-xyz          | Ab\\u0026amp;cd\\u003c12-xyz",
        "ab\"cd-99xy           | ab&#92;&quot;cd-99xy",
        "aB3-dEf>gH1           | aB3\\x2ddEf&gt;gH1"
      })
  void findsASecretThatComesBackEscaped(String secret, String escaped) throws IOException {
    String body = "{\"error\":\"invalid_request\",\"debug\":\"" + escaped + "\"}";
    try (FakeServer server = FakeServer.saying(HEAD + "\r\n" + body)) {
      CheckResult result =
          ComplianceCheck.of(server.uri()).rate(1000).atMost(4).client("id", secret).run();
      assertThat(result.toString() + result.cases())
          .contains("\"debug\":\"***\"")
          .doesNotContain(escaped);
      assertThat(result.find("good-header").orElseThrow().failures())
          .anyMatch(finding -> finding.requirement() == Requirement.H2);
    }
  }

  @Test
  void findsASecretOfUtf8InAField() throws IOException {
    String secret = "p\u00e4ssw\u00f6rd-99";
    String bytes = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    try (FakeServer server =
        FakeServer.saying(HEAD + "X: " + bytes + "\r\n\r\n{\"error\":\"invalid_request\"}")) {
      CheckResult result =
          ComplianceCheck.of(server.uri()).rate(1000).atMost(4).client("id", secret).run();
      assertThat(result.find("good-header").orElseThrow().received()).contains("X: ***\n");
    }
  }

  @Test
  void masksBeforeItCuts() throws IOException {
    String secret = "S3cr3t-ABCDEFGH-12345678";
    String field = "X-Debug: " + ".".repeat(277) + secret;
    try (FakeServer server =
        FakeServer.saying(HEAD + field + "\r\n\r\n{\"error\":\"invalid_request\"}")) {
      CheckResult result =
          ComplianceCheck.of(server.uri()).rate(1000).atMost(4).client("id", secret).run();
      assertThat(result.cases().toString()).contains("X-Debug: ....").doesNotContain("S3cr3t-");
    }
  }

  @Test
  void masksALongSecretInWhatWasSent() throws IOException {
    String secret = "Zq" + "A1b2C3d4E5".repeat(30);
    try (FakeServer server = FakeServer.saying(HEAD + "\r\n{\"error\":\"invalid_request\"}")) {
      CheckResult result =
          ComplianceCheck.of(server.uri()).rate(1000).atMost(4).client("id", secret).run();
      assertThat(result.cases().toString())
          .contains("Authorization: Basic ***\n")
          .doesNotContain("aWQ6WnFBM", "A1b2C3d4");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Location: /cb#access_token=T0ken-99       | x",
        "Location: /cb?a=1&code=T0ken-99           | x",
        "X: 1                                      | access_token=T0ken-99&error=x",
        "X: 1                                      | {\"error\":\"x\",\"token\":\"T0ken-99\"}",
        "X: 1                                      | {\"error\":\"x\",\"accessToken\" : \"T0ken-99\"}",
        "X: 1                                      | {\"error\":\"x\",\"refresh_token\":\"T0ken-\\\"T0ken-99\"}",
        "X: 1                                      | {\"error\":\"x\",\"in\":\"{\\\"id_token\\\":\\\"T0ken-99\\\"}\"}",
        "X: 1                                      | {error=x, access_token=T0ken-99}",
        "X: 1                                      | <error>x</error><access_token>T0ken-99</access_token>",
        "X-Access-Token: T0ken-99                  | x",
        "Set-Cookie: SESSION=T0ken-99; Secure      | x"
      })
  void keepsNoToken(String field, String body) throws IOException {
    try (FakeServer server = FakeServer.saying(HEAD + field + "\r\n\r\n" + body)) {
      CheckResult result = ComplianceCheck.of(server.uri()).rate(1000).atMost(2).run();
      assertThat(result.cases().toString()).contains("***").doesNotContain("T0ken-99");
    }
  }

  @Test
  void keepsWhatIsNoToken() throws IOException {
    String body = "{\"error\":\"invalid_token\",\"token_type\":\"Bearer\",\"code\":\"E-17\"}";
    try (FakeServer server = FakeServer.saying(HEAD + "\r\n" + body)) {
      CheckResult result = ComplianceCheck.of(server.uri()).rate(1000).client("id", "x-99-y").run();
      assertThat(result.cases().get(0).received()).contains(body);
      assertThat(result.find("refresh-bad").orElseThrow().sent())
          .contains("refresh_token=" + Bait.TOKEN);
      assertThat(result.find("code-bad").orElseThrow().sent()).contains("code=" + Bait.CODE);
    }
  }
}
