package org.tokenerror;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.TokenErrorSettings.Mode;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.AnswerPolicy.Status401;

final class TokenErrorSettingsTest {

  @Test
  @Tag("S10")
  @Tag("S12")
  @DisplayName("S10, S12: has the documented defaults")
  void hasTheDocumentedDefaults() {
    TokenErrorSettings settings = TokenErrorSettings.defaults();
    assertEquals(Mode.ENFORCE, settings.mode());
    assertEquals(List.of(), settings.endpoints());
    assertEquals("token", settings.realm());
    assertEquals(List.of("Basic"), settings.supportedSchemes());
    assertEquals(Status401.KEEP, settings.withoutAuthorization());
    assertEquals(65536, settings.captureLimit());
    assertEquals(200, settings.maxDescriptionLength());
    assertFalse(settings.keepDialectMembers());
    assertTrue(settings.successCacheHeaders());
  }

  @Test
  void answersByDefaultAsTheAnswerPolicyDoes() {
    assertEquals(AnswerPolicy.defaults(), TokenErrorSettings.defaults().answers());
  }

  @Test
  void keepsWhatTheBuilderWasGiven() {
    TokenErrorSettings settings =
        TokenErrorSettings.builder()
            .mode(Mode.OBSERVE)
            .endpoints(List.of("/a", "/b/*"))
            .realm("r")
            .supportedSchemes(List.of("Bearer"))
            .withoutAuthorization(Status401.ALWAYS_401)
            .captureLimit(2048)
            .maxDescriptionLength(50)
            .keepDialectMembers(true)
            .successCacheHeaders(false)
            .build();
    assertEquals(Mode.OBSERVE, settings.mode());
    assertEquals(List.of("/a", "/b/*"), settings.endpoints());
    assertEquals(2048, settings.captureLimit());
    assertFalse(settings.successCacheHeaders());
    assertEquals(
        new AnswerPolicy("r", List.of("Bearer"), Status401.ALWAYS_401, 50, true),
        settings.answers());
  }

  @Test
  void writesSchemesCanonicallyAndOnce() {
    TokenErrorSettings settings =
        TokenErrorSettings.builder()
            .supportedSchemes(List.of("dpop", "BASIC", "basic", "bearer", "negotiate"))
            .build();
    assertEquals(List.of("DPoP", "Basic", "Bearer", "Negotiate"), settings.supportedSchemes());
  }

  @Test
  void cannotBeChangedThroughItsLists() {
    List<String> endpoints = new ArrayList<>(List.of("/a"));
    TokenErrorSettings settings = TokenErrorSettings.builder().endpoints(endpoints).build();
    endpoints.add("/b");
    assertEquals(List.of("/a"), settings.endpoints());
    assertThrows(
        UnsupportedOperationException.class, () -> settings.supportedSchemes().add("Bearer"));
  }

  static Stream<Consumer<TokenErrorSettings.Builder>> limits() {
    return Stream.of(
        b -> b.captureLimit(1024),
        b -> b.captureLimit(16777216),
        b -> b.maxDescriptionLength(40),
        b -> b.maxDescriptionLength(1000),
        b -> b.realm("x"),
        b -> b.realm("x".repeat(120)),
        b -> b.endpoints(List.of("/")),
        b -> b.endpoints(List.of("/*")),
        b -> b.endpoints(List.of("/\u00e9\u4e2d")));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void acceptsLimits(Consumer<TokenErrorSettings.Builder> option) {
    TokenErrorSettings.Builder builder = TokenErrorSettings.builder();
    option.accept(builder);
    assertDoesNotThrow(builder::build);
  }

  static Stream<Arguments> illegal() {
    return Stream.of(
        illegal("capture-limit", "1023", b -> b.captureLimit(1023)),
        illegal("capture-limit", "16777217", b -> b.captureLimit(16777217)),
        illegal("capture-limit", "-1", b -> b.captureLimit(-1)),
        illegal("max-description-length", "39", b -> b.maxDescriptionLength(39)),
        illegal("max-description-length", "1001", b -> b.maxDescriptionLength(1001)),
        illegal("realm", "\"\"", b -> b.realm("")),
        illegal("realm", "\"  \"", b -> b.realm("  ")),
        illegal("realm", "a\\\"b", b -> b.realm("a\"b")),
        illegal("realm", "a\\\\b", b -> b.realm("a\\b")),
        illegal("realm", "a\\r\\nX: y", b -> b.realm("a\r\nX: y")),
        illegal("realm", "\u00e9", b -> b.realm("\u00e9")),
        illegal("realm", "xxx", b -> b.realm("x".repeat(121))),
        illegal("supported-schemes", "every 401", b -> b.supportedSchemes(List.of())),
        illegal("supported-schemes", "Digest", b -> b.supportedSchemes(List.of("Digest"))),
        illegal("supported-schemes", "Bsic", b -> b.supportedSchemes(List.of("Basic", "Bsic"))),
        illegal("endpoints", "token", b -> b.endpoints(List.of("/ok", "token"))));
  }

  private static Arguments illegal(
      String key, String shown, Consumer<TokenErrorSettings.Builder> option) {
    return Arguments.of(key, shown, option);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("illegal")
  @Tag("S11")
  void namesOptionValueAndWhatIsAllowed(
      String key, String shown, Consumer<TokenErrorSettings.Builder> option) {
    TokenErrorSettings.Builder builder = TokenErrorSettings.builder();
    option.accept(builder);
    String message = assertThrows(IllegalArgumentException.class, builder::build).getMessage();
    String allowed = Setting.ofKey(key).orElseThrow().allowed();
    assertTrue(message.startsWith(key + " must be " + allowed + ", but is \""), message);
    assertTrue(message.contains(shown), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "token",
        "*.do",
        "https://as.example/token",
        "/token/",
        "//",
        "//token",
        "/a//b",
        "/**",
        "/**/token",
        "/to*n",
        "/realms/{realm}/token",
        "/token?x=1",
        "/token#x",
        "/to%6Ben",
        "/token;v=1",
        "revoke:/x",
        "revocation:",
        "revocation:x",
        "revocation:/x/",
        "conventional",
        "/a,/b",
        "/a b",
        "/a\\b",
        "/a\n",
        "/a/../token",
        "/./token",
        "/a\u200bb",
        "/a\u00a0b",
        "/a\u0000"
      })
  @Tag("S11")
  void rejectsEndpointsThatCanNeverMatch(String pattern) {
    TokenErrorSettings.Builder builder = TokenErrorSettings.builder().endpoints(List.of(pattern));
    String message = assertThrows(IllegalArgumentException.class, builder::build).getMessage();
    assertTrue(message.startsWith("endpoints must be "), message);
    assertTrue(message.contains("but is " + Printable.quoted(pattern) + ": "), message);
  }

  @Test
  void namesTheRemedyForTemplateVariables() {
    TokenErrorSettings.Builder builder =
        TokenErrorSettings.builder().endpoints(List.of("/realms/{realm}/token"));
    String message = assertThrows(IllegalArgumentException.class, builder::build).getMessage();
    assertTrue(message.endsWith("write * instead of a {variable}"), message);
  }
}
