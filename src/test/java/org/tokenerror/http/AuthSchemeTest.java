package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C3")
@Tag("C23")
class AuthSchemeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Bearer",
        "Concealed",
        "Digest",
        "DPoP",
        "GNAP",
        "HOBA",
        "Mutual",
        "Negotiate",
        "OAuth",
        "PrivateToken",
        "SCRAM-SHA-1",
        "SCRAM-SHA-256",
        "vapid"
      })
  void spellsRegisteredSchemes(String scheme) {
    assertThat(AuthScheme.canonical(scheme.toLowerCase(Locale.ROOT))).isEqualTo(scheme);
    assertThat(AuthScheme.canonical(scheme.toUpperCase(Locale.ROOT))).isEqualTo(scheme);
    assertThat(AuthScheme.isRegistered(scheme.toUpperCase(Locale.ROOT))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Form", "xBasic", "", "Basic ", "bas\u0131c"})
  void leavesOthersAlone(String scheme) {
    assertThat(AuthScheme.canonical(scheme)).isEqualTo(scheme);
    assertThat(AuthScheme.isRegistered(scheme)).isFalse();
  }
}
