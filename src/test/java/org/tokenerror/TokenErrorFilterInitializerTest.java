package org.tokenerror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.FakeDeployment.FakeFilter;
import org.tokenerror.FakeDeployment.Mapping;

final class TokenErrorFilterInitializerTest {
  private static final String TYPE = "org.tokenerror.TokenErrorFilter";

  private final FakeDeployment deployment = new FakeDeployment();
  private final CapturedLog log = new CapturedLog();

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  @Tag("S9")
  void standsBeforeEverythingAtEveryPathByDefault() throws ServletException {
    start();
    FakeFilter filter = registered();
    assertEquals(TYPE, filter.getClassName());
    assertTrue(filter.asyncSupported);
    assertEquals(
        List.of(
            new Mapping(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR),
                false,
                List.of("/*"))),
        filter.mappings);
  }

  @Test
  @Tag("S9")
  void keepsRequestsOfOtherPathsAwayFromConfiguredEndpoints() throws ServletException {
    deployment.contextParam("token-error-filter.endpoints", "/token, /realms/*/token");
    start();
    assertEquals(
        List.of(
            new Mapping(Set.of(DispatcherType.REQUEST), false, List.of("/token/*", "/realms/*")),
            new Mapping(
                EnumSet.of(DispatcherType.ASYNC, DispatcherType.ERROR), false, List.of("/*"))),
        registered().mappings);
  }

  @Test
  void leavesTheReportToTheFilter() throws ServletException {
    start();
    assertEquals(List.of(), log.lines());
  }

  @Test
  void asksForNoClasses() throws ServletException {
    assertNull(TokenErrorFilterInitializer.class.getAnnotation(HandlesTypes.class));
    new TokenErrorFilterInitializer().onStartup(Set.of(), deployment.context());
    assertTrue(registered().asyncSupported);
  }

  @Test
  void leavesADeclaredFilterOfItsNameAlone() throws ServletException {
    deployment.filter("token-error-filter", "com.example.Wrapped", "/x");
    start();
    assertEquals(List.of(), registered().mappings);
    assertEquals(
        "INFO token-error-filter is not added to context \"/app\": filter \"token-error-filter\" is"
            + " there already",
        log.line());
  }

  @Test
  void leavesADeclaredFilterOfAnotherNameAlone() throws ServletException {
    deployment.filter("encoding", "com.example.Encoding", "/*").filter("errors", TYPE, "/issue");
    start();
    assertEquals(Set.of("encoding", "errors"), deployment.filters().keySet());
    assertTrue(log.line().endsWith("filter \"errors\" is there already"), log.line());
  }

  @Test
  @Tag("S11")
  void checksTheSettingsOfADeclaredFilterBeforeTheContainerInitializesIt() {
    deployment.filter("errors", TYPE, "/issue").contextParam("token-error-filter.mode", "bad");
    ServletException refused = assertThrows(ServletException.class, this::start);
    assertTrue(refused.getMessage().contains("mode must be"), refused.getMessage());
    assertEquals(Set.of("errors"), deployment.filters().keySet());
  }

  @Test
  void registersOnceWhenTheJarIsThereTwice() throws ServletException {
    start();
    start();
    assertEquals(1, registered().mappings.size());
    assertTrue(log.line().endsWith("is there already"), log.line());
  }

  @Test
  void acceptsThatTheNameIsTaken() throws ServletException {
    deployment.namesTaken();
    start();
    assertTrue(deployment.filters().isEmpty());
    assertTrue(log.line().startsWith("INFO "), log.line());
    assertTrue(log.line().endsWith("the name is taken"), log.line());
  }

  @Test
  @Tag("S10")
  void staysAwayWhenSwitchedOff() throws ServletException {
    deployment.contextParam("token-error-filter.mode", "off");
    start();
    assertTrue(deployment.filters().isEmpty());
    assertEquals(
        "INFO token-error-filter is not added to context \"/app\": it is switched off (mode from"
            + " context-param \"token-error-filter.mode\")",
        log.line());
  }

  @Test
  @Tag("S10")
  void registersWhenOnlyObserving() throws ServletException {
    deployment.contextParam("token-error-filter.mode", "observe");
    start();
    assertFalse(registered().mappings.isEmpty());
  }

  @Test
  @Tag("S11")
  void failsTheDeploymentWhenMisconfigured() {
    deployment.contextParam("token-error-filter.mod", "off");
    String message = assertThrows(ServletException.class, this::start).getMessage();
    assertTrue(message.contains("unknown key \"mod\""), message);
    assertTrue(deployment.filters().isEmpty());
  }

  @Test
  void isFoundByContainers() {
    assertTrue(
        ServiceLoader.load(ServletContainerInitializer.class).stream()
            .anyMatch(provider -> provider.type() == TokenErrorFilterInitializer.class));
  }

  @Test
  void hasAFragmentThatIsOnlyAMarker() throws IOException {
    String fragment = resource("META-INF/web-fragment.xml");
    assertTrue(fragment.contains("<name>token_error_filter</name>"), fragment);
    assertTrue(fragment.contains("web-fragment_5_0.xsd"), fragment);
    assertTrue(fragment.contains("<others/>"), fragment);
    assertFalse(fragment.contains("<filter"), fragment);
  }

  private static String resource(String name) throws IOException {
    String ours = TokenErrorFilterInitializer.class.getName().replace('.', '/') + ".class";
    ClassLoader loader = TokenErrorFilterInitializerTest.class.getClassLoader();
    String root = loader.getResource(ours).toString().replace(ours, "");
    for (java.net.URL url : java.util.Collections.list(loader.getResources(name))) {
      if (url.toString().startsWith(root)) {
        try (InputStream stream = url.openStream()) {
          return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError(name + " is not in " + root);
  }

  private void start() throws ServletException {
    new TokenErrorFilterInitializer().onStartup(null, deployment.context());
  }

  private FakeFilter registered() {
    return deployment.filters().get(TokenErrorFilterInitializer.FILTER_NAME);
  }
}
