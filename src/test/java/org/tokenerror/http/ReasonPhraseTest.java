package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonPhraseTest {
  @Test
  void knowsTheWordsOfAStatus() {
    assertThat(ReasonPhrase.isOf(410, "Gone")).isTrue();
    assertThat(ReasonPhrase.isOf(415, " unsupported media type ")).isTrue();
  }

  @Test
  void takesNothingElseForThem() {
    assertThat(ReasonPhrase.isOf(400, "Unauthorized")).isFalse();
    assertThat(ReasonPhrase.isOf(401, "Unauthorized grant type")).isFalse();
    assertThat(ReasonPhrase.isOf(299, "Gone")).isFalse();
    assertThat(ReasonPhrase.isOf(410, "")).isFalse();
  }
}
