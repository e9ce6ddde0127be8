package org.tokenerror.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.signs.UnsafeText;

@DisplayName("an OAuth error")
class OAuthErrorTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a\"b", "a\\b", "a\nb", "caf\u00E9", "a\u007F"})
  @Tag("A2")
  @Tag("A3")
  @Tag("A6")
  @Tag("A7")
  void cannotHoldIllegalCharacters(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> OAuthError.of(text));
    assertThatIllegalArgumentException().isThrownBy(() -> OAuthError.of("x").withDescription(text));
    assertThatIllegalArgumentException().isThrownBy(() -> OAuthError.of("x").withUri(text));
  }

  @Test
  @Tag("A9")
  @Tag("A10")
  void holdsAUriReferenceWithoutBlanks() {
    assertThat(OAuthError.of("x").withUri("/errors#1").uri()).hasValue("/errors#1");
    assertThatIllegalArgumentException().isThrownBy(() -> OAuthError.of("x").withUri("a b"));
    assertThatIllegalArgumentException().isThrownBy(() -> OAuthError.of("x").withUri("http://["));
  }

  @Test
  @Tag("H1")
  void ofEveryCodeHasASentenceThatIsSafe() {
    UnsafeText unsafe = new UnsafeText(Exchange.basic().facts());
    assertThat(Stream.of(OAuthErrorCode.values()).map(OAuthError::of))
        .allSatisfy(
            error -> {
              assertThat(OAuthErrorCode.ofWireName(error.code())).isPresent();
              assertThat(unsafe.isUnsafe(error.description().orElseThrow())).isFalse();
              assertThat(error.description().orElseThrow()).hasSizeLessThan(110);
            });
  }

  @Test
  void ofNoCodeIsUnknown() {
    assertThat(OAuthErrorCode.ofWireName("INVALID_GRANT")).isEmpty();
  }
}
