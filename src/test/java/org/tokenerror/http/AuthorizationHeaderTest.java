package org.tokenerror.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationHeaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Basic abc=          | Basic   | abc=",
        "bASIC abc=          | Basic   | abc=",
        "`  basic\t abc=  `  | Basic   | abc=",
        "dpop a.b.c          | DPoP    | a.b.c",
        "Digest a=\"b\", c=d | Digest  | a=\"b\", c=d",
        "Basic               | Basic   | ``",
        "`Basic `            | Basic   | ``",
        "Form x              | Form    | x",
      })
  @Tag("C3")
  @Tag("B17")
  void splitsSchemeAndCredentials(String value, String scheme, String credentials) {
    assertThat(AuthorizationHeader.parse(value))
        .contains(new AuthorizationHeader(scheme, credentials));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\"Basic\" x", "Basic:abc", "Basic,abc", "a/b=", "\u00e4 b"})
  void isEmptyWithoutAScheme(String value) {
    assertThat(AuthorizationHeader.parse(value)).isEmpty();
  }

  @Test
  @Tag("H2")
  void showsNeitherCredentialsNorASecretInThePlaceOfTheScheme() {
    assertThat(AuthorizationHeader.parse("Basic s3cret").orElseThrow()).hasToString("Basic ...");
    assertThat(AuthorizationHeader.parse("s3cret").orElseThrow())
        .hasToString("unregistered scheme ...");
  }

  @Test
  void neverThrows() {
    Cases.run(
        5_000,
        random -> assertThat(AuthorizationHeader.parse(Cases.hostileText(random))).isNotNull());
  }
}
