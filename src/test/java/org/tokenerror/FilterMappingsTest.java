package org.tokenerror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterMappingsTest {

  @ParameterizedTest
  @CsvSource({
    "/token, /token, true",
    "/token, /token/x, false",
    "/*, /a/token, true",
    "/oauth2/*, /oauth2/token, true",
    "/oauth2/*, /oauth2, true",
    "/oauth2/*, /oauth25/token, false",
    "*.do, /token.do, true",
    "*.do, /token, false"
  })
  void followsTheServletSpecification(String pattern, String path, boolean covered) {
    assertThat(new FilterMappings(List.of(pattern)).cover(path)).isEqualTo(covered);
  }

  @Test
  void coversEverythingWhenNothingIsKnown() {
    assertThat(new FilterMappings(List.of()).cover("/token")).isTrue();
  }
}
