package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {

  @Test
  @Tag("C5")
  void quotesTheRealm() {
    assertThat(Challenge.of("Basic").with("realm", "token").toHeaderValue())
        .isEqualTo("Basic realm=\"token\"");
  }

  @Test
  @Tag("C6")
  void escapesQuotesAndBackslashes() {
    assertThat(Challenge.of("Basic").with("realm", "a\"b\\c").toHeaderValue())
        .isEqualTo("Basic realm=\"a\\\"b\\\\c\"");
  }

  @Test
  @Tag("C7")
  void cannotSplitTheResponse() {
    assertThat(
            Challenge.of("Basic").with("realm", "a\r\nSet-Cookie: x=y\u0000\u0007").toHeaderValue())
        .isEqualTo("Basic realm=\"a Set-Cookie: x=y\"");
  }

  @Test
  @Tag("C8")
  void foldsWhatIsNotAscii() {
    assertThat(Challenge.of("Basic").with("realm", "Größe \u4e2d\u201cx\u201d").toHeaderValue())
        .isEqualTo("Basic realm=\"Grosse ?'x'\"");
  }

  @Test
  @Tag("C3")
  @Tag("C23")
  void spellsRegisteredSchemesAsTheRegistryDoes() {
    assertThat(Challenge.of("dpop").scheme()).isEqualTo("DPoP");
    assertThat(Challenge.of("DPOP").hasScheme("dPoP")).isTrue();
    assertThat(Challenge.of("newAuth").scheme()).isEqualTo("newAuth");
  }

  @Test
  @Tag("C11")
  @Tag("C14")
  void writesAnEmptyRealmWhereTheSchemeNeedsOne() {
    assertThat(Challenge.of("Basic").toHeaderValue()).isEqualTo("Basic realm=\"\"");
    assertThat(Challenge.of("Basic").with("charset", "UTF-8").toHeaderValue())
        .isEqualTo("Basic realm=\"\", charset=\"UTF-8\"");
    assertThat(Challenge.of("Bearer").toHeaderValue()).isEqualTo("Bearer realm=\"\"");
    assertThat(Challenge.of("Negotiate").toHeaderValue()).isEqualTo("Negotiate");
  }

  @Test
  @Tag("C12")
  void dropsACharsetThatBasicDoesNotKnow() {
    assertThat(Challenge.of("Basic").with("realm", "x").with("charset", "latin1").toHeaderValue())
        .isEqualTo("Basic realm=\"x\"");
  }

  @Test
  @Tag("C16")
  @Tag("C17")
  void keepsToTheCharactersOfBearer() {
    assertThat(
            Challenge.of("Bearer")
                .with("error", "invalid_token")
                .with("error_description", "the \"x\\y\"")
                .with("error_uri", "/relative")
                .toHeaderValue())
        .isEqualTo("Bearer error=\"invalid_token\", error_description=\"the 'x/y'\"");
  }

  @Test
  @Tag("C20")
  void leavesTheParametersOfDigestAsItsRfcSpellsThem() {
    String value =
        "Digest realm=\"as\", qop=\"auth\", algorithm=SHA-256, nonce=\"n=\", stale=true,"
            + " charset=UTF-8";

    assertThat(Challenge.parseAll(List.of(value)).challenges().get(0).toHeaderValue())
        .isEqualTo(value);
  }

  @Test
  void replacesAParameterInItsPlace() {
    Challenge challenge =
        Challenge.of("Basic").with("realm", "a").with("x", "y").with("Realm", "b");

    assertThat(challenge.toHeaderValue()).isEqualTo("Basic realm=\"b\", x=\"y\"");
    assertThat(challenge.parameter("REALM")).contains("b");
    assertThat(challenge.parameter("z")).isEmpty();
  }

  @Test
  void replacesATokenByParameters() {
    Challenge challenge = new Challenge("Negotiate", Optional.of("abc=="), Map.of());

    assertThat(challenge.toHeaderValue()).isEqualTo("Negotiate abc==");
    assertThat(challenge.with("realm", "x").toHeaderValue()).isEqualTo("Negotiate realm=\"x\"");
  }

  @Test
  @Tag("C11")
  void doesNotWriteATokenForASchemeThatHasNone() {
    assertThat(new Challenge("Basic", Optional.of("abc"), Map.of()).toHeaderValue())
        .isEqualTo("Basic realm=\"\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a,", "Basic\r\n", "b\u00e4sic", "a=b"})
  void refusesSchemesAndNamesThatAreNoTokens(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Challenge.of(text));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Challenge.of("Basic").with(text, "value"));
  }

  @Test
  void refusesATokenThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Challenge("X", Optional.of("a b"), Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Challenge("X", Optional.of("=="), Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Challenge("X", Optional.of("a"), Map.of("b", "c")));
  }

  @Test
  @Tag("H2")
  void showsNoValues() {
    Challenge challenge = Challenge.of("Digest").with("nonce", "s3cret");

    assertThat(challenge).hasToString("Digest[nonce]");
    assertThat(new ParsedChallenges(List.of(challenge), true).toString()).doesNotContain("s3cret");
  }

  @Test
  void cannotBeChangedThroughItsParameters() {
    assertThat(Challenge.of("Basic").with("a", "b").parameters()).isUnmodifiable();
  }
}
