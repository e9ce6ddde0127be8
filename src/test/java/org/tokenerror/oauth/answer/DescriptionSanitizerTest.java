package org.tokenerror.oauth.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.SECRET;
import static org.tokenerror.oauth.Exchange.base64;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.body;
import static org.tokenerror.oauth.Exchange.password;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.Verdict;

@Tag("S7")
@DisplayName("S7: the description")
class DescriptionSanitizerTest {

  private static Optional<String> description(Evidence evidence) {
    return replaced(evidence).error().description();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ogiltig beh\u00F6righet | Ogiltig behorighet",
        "Stra\u00DFe, \u0141\u00F3d\u017A, K\u00F8benhavn | Strasse, Lodz, Kobenhavn",
        "the code \"x1\" is bad | the code 'x1' is bad",
        "the code 'x\\y' is bad | the code 'x/y' is bad",
        "it\u2019s late \u2014 retry | it's late - retry",
        "it&#39;s late | it&#39;s late",
        "Unknown client s6BhdRkqt3 | Unknown client s6BhdRkqt3",
        "AADSTS70011: The scope isn't valid. | AADSTS70011: The scope isn't valid."
      })
  @Tag("A6")
  @Tag("H4")
  @Tag("H6")
  @DisplayName("keeps the servlet's words in legal characters")
  void folds(String words, String expected) {
    assertThat(description(basic().sentError(400, words))).hasValue(expected);
  }

  @Test
  @DisplayName("has blanks for line breaks")
  void lineBreaks() {
    assertThat(description(basic().sentError(400, "late,\r\n\tvery late")))
        .hasValue("late, very late");
  }

  @Test
  @Tag("H6")
  @DisplayName("is bounded")
  void bounded() {
    String long1 = description(basic().sentError(400, "very late ".repeat(100))).orElseThrow();
    assertThat(long1).hasSizeLessThanOrEqualTo(200).endsWith("...");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failed at com.acme.Token.issue(Token.java:12)",
        "com.acme.oauth.TokenService",
        "NullPointerException while reading",
        "select secret from clients",
        "ORA-00942 no table",
        "cannot read /etc/passwd",
        "cannot read /WEB-INF/jsp/x.jsp",
        "cannot read C:\\as\\x",
        "host db1.example.internal is down",
        "host 10.1.2.3 is down",
        "host db-1:5432 is down",
        "see https://wiki.example/x",
        "Tomcat/9.0.1 says no",
        "version 1.2.3 says no",
        "token eyJhbGciOiJIUzI1NiJ9.e30.abc is bad",
        "token 8f0c9d3e-aaaa-bbbb-cccc-1234567890ab is bad",
        "token tGzv3JOkF0XG5Qx2TlKWIA is bad",
        "<script>alert(1)</script>",
        "x\r\nSet-Cookie: a=b",
        "\u4E0D\u5B58\u5728\u7684\u4E34\u65F6\u6388\u6743\u7801"
      })
  @Tag("H1")
  @DisplayName("does not have what a client need not know")
  void unsafe(String words) {
    Verdict.Replace verdict =
        replaced(
            post("grant_type=refresh_token&refresh_token=abcdefgh")
                .withBasic()
                .sentError(400, words));
    assertThat(verdict.error().description().orElseThrow()).isIn("x", sentence(verdict));
    assertThat(verdict.withheld()).isPresent();
  }

  private static String sentence(Verdict.Replace verdict) {
    return OAuthErrorCode.ofWireName(verdict.error().code()).orElseThrow().sentence();
  }

  @Test
  @Tag("H2")
  @DisplayName("never has a secret, in whatever form")
  void secrets() {
    String odd = "p\"w \u00E9&d";
    Exchange exchange =
        post("grant_type=password&username=u&password=p%22w+%C3%A9%26d&client_secret=" + SECRET);
    for (String echo :
        new String[] {
          SECRET,
          SECRET.toLowerCase(java.util.Locale.ROOT),
          base64(SECRET),
          odd,
          "p%22w+%C3%A9%26d",
          "p%22w%20%c3%a9%26d",
          "p\\\"w \u00E9&d",
          base64(odd)
        }) {
      Verdict.Replace verdict = replaced(exchange.sentError(400, "wrong: " + echo + "!"));
      assertThat(verdict.error().description().orElseThrow()).doesNotContain(echo);
      assertThat(verdict.withheld().orElseThrow()).contains("***");
    }
    assertThat(description(basic().sentError(401, "no " + base64("s6BhdRkqt3:" + SECRET))))
        .hasValue(OAuthErrorCode.INVALID_CLIENT.sentence());
  }

  @Test
  @Tag("H3")
  @DisplayName("has no raw parameter that could harm")
  void reflection() {
    Exchange exchange = post("grant_type=%3Cb+onclick%3Dx&scope=read%3Bwrite").withBasic();
    assertThat(description(exchange.sentError(400, "unknown scope read;write")))
        .hasValue(OAuthErrorCode.INVALID_SCOPE.sentence());
    assertThat(description(password().sentError(400, "user johndoe is locked")))
        .hasValue("user johndoe is locked");
  }

  @Test
  @DisplayName("saves the first line, or what stands before the value")
  void beginnings() {
    assertThat(
            description(
                body()
                    .sentError(
                        400,
                        "The scope is bad.\r\nTrace ID: 0000aaaa-11bb-cccc-dd33-eeeeee333333")))
        .hasValue("The scope is bad.");
    assertThat(description(body().sentError(400, "Refresh token invalid: 0a1b2c")))
        .hasValue("Refresh token invalid");
  }

  @Test
  @DisplayName("is never a page's, a text's or a 5xx's")
  void sources() {
    assertThat(description(basic().returned(400, "text/html", "<html>code expired</html>")))
        .hasValue(OAuthErrorCode.INVALID_GRANT.sentence());
    assertThat(description(basic().json(500, "{\"error\":\"Server\",\"message\":\"oops\"}")))
        .hasValue(OAuthErrorCode.SERVER_ERROR.sentence());
    assertThat(description(basic().sentError(500, "oops")))
        .hasValue(OAuthErrorCode.SERVER_ERROR.sentence());
    assertThat(
            description(basic().json(401, "{\"error\":\"invalid_grant\",\"message\":\"so late\"}")))
        .hasValue("so late");
  }
}
