package org.tokenerror.check.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenerror.check.wire.RawResponse;
import org.tokenerror.check.wire.Silence;

final class JudgeTest {
  static Stream<Row> rows() {
    return Stream.of(
            BodyRows.error(),
            BodyRows.otherMembers(),
            BodyRows.wire(),
            BodyRows.digests(),
            BodyRows.accept(),
            StatusRows.inGeneral(),
            StatusRows.codes(),
            StatusRows.client(),
            StatusRows.causes(),
            StatusRows.mediaTypes(),
            ChallengeRows.presence(),
            ChallengeRows.scheme(),
            ChallengeRows.grammar(),
            ChallengeRows.moreGrammar(),
            ChallengeRows.bearer(),
            HeaderRows.caching(),
            HeaderRows.browsersAndNonces(),
            HeaderRows.internals(),
            HeaderRows.echoes())
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void judges(Row row) {
    row.check();
  }

  @ParameterizedTest
  @EnumSource
  void hasAnAnswerThatFailsAndOneThatPasses(Requirement requirement) {
    assertThat(rows()).as("fails").anyMatch(row -> row.fails().contains(requirement.name()));
    assertThat(rows()).as("passes").anyMatch(row -> row.meets().contains(requirement.name()));
  }

  @Test
  void judgesByEveryRequirement() {
    assertThat(Checks.all().keySet()).isEqualTo(EnumSet.allOf(Requirement.class));
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatIsAskedForAndWhere(Requirement requirement) {
    assertThat(requirement.sentence()).endsWith(".").hasSizeGreaterThan(15);
    assertThat(requirement.source()).matches("RFC \\d{4}, [A\\d.]+|CWE-79|Fetch, 3.6");
    assertThat(requirement.link()).startsWith("https://");
    assertThat(Requirement.named(requirement.name())).contains(requirement);
  }

  @Test
  void linksToTheSection() {
    assertThat(Requirement.B8.link())
        .isEqualTo("https://www.rfc-editor.org/rfc/rfc6749#section-5.2");
    assertThat(Requirement.A7.link())
        .isEqualTo("https://www.rfc-editor.org/rfc/rfc6749#appendix-A.8");
    assertThat(Requirement.E5.link()).startsWith("https://fetch.spec.whatwg.org/");
    assertThat(Requirement.H3.link()).startsWith("https://cwe.mitre.org/");
    assertThat(Requirement.named("Z1")).isEmpty();
  }

  @Test
  void tellsWhatBecameOfARequest() {
    assertThat(outcome(Requests.badCode(), Answers.right(400, "invalid_grant")))
        .isEqualTo(Judgement.Outcome.REFUSED);
    assertThat(outcome(Requests.badCode(), Answers.token()))
        .isEqualTo(Judgement.Outcome.WRONGLY_GRANTED);
    assertThat(outcome(Requests.good(), Answers.token())).isEqualTo(Judgement.Outcome.GRANTED);
    assertThat(outcome(Requests.good(), Answers.right(400, "invalid_grant")))
        .isEqualTo(Judgement.Outcome.REFUSED);
    assertThat(outcome(Requests.badCode().expecting(Expectation.EITHER), Answers.token()))
        .isEqualTo(Judgement.Outcome.GRANTED);
    assertThat(outcome(Requests.badCode(), Answers.right(429, "")))
        .isEqualTo(Judgement.Outcome.PUT_OFF);
    Answers large = Answers.right(400, "").ending(RawResponse.Ending.TOO_LONG);
    assertThat(outcome(Requests.badCode(), large)).isEqualTo(Judgement.Outcome.REFUSED);
    assertThat(outcome(Requests.badCode(), large.with("Content-Length", "999999")))
        .isEqualTo(Judgement.Outcome.TOO_LARGE);
    assertThat(outcome(Requests.head(), Answers.right(405, "")))
        .isEqualTo(Judgement.Outcome.ANSWERED);
  }

  @Test
  void knowsATokenWhenItSeesOne() {
    assertToken("{\"access_token\":\"t\"}", true);
    assertToken("{\"data\":{\"access_token\":\"t\"}}", true);
    assertToken("{\"access_token\":\"t\",\"error\":\"\"}", true);
    assertToken("{\"access_token\":\"t\",\"error\":null}", true);
    assertToken("{\"access_token\":\"\"}", false);
    assertToken("{\"access_token\":\"t\",\"error\":\"invalid_grant\"}", false);
    assertToken("{\"access_token_type\":\"t\"}", false);
    assertToken("access_token=t&token_type=Bearer", true);
    assertToken("<token><access_token>t</access_token></token>", true);
    assertToken("a=1&access_token=t", true);
    assertToken("access_token=", false);
    assertToken("see access_token=t", false);
    assertToken("<access_token></access_token>", false);
    assertToken("<html>access_token</html>", false);
    assertToken("<html><a href=\"/cb#access_token=...\">Log in</a></html>", false);
    assertToken("<!DOCTYPE html><pre><access_token>t</access_token>", false);
    assertThat(
            outcome(
                Requests.good(),
                Answers.token()
                    .with("Content-Type", "text/html")
                    .body("<p><access_token>t</access_token>")))
        .isEqualTo(Judgement.Outcome.REFUSED);
    assertThat(outcome(Requests.good(), Answers.token().status(201)))
        .isEqualTo(Judgement.Outcome.GRANTED);
    assertThat(outcome(Requests.good(), Answers.token().status(400)))
        .isEqualTo(Judgement.Outcome.REFUSED);
  }

  private static void assertToken(String body, boolean token) {
    assertThat(outcome(Requests.good(), Answers.token().body(body)))
        .as(body)
        .isEqualTo(token ? Judgement.Outcome.GRANTED : Judgement.Outcome.REFUSED);
  }

  @Test
  void blamesSilence() {
    Silence silence = new Silence(Silence.Reason.TOO_SLOW, "no answer in time");
    Judgement refusal = Judge.judge(Requests.badCode().sent(), silence);
    assertThat(refusal.outcome()).isEqualTo(Judgement.Outcome.SILENT);
    assertThat(refusal.isRefusal()).isTrue();
    assertThat(refusal.findings())
        .containsExactly(new Finding(Requirement.A1, Mark.FAIL, "no answer in time"));
    Judgement head = Judge.judge(Requests.head().sent(), silence);
    assertThat(head.findings())
        .containsExactly(new Finding(Requirement.A25, Mark.FAIL, "no answer in time"));
  }

  @Test
  void tellsRequirementsFromRecommendations() {
    Judgement judgement =
        Judge.judge(
            Requests.badCode().sent(),
            Answers.right(404, "invalid_grant").without("Pragma").response());
    assertThat(names(judgement, Level.MUST)).containsExactly(Requirement.B12);
    assertThat(names(judgement, Level.SHOULD)).containsExactly(Requirement.E3);
    assertThat(judgement.isRefusal()).isTrue();
  }

  private static List<Requirement> names(Judgement judgement, Level level) {
    return judgement.failures(level).stream().map(Finding::requirement).toList();
  }

  @Test
  void findsTheCode() {
    assertThat(Judge.error(Answers.right(400, "invalid_grant").response()))
        .contains("invalid_grant");
    assertThat(Judge.error(Answers.right(400, "").response())).isEmpty();
    assertThat(Judge.error(Answers.page(400).response())).isEmpty();
  }

  @Test
  void hidesWhatWasSent() {
    assertThat(Requests.wrongSecret().sent().toString()).doesNotContain(Requests.SECRET);
  }

  @Test
  void findsSecretsInEveryForm() {
    Set<String> forms = SecretForms.of("a b+c/d?e");
    assertThat(forms).contains("a b+c/d?e", "a+b%2Bc%2Fd%3Fe", "a%20b%2Bc%2Fd%3Fe");
    for (String before : List.of("", "x", "id", "abc", "long-id:")) {
      String base64 =
          Base64.getEncoder()
              .encodeToString((before + "a b+c/d?e").getBytes(StandardCharsets.UTF_8));
      assertThat(forms).as(base64).anyMatch(base64::contains);
      String url =
          Base64.getUrlEncoder()
              .encodeToString((before + "a b+c/d?e").getBytes(StandardCharsets.UTF_8));
      assertThat(forms).as(url).anyMatch(url::contains);
    }
    assertThat(SecretForms.of("")).isEmpty();
    assertThat(SecretForms.of("ab")).containsExactly("ab");
  }

  private static Judgement.Outcome outcome(Requests request, Answers answer) {
    RawResponse response = answer.response();
    return Judge.judge(request.sent(), response).outcome();
  }
}
