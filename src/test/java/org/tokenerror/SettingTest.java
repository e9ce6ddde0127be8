package org.tokenerror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenerror.TokenErrorSettings.Mode;
import org.tokenerror.oauth.AnswerPolicy.Status401;

final class SettingTest {

  @Test
  void listsEveryOptionOfTheSettingsInOrder() {
    List<String> components =
        Arrays.stream(TokenErrorSettings.class.getRecordComponents())
            .map(RecordComponent::getName)
            .map(SettingTest::kebab)
            .toList();
    assertEquals(components, Arrays.stream(Setting.values()).map(Setting::key).toList());
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @EnumSource
  void documentsTheDefaultThatTheBuilderHas(Setting setting) {
    TokenErrorSettings.Builder builder = TokenErrorSettings.builder();
    setting.read(setting.defaultText(), builder);
    assertEquals(TokenErrorSettings.defaults(), builder.build());
  }

  @ParameterizedTest
  @EnumSource
  void isDescribed(Setting setting) {
    assertFalse(setting.allowed().isBlank());
    assertTrue(setting.meaning().endsWith("."), setting.meaning());
  }

  @ParameterizedTest
  @CsvSource({"observe,OBSERVE", "OFF,OFF", "' Enforce ',ENFORCE"})
  @Tag("S10")
  void readsModesInAnyCase(String text, Mode mode) {
    assertEquals(mode, read(Setting.MODE, text).mode());
  }

  @ParameterizedTest
  @CsvSource({"observe,OBSERVE", "OFF,OFF", "enforce,ENFORCE"})
  @Tag("S10")
  void readsWhatHappensToRequests(String text, Mode mode) {
    assertEquals(mode, read(Setting.REQUEST_CHECKS, text).requestChecks());
  }

  @Test
  @Tag("S10")
  void readsWhoIsOnlyObserved() {
    assertEquals(
        List.of("s6BhdRkqt3", "b"),
        read(Setting.OBSERVE_CLIENTS, "s6BhdRkqt3, b").observeClients());
    assertEquals(
        List.of("/a", "/r/*/b"), read(Setting.OBSERVE_ENDPOINTS, "/a /r/*/b").observeEndpoints());
  }

  @Test
  @Tag("S9")
  void readsEndpointsOfOtherKinds() {
    assertEquals(
        List.of("/a", "revocation:/b", "registration:conventional"),
        read(Setting.ENDPOINTS, "/a, revocation:/b, registration:conventional").endpoints());
  }

  @ParameterizedTest
  @CsvSource({"keep,KEEP", "KEEP,KEEP", "400,ALWAYS_400", "401,ALWAYS_401"})
  void readsTheStatusWithoutAuthorization(String text, Status401 status) {
    assertEquals(status, read(Setting.WITHOUT_AUTHORIZATION, text).withoutAuthorization());
  }

  @ParameterizedTest
  @CsvSource({"'/a,/b'", "' /a , /b '", "'/a /b'", "'\n  /a\n  /b,\n'", "'/a,,/b'", "'/a,/b,/a'"})
  void readsListsWithCommasAndWhiteSpace(String text) {
    assertEquals(List.of("/a", "/b"), read(Setting.ENDPOINTS, text).endpoints());
  }

  @Test
  void readsAnEmptyListAsTheConventionalEndpoints() {
    assertEquals(List.of(), read(Setting.ENDPOINTS, " ").endpoints());
  }

  @ParameterizedTest
  @CsvSource({
    "mode,on",
    "mode,''",
    "mode,'enforce,observe'",
    "without-authorization,403",
    "without-authorization,ALWAYS_400",
    "without-authorization,''",
    "capture-limit,64k",
    "capture-limit,''",
    "capture-limit,1e5",
    "capture-limit,99999999999",
    "capture-limit,0x1000",
    "capture-limit,65536.0",
    "max-description-length,long",
    "keep-dialect-members,yes",
    "keep-dialect-members,''",
    "success-cache-headers,1",
    "request-checks,on",
    "request-checks,''",
    "realm,''",
    "supported-schemes,''"
  })
  @Tag("S11")
  void rejectsTextOfTheWrongForm(String key, String text) {
    Setting setting = Setting.ofKey(key).orElseThrow();
    String message =
        assertThrows(IllegalArgumentException.class, () -> read(setting, text)).getMessage();
    assertEquals(key + " must be " + setting.allowed() + ", but is \"" + text + "\"", message);
  }

  @Test
  void knowsKeysInTheirOneSpellingOnly() {
    assertEquals(Optional.of(Setting.CAPTURE_LIMIT), Setting.ofKey("capture-limit"));
    assertEquals(Optional.empty(), Setting.ofKey("captureLimit"));
    assertEquals(Optional.empty(), Setting.ofKey("CAPTURE_LIMIT"));
    assertEquals(Optional.empty(), Setting.ofKey("Mode"));
  }

  private static TokenErrorSettings read(Setting setting, String text) {
    TokenErrorSettings.Builder builder = TokenErrorSettings.builder();
    setting.read(text, builder);
    return builder.build();
  }
}
