package org.tokenerror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.it.app.StreamServlet;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.RawConnection;
import org.tokenerror.testing.TokenRequest;

/** Reads long asynchronous answers slowly, or not to their end. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("S2")
@Tag("S11")
@Tag("S12")
final class AsyncStreamIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ENDPOINT = "/streams/oauth/token";
  private static final String BARE = "/streams/plain";

  /** More than the buffers between a server and a client that does not read can hold. */
  private static final int LONG = 64;

  @Deployment(testable = false)
  static WebArchive streams() {
    return Server.war("streams.war")
        .addPackages(
            false,
            Filters.include(".*(Stream|Progress|Flood).*"),
            StreamServlet.class.getPackage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LISTENER", "BLOCKING"})
  @Tag("E9")
  void doesNotHoldALongSuccessBack(String way) throws IOException {
    String key = UUID.randomUUID().toString();
    try (RawConnection connection = Server.http().connect()) {
      request(way, key, LONG).line("Connection: close").sendTo(connection, ENDPOINT);
      assertThat(connection.receive(4096)).startsWith("HTTP/1.1 200").contains("\"access_token\"");
      assertThat(progress(key)).as("the servlet still writes").endsWith(" 0");
      assertThat(connection.drain()).isGreaterThan((LONG << 20) - 4096);
    }
    awaitEnd(key, way);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LISTENER", "BLOCKING"})
  @Tag("E9")
  void givesTenMegabytesAsTheyAre(String way) throws IOException {
    RawAnswer bare = request(way, "bare" + way, 10).sendTo(Server.http(), BARE);
    assertThat(bare.whole()).isTrue();
    assertAnswer(request(way, "long" + way, 10).sendTo(Server.http(), ENDPOINT))
        .isSameSuccessAs(bare);
  }

  @Test
  void replacesALongRefusalAndKeepsTheConnection() throws IOException {
    try (RawConnection connection = Server.http().connect()) {
      for (int turn = 0; turn < 2; turn++) {
        request("LISTENER_REFUSAL", "refusal" + turn, 10).sendTo(connection, ENDPOINT);
        assertAnswer(connection.receive()).isError(401, "invalid_client");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"LISTENER, 0", "BLOCKING, 0", "LISTENER, 100000", "BLOCKING, 100000"})
  void letsAClientGoMidway(String way, int read) throws IOException {
    assertStillWorks(); // and says in the log what it always says first
    long before = Server.linesInLogByTheFilter();
    String key = UUID.randomUUID().toString();
    try (RawConnection connection = Server.http().connect()) {
      // Undertow does not tell a WriteListener; only the servlet's own timeout ends it there
      request(way, key, LONG).line("X-Timeout: 3000").sendTo(connection, ENDPOINT);
      connection.receive(read);
      connection.abort();
    }
    awaitEnd(key, way);
    assertThat(Server.linesInLogByTheFilter()).as("lines in the log").isEqualTo(before);
    assertStillWorks();
  }

  @Test
  void letsAClientGoBeforeItIsRefused() throws IOException {
    assertStillWorks(); // and says in the log what it always says first
    long before = Server.linesInLogByTheFilter();
    String key = UUID.randomUUID().toString();
    try (RawConnection connection = Server.http().connect()) {
      request("REFUSE_WHEN_RELEASED", key, 0).sendTo(connection, ENDPOINT);
      connection.abort();
    }
    TokenRequest.anonymous().line("X-Key: " + key).sendTo(Server.http(), "/streams/progress");
    awaitEnd(key, "REFUSE_WHEN_RELEASED");
    assertThat(Server.linesInLogByTheFilter()).as("lines in the log").isEqualTo(before);
    assertStillWorks();
  }

  private static void assertStillWorks() throws IOException {
    String key = UUID.randomUUID().toString();
    assertAnswer(request("LISTENER_REFUSAL", key, 1).sendTo(Server.http(), ENDPOINT))
        .isError(401, "invalid_client");
  }

  private static TokenRequest request(String way, String key, int megabytes) {
    return TokenRequest.by("client", "wr0ng")
        .grant("client_credentials")
        .line("X-Case: " + way)
        .line("X-Key: " + key)
        .line("X-Megabytes: " + megabytes);
  }

  /** How many bytes were written, and how often the container said that it is done. */
  private static String progress(String key) throws IOException {
    return TokenRequest.anonymous()
        .method("GET")
        .line("X-Key: " + key)
        .sendTo(Server.http(), "/streams/progress")
        .text();
  }

  private static void awaitEnd(String key, String way) throws IOException {
    Instant deadline = Instant.now().plus(PATIENCE);
    String progress = progress(key);
    while (!progress.endsWith(" 1") && Instant.now().isBefore(deadline)) {
      progress = progress(key);
    }
    assertThat(progress).as("%s, written and ended", way).endsWith(" 1");
  }
}
