package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.AnswerPolicy.Status401;
import org.tokenerror.oauth.ErrorResponse;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.RandomExchange;
import org.tokenerror.oauth.TinyJudge;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.answer.ErrorRenderer;

@DisplayName("for any exchange")
class ClassifierPropertyTest {
  private static final int ROUNDS = 4_000;

  private static final List<AnswerPolicy> POLICIES =
      List.of(
          AnswerPolicy.defaults(),
          new AnswerPolicy(
              "a \"realm\" \u00E9", List.of("Bearer", "basic"), Status401.ALWAYS_400, 40, true),
          new AnswerPolicy("", List.of("Negotiate"), Status401.ALWAYS_401, 90, false));

  private final List<ErrorRenderer> renderers = POLICIES.stream().map(ErrorRenderer::new).toList();

  @ParameterizedTest
  @ValueSource(longs = {1, 22, 333})
  @Tag("S3")
  @Tag("S4")
  @Tag("S5")
  @Tag("S6")
  @Tag("E10")
  @DisplayName("the verdict is the same twice, its answer is right, and a second filter keeps it")
  void isTotalRightAndIdempotent(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      int policy = random.nextInt(POLICIES.size());
      FailureClassifier classifier = new FailureClassifier(List.of(), POLICIES.get(policy));
      long exchange = random.nextLong();
      Evidence evidence = RandomExchange.of(exchange);
      String where = "seed " + seed + " round " + round + " exchange " + exchange;
      try {
        Verdict verdict = classifier.classify(evidence);
        assertThat(classifier.classify(RandomExchange.of(exchange))).as(where).isEqualTo(verdict);
        if (verdict instanceof Verdict.Replace replace) {
          ErrorResponse response = renderers.get(policy).render(replace, evidence);
          TinyJudge.judge(evidence.request(), response);
          assertThat(classifier.classify(Exchange.after(evidence, response)))
              .as(
                  where
                      + " "
                      + replace
                      + " "
                      + new String(response.body(), java.nio.charset.StandardCharsets.US_ASCII)
                      + response.headers().all("WWW-Authenticate"))
              .isEqualTo(new Verdict.Keep(Verdict.Reason.COMPLIANT));
        }
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(where, e);
      }
    }
  }

  @Test
  @Tag("S4")
  @DisplayName("the first rule that finds something is the one, unless the request corrects it")
  void firstMatchWins() {
    Random random = new Random(4444);
    FailureClassifier classifier = new FailureClassifier(List.of(), AnswerPolicy.defaults());
    for (int round = 0; round < ROUNDS; round++) {
      Evidence evidence = RandomExchange.of(random.nextLong());
      if (classifier.classify(evidence) instanceof Verdict.Replace replace) {
        BuiltInRule first =
            List.of(BuiltInRule.values()).stream()
                .filter(rule -> rule.apply(evidence).isPresent())
                .findFirst()
                .orElseThrow();
        BuiltInRule named = BuiltInRule.valueOf(replace.rule());
        assertThat(named == first || named.isAboutRequest()).as(replace.toString()).isTrue();
      }
    }
  }

  @Test
  @Tag("S12")
  @DisplayName("hostile text takes no more than linear time")
  void isLinear() {
    FailureClassifier classifier = new FailureClassifier(List.of(), AnswerPolicy.defaults());
    for (String unit :
        List.of(
            "(",
            "<!",
            "<a ",
            "</",
            "{\"code\":1,",
            "[",
            "\"\\",
            "a.",
            ".java:(",
            "&a=",
            "; ",
            "client ",
            "<!--",
            "=\"",
            "eyJ",
            "access_token")) {
      String body = unit.repeat(32_768 / unit.length());
      long start = System.nanoTime();
      for (String type : List.of("application/json", "text/html")) {
        classifier.classify(Exchange.basic().returned(400, type, body));
        classifier.classify(Exchange.basic().returned(200, type, body));
        classifier.classify(Exchange.basic().sentError(400, body));
      }
      assertThat((System.nanoTime() - start) / 1_000_000).as("ms for " + unit).isLessThan(6_000);
    }
  }
}
