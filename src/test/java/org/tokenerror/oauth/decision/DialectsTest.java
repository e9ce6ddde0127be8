package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.body;
import static org.tokenerror.oauth.Exchange.password;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.DialectSource;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.dialect.Dialects;

@Tag("S4")
@DisplayName("S4: dialects")
class DialectsTest {
  private static void says(Evidence evidence, String code) {
    assertThat(replaced(evidence).error().code()).isEqualTo(code);
    assertThat(replaced(evidence).rule()).isEqualTo(BuiltInRule.DIALECT.name());
  }

  @Test
  void areAllInTheIndexAndNamedForTheirFiles() throws Exception {
    URL folder = Dialects.class.getResource("/org/tokenerror/dialects/index.txt");
    List<String> indexed = Files.readAllLines(Path.of(folder.toURI()));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()).getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".json")))
          .containsExactlyInAnyOrderElementsOf(indexed);
    }
    assertThat(Dialects.builtIn().names().stream().map(name -> name + ".json"))
        .containsExactlyElementsOf(indexed);
  }

  @ParameterizedTest
  @CsvSource({
    "AADSTS50000,server_error",
    "AADSTS50126,invalid_grant",
    "AADSTS7000215,invalid_client",
    "AADSTS70011,invalid_scope",
    "AADSTS70003,unsupported_grant_type",
    "AADSTS90006,temporarily_unavailable"
  })
  void readMicrosoftsNumbersWhereErrorIsMissingOrNoCode(String number, String code) {
    says(basic().json(400, "{\"message\":\"" + number + ": Something. Trace ID: 0\"}"), code);
    says(
        basic().json(400, "{\"error\":\"oops\",\"error_description\":\"" + number + ": x\"}"),
        code);
    assertThat(
            replaced(basic().json(403, "{\"error\":\"invalid_scope\",\"x\":\"" + number + "\"}"))
                .rule())
        .isEqualTo(BuiltInRule.STATED_CODE.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"ok\":false,\"error\":\"invalid_auth\"} | invalid_client",
        "{\"errcode\":40029,\"errmsg\":\"x\"} | invalid_grant",
        "{\"code\":20003,\"msg\":\"x\"} | invalid_grant",
        "{\"error\":1101,\"sub_error\":20044} | invalid_client",
        "{\"data\":{\"error_code\":10007,\"description\":\"x\"},\"message\":\"error\"} |"
            + " invalid_grant",
        "{\"error_response\":{\"code\":\"40002\",\"sub_code\":\"isv.code-invalid\"}} |"
            + " invalid_grant"
      })
  @Tag("S1")
  void knowFailuresThatComeWith200(String json, String code) {
    says(body().json(200, json), code);
  }

  @Test
  @Tag("S2")
  void leaveAToken() {
    String json = "{\"errcode\":40029,\"errmsg\":\"x\",\"access_token\":\"a\"}";
    assertThat(Exchange.kept(body().json(200, json))).isEqualTo(Verdict.Reason.SUCCESS);
  }

  @Test
  void tellTwinsApartByTheGrantType() {
    String okta = "{\"errorCode\":\"E0000004\",\"errorSummary\":\"Authentication failed\"}";
    says(password().json(401, okta), "invalid_grant");
    says(post("grant_type=client_credentials").withBasic().json(401, okta), "invalid_client");
  }

  @Test
  void findCodesInHeaderFields() {
    says(
        basic()
            .returned(
                403,
                "text/xml",
                "<h1>x</h1>",
                "X-Mashery-Error-Code",
                "ERR_403_DEVELOPER_OVER_QPS"),
        "temporarily_unavailable");
  }

  @Test
  void findCodesInXml() {
    says(
        basic()
            .returned(
                403,
                "application/xml",
                "<f:fault xmlns:f=\"urn:f\"><f:code>900908</f:code><f:message>Forbidden</f:message>"
                    + "<f:description>x</f:description></f:fault>"),
        "unauthorized_client");
  }

  @Test
  @Tag("S7")
  void knowWhichWordsAreForTheClient() {
    String apigee = "{\"ErrorCode\":\"invalid_request\",\"Error\":\"Invalid Refresh Token\"}";
    Verdict.Replace verdict =
        replaced(post("grant_type=refresh_token&refresh_token=r1").withBasic().json(400, apigee));
    assertThat(verdict.error().code()).isEqualTo("invalid_grant");
    assertThat(verdict.error().description()).contains("Invalid Refresh Token");
  }

  @Test
  void ofAUserAreAskedFirst() {
    String text =
        "{\"dialect\":\"acme\",\"recognise\":[{\"members\":{\"/ok\":false}}],"
            + "\"code\":[\"/error\"],\"codes\":{\"invalid_auth\":\"unauthorized_client\"}}";
    Dialects dialects = Dialects.builtIn().with(List.of(new DialectSource("acme.json", text)));
    assertThat(dialects.names()).startsWith("acme").contains("slack");
    Verdict verdict =
        new FailureClassifier(List.of(), AnswerPolicy.defaults(), dialects)
            .classify(basic().json(200, "{\"ok\":false,\"error\":\"invalid_auth\"}"));
    assertThat(verdict.replacement().orElseThrow().error().code()).isEqualTo("unauthorized_client");
  }

  @Test
  void ofAUserReplaceThoseOfTheSameName() {
    String text = "{\"dialect\":\"slack\",\"recognise\":[{\"members\":{\"/ok\":false}}]}";
    Dialects dialects = Dialects.builtIn().with(List.of(new DialectSource("slack.json", text)));
    assertThat(dialects.names()).hasSameSizeAs(Dialects.builtIn().names());
  }
}
