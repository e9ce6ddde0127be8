package org.tokenerror.check.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenerror.check.FakeServer;
import org.tokenerror.check.wire.RawRequest.Framing;
import org.tokenerror.check.wire.RawResponse.Ending;
import org.tokenerror.http.Headers;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WireTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @ParameterizedTest
  @EnumSource(names = {"LENGTH", "CHUNKED", "EXPECT_CONTINUE"})
  void sendsTheBodyInEveryFraming(Framing framing) throws IOException {
    try (FakeServer server = FakeServer.saying("HTTP/1.1 400 No\r\n\r\nno")) {
      RawRequest request = request("POST", "a=1&b=a longer text", framing);
      assertThat(response(server, request).status()).isEqualTo(400);
      assertThat(server.requests().get(0).body()).isEqualTo("a=1&b=a longer text");
      assertThat(server.requests().get(0).headers().all("X")).containsExactly("1", "2");
      assertThat(server.requests().get(0).headers().first("Connection")).contains("close");
    }
  }

  @Test
  void sendsTheBodyWhereNobodySays100() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread =
          new Thread(
              () -> {
                try (var socket = server.accept()) {
                  InputStream in = socket.getInputStream();
                  StringBuilder seen = new StringBuilder();
                  while (!seen.toString().endsWith("body!")) {
                    seen.append((char) in.read());
                  }
                  socket
                      .getOutputStream()
                      .write("HTTP/1.1 200 OK\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException gone) {
                  // the assertions tell
                }
              });
      thread.start();
      URI uri = URI.create("http://localhost:" + server.getLocalPort() + "/");
      assertThat(
              send(uri, request("POST", "body!", Framing.EXPECT_CONTINUE), WireOptions.defaults()))
          .isInstanceOfSatisfying(RawResponse.class, r -> assertThat(text(r)).isEqualTo("ok"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Length: 2~~ok                                    | ok   | WHOLE",
        "Content-Length: 5~~ok                                    | ok   | CUT_SHORT",
        "Content-Length: 1~~ok                                    | o    | SURPLUS",
        "Content-Length: x~~ok                                    | ok   | WHOLE",
        "X: 1~~ok                                                 | ok   | WHOLE",
        "Transfer-Encoding: chunked~~1~o~1;x=y~k~0~~              | ok   | WHOLE",
        "Transfer-Encoding: chunked~~1~o~1~k~0~T: 1~~             | ok   | WHOLE",
        "Transfer-Encoding: chunked~~1~o~1~k~                     | ok   | CUT_SHORT",
        "Transfer-Encoding: chunked~~9~o                          | o    | CUT_SHORT",
        "Transfer-Encoding: chunked~~1~oo~0~~                     | o    | CUT_SHORT",
        "Transfer-Encoding: chunked~~x~                           | ''   | CUT_SHORT",
        "Transfer-Encoding: chunked~~1~o~0~~more                  | o    | SURPLUS",
        "X: a~ b~Y:c ~~ok                                         | ok   | WHOLE"
      })
  void readsToTheEnd(String answer, String body, Ending ending) throws IOException {
    String text = "HTTP/1.1 400 No~" + answer.strip();
    try (FakeServer server = FakeServer.saying(text.replace("~", "\r\n"))) {
      RawResponse response = response(server, request("POST", "", Framing.LENGTH));
      assertThat(text(response)).isEqualTo(body);
      assertThat(response.ending()).isEqualTo(ending);
    }
  }

  @Test
  void keepsWhatIsWrongInTheHead() throws IOException {
    String answer = "HTTP/1.1 400 No\nX: a\u0001b\nX:\r\nfolded: a\r\n b\r\nnonsense\r\n\r\n";
    try (FakeServer server = FakeServer.saying(answer)) {
      RawResponse response = response(server, request("POST", "", Framing.LENGTH));
      assertThat(response.statusLine()).isEqualTo("HTTP/1.1 400 No");
      assertThat(response.headers().all("X")).containsExactly("a\u0001b", "");
      assertThat(response.headers().all("folded")).containsExactly("a b");
      assertThat(response.headers().all("nonsense")).containsExactly("");
    }
  }

  @Test
  void passesOverInterimAnswers() throws IOException {
    String answer = "HTTP/1.1 103 Hints\r\nLink: x\r\n\r\nHTTP/1.1 400 No\r\n\r\n";
    try (FakeServer server = FakeServer.saying(answer)) {
      assertThat(response(server, request("POST", "", Framing.LENGTH)).status()).isEqualTo(400);
    }
  }

  @Test
  void noticesTheBodyOfAnAnswerToHead() throws IOException {
    try (FakeServer server = FakeServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
      assertThat(text(response(server, request("HEAD", "", Framing.NONE)))).isEqualTo("ok");
    }
    try (FakeServer server = FakeServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")) {
      RawResponse response = response(server, request("HEAD", "", Framing.NONE));
      assertThat(text(response)).isEmpty();
      assertThat(response.ending()).isEqualTo(Ending.WHOLE);
    }
  }

  @Test
  void takesTheAnswerOfAServerThatKeepsTheConnection() throws IOException {
    try (FakeServer server =
        new FakeServer(
            (request, out) -> {
              out.write(
                  "HTTP/1.1 400 No\r\nContent-Length: 2\r\n\r\nno"
                      .getBytes(StandardCharsets.US_ASCII));
              out.flush();
              sleep();
            })) {
      RawResponse response = response(server, request("POST", "", Framing.LENGTH));
      assertThat(response.ending()).isEqualTo(Ending.WHOLE);
    }
  }

  private static void sleep() throws IOException {
    try {
      TimeUnit.SECONDS.sleep(30);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void trustsWhomItIsTold(@TempDir Path directory) throws Exception {
    Path ca = certificate(directory);
    try (FakeServer server = new FakeServer(secure(directory), "https", WireTest::answer)) {
      assertThat(send(server.uri(), get(), options(Tls.standard())))
          .isInstanceOfSatisfying(
              Silence.class,
              silence -> {
                assertThat(silence.reason()).isEqualTo(Silence.Reason.TLS);
                assertThat(silence.isDeadEnd()).isTrue();
              });
      assertThat(send(server.uri(), get(), options(Tls.trusting(ca))))
          .isInstanceOf(RawResponse.class);
      assertThat(send(server.uri(), get(), options(Tls.insecure())))
          .isInstanceOf(RawResponse.class);
      URI otherName = URI.create(server.uri().toString().replace("localhost", "127.0.0.1"));
      assertThat(send(otherName, get(), options(Tls.trusting(ca)))).isInstanceOf(Silence.class);
      assertThat(send(otherName, get(), options(Tls.insecure()))).isInstanceOf(RawResponse.class);
    }
  }

  @Test
  void saysThatAServerHasNoTls() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread =
          new Thread(
              () -> {
                try (var socket = server.accept()) {
                  socket
                      .getOutputStream()
                      .write("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException gone) {
                  // the assertions tell
                }
              });
      thread.start();
      URI uri = URI.create("https://localhost:" + server.getLocalPort() + "/");
      assertThat(send(uri, get(), WireOptions.defaults()))
          .isInstanceOfSatisfying(
              Silence.class, s -> assertThat(s.reason()).isEqualTo(Silence.Reason.TLS));
    }
  }

  @Test
  void refusesFilesWithoutCertificates(@TempDir Path directory) throws IOException {
    Path none = Files.writeString(directory.resolve("none.pem"), "");
    Path other =
        Files.writeString(directory.resolve("other.pem"), "-----BEGIN X-----\nx\n-----END X-----");
    assertThatThrownBy(() -> Tls.trusting(none)).hasMessage("There is no certificate in " + none);
    assertThatThrownBy(() -> Tls.trusting(other))
        .hasMessageStartingWith("This is no file of X.509");
    Path missing = directory.resolve("missing.pem");
    assertThatThrownBy(() -> Tls.trusting(missing)).hasMessageContaining(missing.toString());
  }

  @Test
  void hidesWhatItHoldsFromLogs() {
    RawRequest request = request("POST", "secret-body", Framing.LENGTH);
    assertThat(request.toString()).isEqualTo("POST [X, X, Content-Length]");
    assertThat(
            new RawResponse("x secret", 400, Headers.of("A", "secret"), new byte[3], Ending.WHOLE))
        .hasToString("400 [A] 3 bytes, WHOLE");
  }

  private static void answer(FakeServer.Request request, OutputStream out) throws IOException {
    out.write("HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** Makes a key and a certificate for localhost, and returns the certificate's file. */
  private static Path certificate(Path directory) throws Exception {
    Path store = directory.resolve("store.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "a",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            new String(PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    String base64 = Base64.getMimeEncoder().encodeToString(keys.getCertificate("a").getEncoded());
    return Files.writeString(
        directory.resolve("ca.pem"),
        "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
  }

  private static ServerSocket secure(Path directory) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(directory.resolve("store.p12").toFile(), PASSWORD), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private static WireOptions options(Tls tls) {
    return new WireOptions(
        Duration.ofSeconds(5), Duration.ofSeconds(30), 1_000, Optional.empty(), tls);
  }

  private static RawRequest get() {
    return request("GET", "", Framing.NONE);
  }

  private static RawRequest request(String method, String body, Framing framing) {
    Headers headers = Headers.of("X", "1", "X", "2");
    return new RawRequest(
        method, "/token", headers, body.getBytes(StandardCharsets.UTF_8), framing);
  }

  private static RawResponse response(FakeServer server, RawRequest request) {
    return (RawResponse) send(server.uri(), request, WireOptions.defaults());
  }

  private static Reply send(URI uri, RawRequest request, WireOptions options) {
    try (Wire wire = new Wire(uri, options)) {
      return wire.send(request);
    }
  }

  private static String text(RawResponse response) {
    return new String(response.body(), StandardCharsets.ISO_8859_1);
  }
}
