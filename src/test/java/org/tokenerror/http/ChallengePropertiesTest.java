package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChallengePropertiesTest {

  private static final String[] SCHEMES = {
    "Basic", "Bearer", "Digest", "DPoP", "Negotiate", "OAuth", "vapid", "Newauth", "x!#$"
  };
  private static final String[] NAMES = {
    "realm",
    "error",
    "error_description",
    "error_uri",
    "scope",
    "charset",
    "nonce",
    "algorithm",
    "stale",
    "qop",
    "title",
    "x-y.z"
  };

  @Test
  void neverThrowsAndKeepsItsPromiseOnHostileFields() {
    Cases.run(
        20_000,
        random -> {
          List<String> fields = new ArrayList<>();
          for (int i = random.nextInt(3); i >= 0; i--) {
            fields.add(Cases.hostileText(random));
          }
          ParsedChallenges parsed = Challenge.parseAll(fields);
          if (parsed.strict()) {
            List<String> written =
                parsed.challenges().stream().map(Challenge::toHeaderValue).toList();
            assertThat(Challenge.parseAll(written)).isEqualTo(parsed);
          }
        });
  }

  @Test
  @Tag("C2")
  @Tag("C6")
  void readsBackEveryLegalChallengeItWrote() {
    Cases.run(
        10_000,
        random -> {
          Challenge challenge = legal(random);
          ParsedChallenges parsed = Challenge.parseAll(List.of(challenge.toHeaderValue()));

          assertThat(parsed.challenges()).containsExactly(challenge);
          assertThat(parsed.strict()).as(challenge.toHeaderValue()).isTrue();
        });
  }

  @Test
  @Tag("C9")
  void readsBackSeveralChallengesInOneFieldAndInSeveral() {
    Cases.run(
        3_000,
        random -> {
          List<Challenge> challenges = List.of(legal(random), legal(random), legal(random));
          List<String> values = challenges.stream().map(Challenge::toHeaderValue).toList();

          assertThat(Challenge.parseAll(values)).isEqualTo(new ParsedChallenges(challenges, true));
          assertThat(Challenge.parseAll(List.of(String.join(", ", values))))
              .isEqualTo(new ParsedChallenges(challenges, true));
        });
  }

  @Test
  @Tag("C5")
  @Tag("C7")
  @Tag("C8")
  @Tag("C11")
  @Tag("C14")
  @Tag("C16")
  @Tag("C17")
  void writesLegallyWhateverTheValuesAre() {
    Cases.run(
        10_000,
        random -> {
          Map<String, String> parameters = new LinkedHashMap<>();
          for (int i = random.nextInt(5); i > 0; i--) {
            parameters.put(Cases.oneOf(random, NAMES), Cases.hostileText(random));
          }
          String value =
              new Challenge(Cases.oneOf(random, SCHEMES), Optional.empty(), parameters)
                  .toHeaderValue();

          assertThat(value.chars()).allMatch(c -> c >= ' ' && c < 0x7f);
          ParsedChallenges parsed = Challenge.parseAll(List.of(value));
          assertThat(parsed.strict()).as(value).isTrue();
          assertThat(parsed.challenges()).hasSize(1);
          assertThat(parsed.challenges().get(0).toHeaderValue()).isEqualTo(value);
        });
  }

  @Test
  @Tag("S12")
  void takesTimeLinearInItsInput() {
    Cases.run(
        60,
        random ->
            assertThat(Challenge.parseAll(List.of(Cases.longText(random))).challenges())
                .isNotNull());
  }

  @Test
  @Tag("S12")
  void doesNotLookForATokenAgainAndAgain() {
    String field = "Basic " + "Basic/".repeat(200_000) + "\"";

    assertThat(Challenge.parseAll(List.of(field)).challenges()).hasSizeGreaterThan(1);
  }

  private static Challenge legal(Random random) {
    String scheme = Cases.oneOf(random, SCHEMES);
    boolean parametersOnly = List.of("Basic", "Bearer", "Digest", "DPoP").contains(scheme);
    if (!parametersOnly && random.nextBoolean()) {
      String padding = "=".repeat(random.nextInt(3));
      return new Challenge(scheme, Optional.of("aZ0-._~+/" + padding), Map.of());
    }
    Challenge challenge = Challenge.of(scheme).with("realm", Cases.text(random, ' ', 0x7f));
    boolean restricted = scheme.equals("Bearer") || scheme.equals("DPoP");
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = Cases.oneOf(random, NAMES);
      challenge = challenge.with(name, legalValue(random, name, restricted));
    }
    return challenge;
  }

  private static String legalValue(Random random, String name, boolean restricted) {
    if (name.equals("charset")) {
      return "UTF-8";
    }
    if (name.equals("error_uri")) {
      return "https://as.example.com/" + random.nextInt(100);
    }
    String value = Cases.text(random, ' ', 0x7f);
    return restricted ? value.replace('"', '!').replace('\\', '!') : value;
  }
}
