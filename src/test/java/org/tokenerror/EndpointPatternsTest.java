package org.tokenerror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.EndpointProfile;

@Tag("S9")
final class EndpointPatternsTest {
  private static final EndpointPatterns CONVENTIONAL =
      EndpointPatterns.of(TokenErrorSettings.defaults());

  @ParameterizedTest
  @CsvSource({
    "/token, /token, true",
    "/token, /token/, true",
    "/token, /token//, false",
    "/token, /Token, false",
    "/token, /tokens, false",
    "/token, /toke, false",
    "/token, /token/x, false",
    "/token, /x/token, false",
    "/token, token, false",
    "/a/b, /a/b, true",
    "/a/b, /a, false",
    "/, /, true",
    "/, '', true",
    "/, /x, false",
    "/*, /x, true",
    "/*, /x/, true",
    "/*, /, false",
    "/*, '', false",
    "/*, /x/y, false",
    "/r/*/token, /r/a/token, true",
    "/r/*/token, /r/a/token/, true",
    "/r/*/token, /r//token, false",
    "/r/*/token, /r/token, false",
    "/r/*/token, /r/a/b/token, false",
    "/r/*/token, /r/a/tokens, false",
    "/r/*/token, /r/a/toke, false",
    "/r/*/token, /r/a/token/x, false",
    "/r/*/token, /r/a, false",
    "/r/*/*, /r/a/b, true",
    "/r/*/*, /r/a/, false",
    "/*/token, /token, false",
    "/*/token, //token, false"
  })
  void matches(String pattern, String path, boolean expected) {
    assertEquals(expected, configured(pattern).matches(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/token",
        "/oauth/token",
        "/oauth2/token",
        "/oauth/access_token",
        "/oauth2/access_token",
        "/connect/token",
        "/oauth2.0/accessToken",
        "/oauth2.0/token",
        "/v1/oauth/tokens",
        "/oauth2/v1/token",
        "/oauth2/default/v1/token",
        "/oauth2/v2.0/token",
        "/common/oauth2/v2.0/token",
        "/realms/master/protocol/openid-connect/token",
        "/auth/realms/master/protocol/openid-connect/token",
        "/protocol/openid-connect/token",
        "/oidc/token",
        "/oidc/accessToken",
        "/as/token.oauth2",
        "/api/oauth/token",
        "/oauth/v2/token",
        "/services/oauth2/token",
        "/api/token",
        "/auth/token",
        "/adfs/oauth2/token",
        "/restv1/token",
        "/uaa/oauth/token",
        "/tenant/oauth2/token",
        "/oauth2/realms/root/realms/alpha/access_token",
        "/profile/oidc/token",
        "/v1/oauth2/token",
        "/o/oauth2/token",
        "/1234/as/token",
        "/oauth2/endpoint/provider/token"
      })
  void knowsWhereProductsHaveTheirTokenEndpoint(String path) {
    assertTrue(CONVENTIONAL.matches(path));
    assertTrue(CONVENTIONAL.matches(path + "/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/index.html",
        "/tokens",
        "/token/x",
        "/oauth/authorize",
        "/oauth2/keys",
        "/api/csrf/token",
        "/token.html",
        "/admin/token",
        "/register",
        "/oauth"
      })
  void leavesOtherPathsAlone(String path) {
    assertFalse(CONVENTIONAL.matches(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/token, TOKEN",
    "/token/, TOKEN",
    "/revoke, REVOCATION",
    "/oauth2/revoke, REVOCATION",
    "/connect/revocation, REVOCATION",
    "/realms/master/protocol/openid-connect/revoke, REVOCATION",
    "/oauth/check_token, INTROSPECTION",
    "/oauth2/introspect, INTROSPECTION",
    "/realms/master/protocol/openid-connect/token/introspect, INTROSPECTION",
    "/oauth/device/code, DEVICE_AUTHORIZATION",
    "/oauth2/device_authorization, DEVICE_AUTHORIZATION",
    "/connect/deviceauthorization, DEVICE_AUTHORIZATION",
    "/realms/master/protocol/openid-connect/auth/device, DEVICE_AUTHORIZATION",
    "/oauth2/par, PUSHED_AUTHORIZATION",
    "/realms/master/protocol/openid-connect/ext/par/request, PUSHED_AUTHORIZATION",
    "/bc-authorize, BACKCHANNEL_AUTHENTICATION",
    "/connect/ciba, BACKCHANNEL_AUTHENTICATION",
    "/realms/master/protocol/openid-connect/ext/ciba/auth, BACKCHANNEL_AUTHENTICATION",
    "/connect/register, REGISTRATION",
    "/auth/realms/a/clients-registrations/openid-connect/s6, REGISTRATION"
  })
  void knowsWhatIsAtConventionalPaths(String path, EndpointProfile profile) {
    assertEquals(Optional.of(profile), CONVENTIONAL.profileOf(path));
  }

  @Test
  void knowsWhatIsAtConfiguredPaths() {
    EndpointPatterns patterns =
        configured(
            "/a", "revocation:/b", "Introspection:/r/*/c", "/connect/revocation", "token:/revoke");
    assertEquals(Optional.of(EndpointProfile.TOKEN), patterns.profileOf("/a"));
    assertEquals(Optional.of(EndpointProfile.REVOCATION), patterns.profileOf("/b"));
    assertEquals(Optional.of(EndpointProfile.INTROSPECTION), patterns.profileOf("/r/x/c"));
    assertEquals(
        Optional.of(EndpointProfile.REVOCATION), patterns.profileOf("/connect/revocation"));
    assertEquals(Optional.of(EndpointProfile.TOKEN), patterns.profileOf("/revoke"));
    assertEquals(Optional.empty(), patterns.profileOf("/token"));
    assertEquals(
        List.of("/a/*", "/b/*", "/r/*", "/connect/revocation/*", "/revoke/*"),
        patterns.filterMappings());
  }

  @Test
  void takesConventionalPathsOfSomeProfilesOnly() {
    EndpointPatterns tokens = configured("token:conventional", "revocation:/b");
    assertEquals(Optional.of(EndpointProfile.TOKEN), tokens.profileOf("/oauth/token"));
    assertEquals(Optional.empty(), tokens.profileOf("/oauth/revoke"));
    assertEquals(List.of("/*"), tokens.filterMappings());
    assertTrue(tokens.isConventional());
    EndpointPatterns revocation = configured("/token", "revocation:conventional");
    assertEquals(Optional.of(EndpointProfile.REVOCATION), revocation.profileOf("/oauth/revoke"));
    assertEquals(Optional.empty(), revocation.profileOf("/oauth/token"));
    assertFalse(revocation.isConventional());
  }

  @Test
  void listsEveryConventionalPathOnce() {
    List<Endpoint> all = ConventionalEndpoints.all();
    for (Endpoint endpoint : all) {
      String text = endpoint.pattern().text();
      assertEquals(Optional.empty(), EndpointPattern.flaw(text));
      String example = text.replace("*", "x");
      assertEquals(
          List.of(endpoint),
          all.stream().filter(other -> other.pattern().matches(example)).toList());
    }
  }

  @Test
  void listsConventionalPathsThatAreLegalAndDoNotRepeatEachOther() {
    for (String pattern : ConventionalEndpoints.PATTERNS) {
      assertEquals(java.util.Optional.empty(), EndpointPattern.flaw(pattern));
      String example = pattern.replace("*", "x");
      assertEquals(
          List.of(pattern),
          ConventionalEndpoints.PATTERNS.stream()
              .filter(other -> configured(other).matches(example))
              .toList());
    }
  }

  @Test
  void letsConfiguredEndpointsReplaceTheConventionalOnes() {
    EndpointPatterns patterns = configured("/issue");
    assertFalse(patterns.isConventional());
    assertTrue(patterns.matches("/issue"));
    assertFalse(patterns.matches("/token"));
  }

  @Test
  void addsServletsMappedToPathsEndingInToken() {
    FakeDeployment deployment =
        new FakeDeployment()
            .servlet("a", "A", "/foo/token", "/token", "/foo/bar")
            .servlet("b", "B", "/b/token/*")
            .servlet("c", "C", "/api/csrf/token", "/XSRF/token", "/*", "*.token", "/");
    EndpointPatterns patterns =
        EndpointPatterns.of(TokenErrorSettings.defaults(), deployment.context());
    assertEquals(List.of("/b/token", "/foo/token"), patterns.mapped().stream().sorted().toList());
    assertTrue(patterns.matches("/foo/token"));
    assertTrue(patterns.matches("/b/token"));
    assertFalse(patterns.matches("/b/token/x"));
    assertFalse(patterns.matches("/foo/bar"));
    assertFalse(patterns.matches("/api/csrf/token"));
  }

  @Test
  void addsWhatADeclaredFilterIsMappedTo() {
    FakeDeployment deployment =
        new FakeDeployment()
            .servlet("issuer", "I", "/issue", "/grant/*", "*.oauth")
            .filter("byUrl", "org.tokenerror.TokenErrorFilter", "/sts", "/api/*", "/*", "*.do", "/")
            .filterAtServlet("byName", "org.tokenerror.TokenErrorFilter", "issuer")
            .filterAtServlet("lost", "org.tokenerror.TokenErrorFilter", "nowhere")
            .filter("other", "com.example.Other", "/other");
    EndpointPatterns patterns =
        EndpointPatterns.of(TokenErrorSettings.defaults(), deployment.context());
    assertEquals(List.of("/grant", "/issue", "/sts"), patterns.mapped().stream().sorted().toList());
  }

  @Test
  void addsNothingToConfiguredEndpoints() {
    FakeDeployment deployment = new FakeDeployment().servlet("a", "A", "/foo/token");
    TokenErrorSettings settings = TokenErrorSettings.builder().endpoints(List.of("/x")).build();
    assertFalse(EndpointPatterns.of(settings, deployment.context()).matches("/foo/token"));
  }

  @Test
  void mapsTheFilterToEverythingByDefault() {
    assertEquals(List.of("/*"), CONVENTIONAL.filterMappings());
  }

  @ParameterizedTest
  @CsvSource({
    "/token, /token/*",
    "'/a /b/c', '/a/* /b/c/*'",
    "/realms/*/token, /realms/*",
    "'/realms/*/token /realms/x', /realms/*",
    "'/token /token/refresh /tokens', '/token/* /tokens/*'",
    "'/x/y /x /x/*/z', /x/*",
    "'/*/token /a', /*",
    "'/ /a', /*"
  })
  void mapsTheFilterNarrowlyAndWithoutOverlap(String patterns, String mappings) {
    assertEquals(
        List.of(mappings.split(" ", -1)), configured(patterns.split(" ", -1)).filterMappings());
  }

  @ParameterizedTest
  @CsvSource({
    "/token, /token, true",
    "/token, /token/*, true",
    "/token, /token/, true",
    "/token, /*, true",
    "/token, *.do, false",
    "/token, /tok/*, false",
    "/token, /token/x/*, false",
    "/token, '', false",
    "/, '', true",
    "/, /*, true",
    "/, *.do, false",
    "/as/token.oauth2, *.oauth2, true",
    "/r/*, *.do, true",
    "/r/*/token, /r/*, true",
    "/r/*/token, /r/x/*, true",
    "/r/*/token, /r/x/token, true",
    "/r/*/token, /r/x/token/*, true",
    "/r/*/token, /r/x/other/*, false",
    "/r/*/token, /q/*, false",
    "/r/*/token, /r, false"
  })
  void knowsWhichMappingsCouldServeIt(String pattern, String mapping, boolean expected) {
    assertEquals(expected, EndpointPattern.of(pattern).couldBeServedBy(mapping));
  }

  @Test
  void matchesAsARegularExpressionWould() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] pieces = {"/", "/", "a", "b", "ab", "*"};
    for (int i = 0; i < 20_000; i++) {
      String pattern = "/" + text(random, pieces);
      String path = "/" + text(random, pieces).replace('*', 'b');
      if (EndpointPattern.flaw(pattern).isEmpty() && !pattern.equals("/")) {
        String regex = Pattern.quote(pattern).replace("*", "\\E[^/]++\\Q");
        assertEquals(
            Pattern.matches(regex, path),
            EndpointPattern.of(pattern).matches(path),
            () -> "seed " + seed + ": " + pattern + " against " + path);
      }
    }
  }

  private static String text(Random random, String[] pieces) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(6); n > 0; n--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  @Test
  @Tag("S12")
  void staysLinearOnLongPaths() {
    String path = "/x".repeat(1_000_000) + "/token";
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertFalse(CONVENTIONAL.matches(path));
          assertEquals(path, RequestUri.withinContext("/app" + path, "/app"));
        });
  }

  @Test
  void joinsServletPathAndPathInfo() {
    assertEquals("/token", path(DispatcherType.REQUEST, Map.of("getServletPath", "/token")));
    assertEquals(
        "/api/token",
        path(DispatcherType.REQUEST, Map.of("getServletPath", "/api", "getPathInfo", "/token")));
  }

  @ParameterizedTest
  @CsvSource({
    "FORWARD, jakarta.servlet.forward.servlet_path, jakarta.servlet.forward.path_info",
    "ASYNC, jakarta.servlet.async.servlet_path, jakarta.servlet.async.path_info"
  })
  void keepsToTheOriginalPathAfterADispatch(
      DispatcherType type, String servletPath, String pathInfo) {
    Map<String, Object> target = Map.of("getServletPath", "/view.jsp");
    assertEquals("/view.jsp", path(type, target));
    assertEquals("/token", path(type, with(target, Map.of(servletPath, "/token"))));
    assertEquals(
        "/a/token", path(type, with(target, Map.of(servletPath, "/a", pathInfo, "/token"))));
  }

  @Test
  void keepsToTheIncludingPath() {
    Map<String, Object> including =
        with(
            Map.of("getServletPath", "/token"),
            Map.of("jakarta.servlet.include.servlet_path", "/part.jsp"));
    assertEquals("/token", path(DispatcherType.INCLUDE, including));
  }

  @Test
  void tellsByTheRequestUriWhatAnErrorPageIsAbout() {
    Map<String, Object> page = Map.of("getServletPath", "/error.jsp", "getContextPath", "/app");
    assertEquals("/error.jsp", path(DispatcherType.ERROR, page));
    assertEquals(
        "/oauth/token",
        path(
            DispatcherType.ERROR,
            with(page, Map.of("jakarta.servlet.error.request_uri", "/app/oauth/token;x=1"))));
  }

  private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> both = new HashMap<>(one);
    both.putAll(other);
    return both;
  }

  private static String path(DispatcherType type, Map<String, Object> values) {
    return EndpointPatterns.pathWithinContext(
        (HttpServletRequest)
            Proxy.newProxyInstance(
                EndpointPatternsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getDispatcherType" -> type;
                      case "getAttribute" -> values.get(arguments[0]);
                      default -> values.get(method.getName());
                    }));
  }

  private static EndpointPatterns configured(String... patterns) {
    return EndpointPatterns.of(TokenErrorSettings.builder().endpoints(List.of(patterns)).build());
  }
}
