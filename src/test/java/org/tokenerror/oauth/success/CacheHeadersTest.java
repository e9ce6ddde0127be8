package org.tokenerror.oauth.success;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.http.Headers;

@Tag("E1")
@Tag("E3")
class CacheHeadersTest {

  @Test
  void addsWhatIsMissing() {
    assertThat(CacheHeaders.missingFrom(Headers.empty()))
        .isEqualTo(Headers.of("Cache-Control", "no-store", "Pragma", "no-cache"));
    assertThat(CacheHeaders.missingFrom(Headers.of("Cache-Control", "private, max-age=0")))
        .isEqualTo(Headers.of("Cache-Control", "no-store", "Pragma", "no-cache"));
  }

  @Test
  void addsNothingTwice() {
    assertThat(
            CacheHeaders.missingFrom(
                Headers.of("cache-control", "private, No-Store", "PRAGMA", "no-cache")))
        .isEqualTo(Headers.empty());
  }
}
