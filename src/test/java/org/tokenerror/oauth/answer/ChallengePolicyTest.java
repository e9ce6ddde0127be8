package org.tokenerror.oauth.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.body;
import static org.tokenerror.oauth.Exchange.password;
import static org.tokenerror.oauth.Exchange.post;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenerror.http.Challenge;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.AnswerPolicy.Status401;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.decision.FailureClassifier;

@Tag("S6")
@DisplayName("S6: a 401")
class ChallengePolicyTest {

  private static List<String> challenges(Evidence evidence) {
    return new ChallengePolicy(AnswerPolicy.defaults())
        .challengesFor(evidence).stream().map(Challenge::toHeaderValue).toList();
  }

  private static Exchange with(String authorization) {
    return post("grant_type=client_credentials").authorization(authorization);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "basic czY6c2VjcmV0 | Basic realm=\"token\"",
        "BEARER abc | Bearer realm=\"token\"",
        "DPoP abc | DPoP realm=\"token\"",
        "negotiate YIIJ | Negotiate",
        "OAuth abc | OAuth realm=\"token\"",
        "Digest username=\"x\" | Basic realm=\"token\"",
        "Foo abc | Basic realm=\"token\""
      })
  @Tag("B10")
  @Tag("C3")
  @Tag("C11")
  @Tag("C14")
  @Tag("C19")
  @Tag("B17")
  @DisplayName("matches the scheme the client used, if that can be done")
  void matches(String authorization, String challenge) {
    assertThat(challenges(with(authorization).empty(401))).containsExactly(challenge);
  }

  @Test
  @Tag("C9")
  @DisplayName("keeps the servlet's valid challenges and adds the one that matches")
  void keeps() {
    assertThat(challenges(basic().empty(401, "WWW-Authenticate", "Basic realm=\"Realm\"")))
        .containsExactly("Basic realm=\"Realm\"");
    assertThat(challenges(basic().empty(401, "WWW-Authenticate", "Bearer realm=\"oauth\"")))
        .containsExactly("Basic realm=\"token\"", "Bearer realm=\"oauth\"");
  }

  @Test
  @Tag("C20")
  @DisplayName("keeps a Digest nonce, which nobody else can make")
  void digest() {
    String challenge = "Digest realm=\"as\", qop=\"auth\", nonce=\"n2\"";
    assertThat(
            Challenge.parseAll(
                    challenges(
                        with("Digest username=\"x\"").empty(401, "WWW-Authenticate", challenge)))
                .challenges())
        .isEqualTo(Challenge.parseAll(List.of(challenge)).challenges());
  }

  @Test
  @Tag("C5")
  @Tag("C4")
  @Tag("C23")
  @DisplayName("repairs what is broken, once")
  void repairs() {
    assertThat(challenges(basic().empty(401, "WWW-Authenticate", "basic realm=My App")))
        .singleElement()
        .asString()
        .startsWith("Basic realm=\"");
    assertThat(challenges(basic().empty(401, "WWW-Authenticate", "Basic")))
        .containsExactly("Basic realm=\"token\"");
    assertThat(challenges(basic().empty(401, "WWW-Authenticate", "Form realm=\"x\"")))
        .containsExactly("Basic realm=\"token\"");
    assertThat(
            challenges(
                basic()
                    .empty(
                        401,
                        "WWW-Authenticate",
                        "Basic realm=\"a\"",
                        "WWW-Authenticate",
                        "BASIC realm=\"a\"")))
        .containsExactly("Basic realm=\"a\"");
  }

  @Test
  @Tag("C18")
  @Tag("H2")
  @DisplayName("says nothing about an error to a client that did not authenticate, nor a secret")
  void noErrorInformation() {
    String challenge = "Bearer realm=\"x\", error=\"invalid_token\", error_description=\"no\"";
    assertThat(challenges(password().empty(401, "WWW-Authenticate", challenge)))
        .containsExactly("Bearer realm=\"x\"");
    assertThat(
            challenges(
                body()
                    .empty(
                        401,
                        "WWW-Authenticate",
                        "Bearer realm=\"x\", error_description=\"bad " + Exchange.SECRET + "\"")))
        .containsExactly("Bearer realm=\"x\"");
  }

  @Test
  @Tag("B7")
  @Tag("C22")
  @DisplayName("without Authorization is the servlet's choice, or the policy's")
  void withoutAuthorization() {
    for (Status401 choice : Status401.values()) {
      AnswerPolicy policy = new AnswerPolicy("r", List.of("Basic", "Bearer"), choice, 200, false);
      FailureClassifier classifier = new FailureClassifier(List.of(), policy);
      int from401 =
          classifier.classify(body().sentError(401, "x")).replacement().orElseThrow().status();
      int from403 =
          classifier
              .classify(body().json(403, "{\"error\":\"invalid_client\"}"))
              .replacement()
              .orElseThrow()
              .status();
      switch (choice) {
        case KEEP -> assertThat(List.of(from401, from403)).containsExactly(401, 400);
        case ALWAYS_400 -> assertThat(List.of(from401, from403)).containsExactly(400, 400);
        case ALWAYS_401 -> assertThat(List.of(from401, from403)).containsExactly(401, 401);
      }
      assertThat(new ChallengePolicy(policy).challengesFor(body().empty(401)))
          .extracting(Challenge::scheme)
          .containsExactly("Basic", "Bearer");
    }
  }

  @Test
  @Tag("B8")
  @Tag("B9")
  @DisplayName("is a must after a failed Authorization, whatever the policy")
  void afterAuthorization() {
    AnswerPolicy policy = new AnswerPolicy("r", List.of("Basic"), Status401.ALWAYS_400, 200, false);
    assertThat(
            new FailureClassifier(List.of(), policy)
                .classify(basic().json(400, "{\"error\":\"invalid_client\"}"))
                .replacement()
                .orElseThrow()
                .status())
        .isEqualTo(401);
  }
}
