package org.tokenerror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.TokenErrorSettings.Mode;

@Tag("S11")
final class SettingsReaderTest {
  private final FakeDeployment deployment = new FakeDeployment();
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  @Test
  void readsNothingAsDefaults() throws ServletException {
    LoadedSettings loaded = load();
    assertEquals(TokenErrorSettings.defaults(), loaded.settings());
    assertEquals("all at their defaults", loaded.origin());
  }

  @Test
  void letsEachSourceWinOverThoseBefore() throws ServletException {
    deployment.initParam("capture-limit", "2001");
    assertEquals(2001, load().settings().captureLimit());
    deployment.contextParam("token-error-filter.capture-limit", "2002");
    assertEquals(2002, load().settings().captureLimit());
    deployment.file("capture-limit=2003");
    assertEquals(2003, load().settings().captureLimit());
    properties.put("token-error-filter.capture-limit", "2004");
    assertEquals(2004, load().settings().captureLimit());
    environment.put("TOKEN_ERROR_FILTER_CAPTURE_LIMIT", "2005");
    LoadedSettings loaded = load();
    assertEquals(2005, loaded.settings().captureLimit());
    assertEquals(
        "capture-limit from environment variable \"TOKEN_ERROR_FILTER_CAPTURE_LIMIT\"",
        loaded.origin());
  }

  @Test
  void letsWhatAFrameworkHasReadWinOverVariables() {
    environment.put("TOKEN_ERROR_FILTER_CAPTURE_LIMIT", "2005");
    environment.put("TOKEN_ERROR_FILTER_REALM", "variable");
    LoadedSettings loaded = loadProperties(Map.of("token-error-filter.capture-limit", "2006"));
    assertEquals(2006, loaded.settings().captureLimit());
    assertEquals(
        List.of(
            "realm from environment variable \"TOKEN_ERROR_FILTER_REALM\"",
            "capture-limit from property \"token-error-filter.capture-limit\""),
        loaded.origins());
  }

  @Test
  void reportsEverythingThatIsWrongWithWhatAFrameworkHasRead() {
    environment.put("TOKEN_ERROR_FILTER_MOED", "observe");
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    loadProperties(
                        Map.of(
                            "token-error-filter.mode", "enforcing",
                            "token-error-filter.realms", "x")))
            .getMessage();
    assertTrue(
        message.contains(
            "mode must be enforce, observe or off, but is \"enforcing\""
                + " (property \"token-error-filter.mode\")"),
        message);
    assertTrue(message.contains("did you mean \"token-error-filter.realm\"?"), message);
    assertTrue(message.contains("did you mean \"TOKEN_ERROR_FILTER_MODE\"?"), message);
  }

  @Test
  void mixesSources() throws ServletException {
    deployment
        .initParam("mode", "observe")
        .contextParam("token-error-filter.endpoints", "/a, /realms/*/token")
        .file("realm = My r\\u0065alm\nkeep-dialect-members: true");
    properties.put("token-error-filter.supported-schemes", "bearer basic");
    environment.put("TOKEN_ERROR_FILTER_WITHOUT_AUTHORIZATION", "401");
    LoadedSettings loaded = load();
    TokenErrorSettings settings = loaded.settings();
    assertEquals(Mode.OBSERVE, settings.mode());
    assertEquals(List.of("/a", "/realms/*/token"), settings.endpoints());
    assertEquals("My realm", settings.realm());
    assertTrue(settings.keepDialectMembers());
    assertEquals(List.of("Bearer", "Basic"), settings.supportedSchemes());
    assertEquals(
        List.of(
            "mode from filter init-param \"mode\"",
            "endpoints from context-param \"token-error-filter.endpoints\"",
            "realm from WEB-INF/token-error-filter.properties \"realm\"",
            "supported-schemes from system property \"token-error-filter.supported-schemes\"",
            "without-authorization from environment variable"
                + " \"TOKEN_ERROR_FILTER_WITHOUT_AUTHORIZATION\"",
            "keep-dialect-members from WEB-INF/token-error-filter.properties"
                + " \"keep-dialect-members\""),
        loaded.origins());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void readsEveryKeyFromEverySource(Setting setting) throws ServletException {
    String value = setting.defaultText();
    deployment
        .initParam(setting.key(), value)
        .contextParam("token-error-filter." + setting.key(), value)
        .file(setting.key() + "=" + value);
    properties.put(SettingsSource.SYSTEM_PROPERTY.nameOf(setting.key()), value);
    environment.put(SettingsSource.ENVIRONMENT.nameOf(setting.key()), value);
    assertEquals(TokenErrorSettings.defaults(), load().settings());
  }

  static Stream<Setting> settings() {
    return Stream.of(Setting.values());
  }

  @Test
  void leavesNamesOfOthersAlone() throws ServletException {
    deployment
        .contextParam("mode", "quick")
        .contextParam("token-error", "x")
        .contextParam("other.token-error-filter.mode", "x");
    properties.put("mode", "x");
    properties.put("token-error-filter", "x");
    environment.put("MODE", "x");
    environment.put("TOKEN_ERROR_FILTER", "x");
    environment.put("MY_TOKEN_ERROR_FILTER_MODE", "x");
    assertEquals(TokenErrorSettings.defaults(), load().settings());
  }

  @Test
  void leavesServiceLinksOfKubernetesAlone() throws ServletException {
    environment.put("TOKEN_ERROR_FILTER_PORT", "tcp://10.0.0.1:80");
    environment.put("TOKEN_ERROR_FILTER_PORT_80_TCP_ADDR", "10.0.0.1");
    environment.put("TOKEN_ERROR_FILTER_SERVICE_HOST", "10.0.0.1");
    environment.put("TOKEN_ERROR_FILTER_SERVICE_PORT", "80");
    environment.put("TOKEN_ERROR_FILTER_SERVICE_PORT_HTTP", "80");
    assertEquals(TokenErrorSettings.defaults(), load().settings());
  }

  @Test
  void takesEmptyEnvironmentVariablesForNone() throws ServletException {
    deployment.initParam("mode", "observe");
    environment.put("TOKEN_ERROR_FILTER_MODE", "");
    environment.put("TOKEN_ERROR_FILTER_ENDPOINTS", " ");
    assertEquals(Mode.OBSERVE, load().settings().mode());
  }

  @Test
  void letsAnEmptyListRestoreTheConventionalEndpoints() throws ServletException {
    deployment.initParam("endpoints", "/a").file("endpoints=");
    assertEquals(List.of(), load().settings().endpoints());
  }

  @Test
  void ignoresTheCaseOfPrefixesAndVariables() throws ServletException {
    deployment.contextParam("Token-Error-Filter.mode", "observe");
    environment.put("Token_Error_Filter_Realm", "r");
    assertEquals(Mode.OBSERVE, load().settings().mode());
    assertEquals("r", load().settings().realm());
  }

  @ParameterizedTest
  @CsvSource({
    "mdoe,mode",
    "Mode,mode",
    "captureLimit,capture-limit",
    "capture_limit,capture-limit",
    "endpoint,endpoints",
    "token-error-filter.realm,realm",
    "supported-scheme,supported-schemes",
    "max-desciption-lenght,max-description-length"
  })
  void suggestsTheKeyThatWasMeant(String written, String meant) {
    deployment.initParam(written, "x");
    assertEquals(
        List.of(
            "token-error-filter is misconfigured:",
            " - unknown key \""
                + written
                + "\" with value \"x\" (filter init-param \""
                + written
                + "\"), did you mean \""
                + meant
                + "\"?",
            "The keys are mode, endpoints, realm, supported-schemes, without-authorization,"
                + " capture-limit, max-description-length, keep-dialect-members,"
                + " success-cache-headers, request-checks, container-refusals, observe-clients, observe-endpoints, dialects"),
        failure().lines().toList());
  }

  @Test
  void suggestsNothingFarFetched() {
    deployment.initParam("encoding", "UTF-8");
    assertFalse(failure().contains("did you mean"), failure());
  }

  @Test
  void suggestsNamesAsTheSourceSpellsThem() {
    deployment.contextParam("token-error-filter.capturelimit", "1");
    deployment.file("capturelimit=1");
    properties.put("token-error-filter.Mode", "off");
    environment.put("TOKEN_ERROR_FILTER_CAPTURELIMIT", "1");
    String message = failure();
    assertTrue(
        message.contains(
            "(context-param \"token-error-filter.capturelimit\"), did you mean"
                + " \"token-error-filter.capture-limit\"?"),
        message);
    assertTrue(
        message.contains(
            "(WEB-INF/token-error-filter.properties \"capturelimit\"), did you mean"
                + " \"capture-limit\"?"),
        message);
    assertTrue(
        message.contains(
            "(system property \"token-error-filter.Mode\"), did you mean"
                + " \"token-error-filter.mode\"?"),
        message);
    assertTrue(
        message.contains(
            "(environment variable \"TOKEN_ERROR_FILTER_CAPTURELIMIT\"), did you mean"
                + " \"TOKEN_ERROR_FILTER_CAPTURE_LIMIT\"?"),
        message);
  }

  @Test
  @DisplayName("S11: reports all problems at once, of overridden values too")
  void reportsAllProblemsAtOnce() {
    deployment
        .initParam("mode", "on")
        .contextParam("token-error-filter.captur-limit", "5")
        .file("capture-limit=5\nendpoints=/ok, token\n");
    properties.put("token-error-filter.realm", "\u001b[31m");
    environment.put("TOKEN_ERROR_FILTER_MODE", "observe");
    environment.put("TOKEN_ERROR_FILTER_SUPPORTED_SCHEMES", "Digest");
    List<String> lines = failure().lines().toList();
    assertEquals(8, lines.size(), lines::toString);
    assertEquals(
        " - mode must be enforce, observe or off, but is \"on\" (filter init-param \"mode\")",
        lines.get(1));
    assertTrue(lines.get(2).startsWith(" - unknown key \"captur-limit\""), lines.get(2));
    assertEquals(
        " - capture-limit must be a whole number of bytes from 1024 to 16777216, but is \"5\""
            + " (WEB-INF/token-error-filter.properties \"capture-limit\")",
        lines.get(3));
    assertTrue(lines.get(4).contains("but is \"token\": it does not start"), lines.get(4));
    assertTrue(lines.get(5).contains("but is \"\\u001b[31m\" (system property"), lines.get(5));
    assertTrue(lines.get(6).contains("but is \"Digest\" (environment"), lines.get(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mode", "capture-limit", "keep-dialect-members", "realm"})
  void rejectsEmptyValues(String key) {
    deployment.contextParam("token-error-filter." + key, "");
    assertTrue(failure().contains(key + " must be "), failure());
  }

  @Test
  void keepsForgedLinesOutOfTheMessage() {
    deployment.initParam("mo\nde", "a\r\n - b\u2028\u0085\"");
    String message = failure();
    assertEquals(3, message.lines().count(), message);
    assertTrue(message.contains("\"a\\r\\n - b\\u2028\\u0085\\\"\""), message);
  }

  @Test
  void readsTheFileAsUtf8WithOrWithoutByteOrderMark() throws ServletException {
    deployment.file("\ufeffmode=observe\nendpoints=/\u00e9\n");
    TokenErrorSettings settings = load().settings();
    assertEquals(Mode.OBSERVE, settings.mode());
    assertEquals(List.of("/\u00e9"), settings.endpoints());
  }

  @Test
  void takesACommentBehindAByteOrderMarkForOne() throws ServletException {
    deployment.file("\ufeff# Token Error Filter\nmode=observe\n");
    assertEquals(Mode.OBSERVE, load().settings().mode());
  }

  @Test
  void reportsKeysThatTheFileHasMoreThanOnce() {
    deployment.file("endpoints=/a\nmode=off\nendpoints=/b\n");
    assertTrue(
        failure()
            .contains("WEB-INF/token-error-filter.properties has \"endpoints\" more than once"),
        failure());
  }

  @Test
  void takesAnEmptyFileForNone() throws ServletException {
    deployment.file("");
    assertEquals(TokenErrorSettings.defaults(), load().settings());
    deployment.file("# nothing\n\n");
    assertEquals(TokenErrorSettings.defaults(), load().settings());
  }

  @Test
  void reportsAFileThatIsNotUtf8AmongTheOthers() {
    deployment.initParam("mode", "on").file(new byte[] {'r', '=', (byte) 0xe9, '\n'});
    String message = failure();
    assertTrue(message.contains("WEB-INF/token-error-filter.properties is not UTF-8"), message);
    assertTrue(message.contains("mode must be"), message);
  }

  @Test
  void reportsABrokenEscapeInTheFile() {
    deployment.file("realm=\\u00zz");
    assertTrue(failure().contains("properties has a \\u without four hexadecimal"), failure());
  }

  @Test
  void reportsAFileThatCannotBeRead() {
    deployment.brokenFile();
    assertTrue(
        failure().contains("cannot be read: \"java.io.IOException: disk\\ngone\""), failure());
  }

  @Test
  void readsInitParamsForAFilterAndNotForAContext() throws ServletException {
    deployment.initParam("mode", "observe").contextParam("token-error-filter.realm", "r");
    TokenErrorSettings ofFilter = SettingsReader.load(deployment.config("f")).settings();
    TokenErrorSettings ofContext = SettingsReader.load(deployment.context(), Map.of()).settings();
    assertEquals(Mode.OBSERVE, ofFilter.mode());
    assertEquals(Mode.ENFORCE, ofContext.mode());
    assertEquals("r", ofFilter.realm());
    assertEquals("r", ofContext.realm());
  }

  @Test
  void readsTheSystemPropertiesOfThisProcess() throws ServletException {
    String name = "token-error-filter.max-description-length";
    System.setProperty(name, "123");
    try {
      assertEquals(
          123,
          SettingsReader.load(deployment.context(), Map.of()).settings().maxDescriptionLength());
    } finally {
      System.clearProperty(name);
    }
  }

  private LoadedSettings loadProperties(Map<String, String> given) {
    return new SettingsReader(new SettingsSources(properties, environment)).read(given);
  }

  private LoadedSettings load() throws ServletException {
    return new SettingsReader(new SettingsSources(properties, environment))
        .read(deployment.context(), deployment.initParams());
  }

  private String failure() {
    return assertThrows(ServletException.class, this::load).getMessage();
  }
}
