package org.tokenerror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.TokenErrorSettings.Mode;

final class CoverageReportTest {
  private final FakeDeployment deployment =
      new FakeDeployment()
          .servlet("default", "org.apache.catalina.servlets.DefaultServlet", "/")
          .servlet("jsp", "org.apache.jasper.servlet.JspServlet", "*.jsp", "*.jspx")
          .filter("token-error-filter", "org.tokenerror.TokenErrorFilter", "/*");

  @Test
  @Tag("S9")
  void saysWhatIsCoveredAndWhy() {
    deployment.servlet("issuer", "com.example.Issuer", "/oauth/token");
    assertEquals(
        "INFO token-error-filter (unversioned build) in context \"/app\", mode enforce, covers the "
            + ConventionalEndpoints.PATTERNS.size()
            + " conventional token paths and "
            + (ConventionalEndpoints.all().size() - ConventionalEndpoints.PATTERNS.size())
            + " of other OAuth endpoints, in reach of servlet \"issuer\" at /oauth/token; settings:"
            + " all at their defaults",
        logged(TokenErrorSettings.defaults(), List.of()));
  }

  @Test
  void namesMappedPathsThatAreNotConventional() {
    deployment.servlet("issuer", "com.example.Issuer", "/foo/token");
    String line = logged(TokenErrorSettings.defaults(), List.of());
    assertTrue(
        line.contains(" of other OAuth endpoints and the mapped /foo/token, in reach"), line);
  }

  @Test
  void namesConfiguredEndpointsAndTheirOrigin() {
    deployment.servlet("dispatcher", "org.springframework.DispatcherServlet", "/");
    String line =
        logged(
            TokenErrorSettings.builder().mode(Mode.OBSERVE).endpoints(List.of("/a", "/b")).build(),
            List.of("mode from x", "endpoints from y"));
    assertTrue(
        line.endsWith(
            "mode observe, covers /a, /b, in reach of servlet \"dispatcher\" at /; settings: mode"
                + " from x, endpoints from y"),
        line);
  }

  @ParameterizedTest
  @CsvSource({
    "/oauth/token, false",
    "/oauth/*, false",
    "/*, false",
    "/, false",
    "/api/*, false",
    "*.oauth2, false",
    "*.do, true",
    "/legacy, true",
    "/legacy/*, false",
    "/legacy/v1/*, true",
    "'', true"
  })
  void knowsMappingsThatReachNoEndpoint(String mapping, boolean nothing) {
    deployment.servlet("issuer", "com.example.Issuer", mapping);
    assertEquals(nothing, report(TokenErrorSettings.defaults()).coversNothing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"org.apache.catalina.servlets.DefaultServlet", "io.undertow.DefaultServlet"})
  void doesNotTakeTheServletForFilesForAnEndpoint(String type) {
    FakeDeployment files = new FakeDeployment().servlet("files", type, "/");
    assertTrue(
        CoverageReport.of(
                files.context(),
                LoadedSettings.inCode(TokenErrorSettings.defaults()),
                EndpointPatterns.of(TokenErrorSettings.defaults()))
            .coversNothing());
  }

  @Test
  @Tag("S9")
  void warnsWithTheRemedyWhenNothingIsCovered() {
    deployment.servlet("legacy", "com.example.Legacy", "/legacy");
    String line = logged(TokenErrorSettings.defaults(), List.of());
    assertTrue(line.startsWith("WARNING token-error-filter "), line);
    assertTrue(line.contains(", covers nothing: no servlet is mapped where the "), line);
    assertTrue(
        line.contains(
            "set context-param token-error-filter.endpoints to the path of the token endpoint"),
        line);
    assertTrue(line.contains("servlet mappings here: *.jsp, *.jspx, /, /legacy"), line);
  }

  @Test
  void warnsThatConfiguredEndpointsAreNowhere() {
    deployment.servlet("legacy", "com.example.Legacy", "/legacy");
    String line = logged(endpoints("/issue"), List.of());
    assertTrue(line.startsWith("WARNING "), line);
    assertTrue(line.contains("no servlet is mapped where /issue could be"), line);
  }

  @Test
  void believesConfiguredEndpointsToBeServedByFilters() {
    deployment.filter("struts", "org.apache.struts2.Filter", "/*");
    String line = logged(endpoints("/issue"), List.of());
    assertTrue(line.startsWith("INFO "), line);
    assertTrue(line.contains("but these filters may answer: \"struts\""), line);
    String unconfigured = logged(TokenErrorSettings.defaults(), List.of());
    assertTrue(unconfigured.startsWith("WARNING "), unconfigured);
    assertTrue(unconfigured.contains("\"struts\""), unconfigured);
  }

  @Test
  void pointsOutEndpointsThatRepeatTheContextPath() {
    deployment.servlet("dispatcher", "com.example.Dispatcher", "/");
    String line = logged(endpoints("/app/token"), List.of());
    assertTrue(line.contains("do not begin with the context path, leave it out"), line);
    assertFalse(logged(endpoints("/application"), List.of()).contains("leave it out"));
    deployment.contextPath("");
    assertFalse(logged(endpoints("/app/token"), List.of()).contains("leave it out"));
  }

  @Test
  @Tag("S10")
  void doesNotWarnWhenOff() {
    String line =
        logged(TokenErrorSettings.builder().mode(Mode.OFF).build(), List.of("mode from z"));
    assertEquals(
        "INFO token-error-filter (unversioned build) in context \"/app\", mode off; settings: mode"
            + " from z",
        line);
  }

  @Test
  void staysOneLineInLargeApplications() {
    for (int i = 10; i < 50; i++) {
      deployment.servlet("s" + i, "S", "/s" + i + "/*");
    }
    String line = logged(TokenErrorSettings.defaults(), List.of());
    assertTrue(line.contains(" and 32 more"), line);
    assertEquals(1, line.lines().count());
  }

  private static TokenErrorSettings endpoints(String... patterns) {
    return TokenErrorSettings.builder().endpoints(List.of(patterns)).build();
  }

  private CoverageReport report(TokenErrorSettings settings) {
    return CoverageReport.of(
        deployment.context(),
        LoadedSettings.inCode(settings),
        EndpointPatterns.of(settings, deployment.context()));
  }

  private String logged(TokenErrorSettings settings, List<String> origins) {
    try (CapturedLog log = new CapturedLog()) {
      CoverageReport.log(
          deployment.context(),
          new LoadedSettings(settings, origins),
          EndpointPatterns.of(settings, deployment.context()),
          Optional.empty());
      return log.line();
    }
  }
}
