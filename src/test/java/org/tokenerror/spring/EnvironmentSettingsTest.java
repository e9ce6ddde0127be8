package org.tokenerror.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

final class EnvironmentSettingsTest {
  private final StandardEnvironment environment = new StandardEnvironment();

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(EnvironmentSettings.of(environment)).isEmpty();
  }

  @Test
  void readsEverySpellingThatSpringBootAccepts() {
    file(
        "file",
        Map.of(
            "token-error-filter.captureLimit",
            2048,
            "token-error-filter.max_description_length",
            "80",
            "tokenErrorFilter.keep-dialect-members",
            true));
    variables(
        Map.of(
            "TOKENERRORFILTER_SUCCESSCACHEHEADERS", "false", "TOKEN_ERROR_FILTER_REALM", "shop"));
    assertThat(EnvironmentSettings.of(environment))
        .isEqualTo(
            Map.of(
                "token-error-filter.capture-limit", "2048",
                "token-error-filter.max-description-length", "80",
                "token-error-filter.keep-dialect-members", "true",
                "token-error-filter.success-cache-headers", "false",
                "token-error-filter.realm", "shop"));
  }

  @Test
  void readsListsInOnePieceAndItemByItem() {
    file(
        "file",
        Map.of(
            "token-error-filter.endpoints[0]", "/a",
            "token-error-filter.endpoints[1]", "/b/*/token",
            "token-error-filter.observe-clients", "one two"));
    assertThat(EnvironmentSettings.of(environment))
        .isEqualTo(
            Map.of(
                "token-error-filter.endpoints", "/a,/b/*/token",
                "token-error-filter.observe-clients", "one two"));
  }

  @Test
  void takesTheValueThatSpringWouldTake() {
    file("second", Map.of("token-error-filter.mode", "enforce", "token-error-filter.realm", "x"));
    file(
        "first",
        Map.of("token-error-filter.MODE", "observe", "shop", "${token-error-filter.realm}"));
    assertThat(EnvironmentSettings.of(environment))
        .containsEntry("token-error-filter.mode", "observe")
        .containsEntry("token-error-filter.realm", "x");
  }

  @Test
  void understandsTheWordOffOfYaml() {
    file(
        "file",
        Map.of("token-error-filter.mode", false, "token-error-filter.request-checks", false));
    assertThat(EnvironmentSettings.of(environment))
        .isEqualTo(
            Map.of("token-error-filter.mode", "off", "token-error-filter.request-checks", "off"));
  }

  @Test
  void passesOnWhatIsNoSetting() {
    file(
        "file",
        Map.of(
            "token-error-filter.moed", "observe",
            "token-error-filter.retry.count", 3,
            "token-error-filtering.mode", "off"));
    assertThat(EnvironmentSettings.of(environment))
        .isEqualTo(Map.of("token-error-filter.moed", "observe", "token-error-filter.retry", ""));
  }

  private void file(String name, Map<String, Object> properties) {
    environment.getPropertySources().addFirst(new MapPropertySource(name, properties));
  }

  private void variables(Map<String, Object> variables) {
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
  }
}
