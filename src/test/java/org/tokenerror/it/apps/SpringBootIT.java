package org.tokenerror.it.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenerror.it.apps.boot.OwnRegistration;
import org.tokenerror.it.apps.boot.ShopBeans;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;
import org.tokenerror.testing.apps.BootApp;
import org.tokenerror.testing.apps.RealApp;
import org.tokenerror.testing.apps.ServerProcess;

/**
 * Puts the one jar on the class path of a Spring Authorization Server that Spring Boot starts, and
 * changes nothing else about it.
 */
final class SpringBootIT {
  private static final String BASIC = "Basic realm=\"token\"";
  private static final TokenRequest WRONG_SECRET =
      TokenRequest.by("web", "wr0ng").grant("client_credentials");
  private static final TokenRequest NO_CREDENTIALS =
      TokenRequest.anonymous().grant("client_credentials");
  private static final TokenRequest GET =
      TokenRequest.anonymous().method("GET").query("grant_type=client_credentials");
  private static final TokenRequest GOOD =
      TokenRequest.by("web", "web-secret").grant("client_credentials");

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  @Tag("B8")
  @Tag("B9")
  @Tag("C1")
  void turnsWhatSpringAnswersIntoWhatTheRfcAsks(BootApp app) throws IOException {
    try (ServerProcess bare = app.start(List.of(), Map.of());
        ServerProcess filtered = app.start(List.of(BootApp.filterJar()), Map.of())) {
      RawAnswer wrongSecret = send(WRONG_SECRET, bare);
      assertThat(wrongSecret.status()).isEqualTo(401);
      assertThat(wrongSecret.headers("WWW-Authenticate")).isEmpty();
      assertAnswer(send(WRONG_SECRET, filtered)).isError(401, "invalid_client").challenges(BASIC);

      RawAnswer noCredentials = send(NO_CREDENTIALS, bare);
      assertThat(noCredentials.status()).isEqualTo(401);
      assertThat(noCredentials.headers("WWW-Authenticate")).isEmpty();
      assertThat(noCredentials.body()).isEmpty();
      assertAnswer(send(NO_CREDENTIALS, filtered)).isError(401, "invalid_client").challenges(BASIC);

      RawAnswer get = send(GET, bare);
      assertThat(get.status()).isEqualTo(302);
      assertThat(get.header("Location").orElseThrow()).endsWith("/login");
      assertAnswer(send(GET, filtered)).isError(400, "invalid_request");

      assertAnswer(send(GOOD, filtered).withoutTokens())
          .isSameSuccessAs(send(GOOD, bare).withoutTokens());
      assertThat(filtered.logged("token-error-filter"))
          .singleElement()
          .asString()
          .contains("mode enforce, covers the");
    }
  }

  @Test
  void isInFrontOfOthersThatClaimTheHighestPrecedenceAndUsesBeansAndProperties()
      throws IOException {
    String[] properties = guide().map(line -> "--" + line).toArray(String[]::new);
    Map<String, String> environment = Map.of("TOKEN_ERROR_FILTER_SUPPORTED_SCHEMES", "Bearer");
    try (ServerProcess server =
        BootApp.BOOT3.start(
            List.of(BootApp.filterJar(), jar(ShopBeans.class)), environment, properties)) {
      assertAnswer(send(WRONG_SECRET.line("X-Refuse: yes"), server))
          .isError(401, "invalid_client")
          .challenges("Basic realm=\"the shop\"");
      assertAnswer(send(NO_CREDENTIALS, server)).challenges("Bearer realm=\"the shop\"");
      assertAnswer(send(WRONG_SECRET.line("X-Closed: yes"), server)).isError(400, "invalid_scope");
      assertThat(server.logged("heard of CLOSED_SHOP")).hasSize(1);
      assertThat(server.logged("covers /oauth2/token, revocation:/oauth2/revoke")).hasSize(1);
    }
  }

  @Test
  @Tag("S11")
  void doesNotStartWithAMisspelledKeyOrABadValue() throws IOException {
    List<Path> jars = List.of(BootApp.filterJar());
    Map<String, String> environment = Map.of("TOKEN_ERROR_FILTER_END_POINTS", "/oauth2/token");
    assertThatThrownBy(
            () ->
                BootApp.BOOT3.start(
                    jars,
                    environment,
                    "--token-error-filter.moed=observe",
                    "--token-error-filter.capture-limit=much"))
        .hasMessageContaining(
            "capture-limit must be a whole number of bytes from 1024 to 16777216, but is \"much\""
                + " (property \"token-error-filter.capture-limit\")")
        .hasMessageContaining(
            "unknown key \"moed\" with value \"observe\" (property \"token-error-filter.moed\"),"
                + " did you mean \"token-error-filter.mode\"?")
        .hasMessageContaining("did you mean \"TOKEN_ERROR_FILTER_ENDPOINTS\"?");
  }

  @Test
  void leavesARegistrationOfTheApplicationItsWay() throws IOException {
    try (ServerProcess server =
        BootApp.BOOT3.start(List.of(BootApp.filterJar(), jar(OwnRegistration.class)), Map.of())) {
      assertAnswer(send(WRONG_SECRET, server)).challenges("Basic realm=\"own\"");
      assertThat(server.logged("token-error-filter")).hasSize(1);
    }
  }

  /** Reads the properties that the guide shows. */
  private static Stream<String> guide() throws IOException {
    String text = Files.readString(Path.of("docs/containers/spring-boot.md"));
    int start = text.indexOf("```properties\n");
    int end = text.indexOf("\n```", start);
    return text.substring(start, end).lines().skip(1);
  }

  private static RawAnswer send(TokenRequest request, ServerProcess server) throws IOException {
    return request.sendTo(server.http(), RealApp.TOKEN_PATH);
  }

  /** Makes a jar that Spring Boot finds auto-configurations in. */
  private Path jar(Class<?>... configurations) {
    String names =
        Arrays.stream(configurations).map(Class::getName).collect(Collectors.joining("\n"));
    File file = directory.resolve("beans.jar").toFile();
    ShrinkWrap.create(JavaArchive.class)
        .addClasses(configurations)
        .addAsManifestResource(
            new StringAsset(names),
            "spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")
        .as(ZipExporter.class)
        .exportTo(file);
    return file.toPath();
  }
}
