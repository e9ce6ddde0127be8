package org.tokenerror.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenerror.check.FakeServer;
import org.tokenerror.check.GoodEndpoint;
import org.tokenerror.check.Secrets;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CheckCommandTest {
  private static final String CLIENT = GoodEndpoint.ID + ":" + GoodEndpoint.SECRET;
  private static final String FAST = "--rate=1000";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void endsWith0WhereAllIsWell() throws IOException {
    try (FakeServer server = new FakeServer(new GoodEndpoint())) {
      assertThat(check(server.uri().toString(), "--client", CLIENT)).as(err.toString()).isZero();
    }
    assertThat(out.toString()).contains("refusals fully right (100 %)").doesNotContain("\u001b");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void endsWith1WhereSomethingIsWrong() throws IOException {
    try (FakeServer server = FakeServer.saying("HTTP/1.1 403 No\r\n\r\nno")) {
      assertThat(check(server.uri().toString())).isEqualTo(1);
    }
    assertThat(out.toString())
        .contains("A1   MUST    51 of 51", "0 of 51 refusals fully right (0 %)");
  }

  @Test
  void countsRecommendationsIfAskedTo() throws IOException {
    GoodEndpoint good = new GoodEndpoint();
    try (FakeServer server =
        new FakeServer(
            (request, out) -> {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              good.answer(request, bytes);
              String text = bytes.toString(StandardCharsets.US_ASCII);
              out.write(
                  text.replace("Pragma: no-cache\r\n", "").getBytes(StandardCharsets.US_ASCII));
            })) {
      assertThat(check(server.uri().toString())).isZero();
      assertThat(check(server.uri().toString(), "--strict", "--quiet")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                    | The address of a token endpoint is missing",
        "ftp://h/                            | The address has to start with http:// or https://",
        "http://u:hunter2@h/                 | The address must have no user name",
        "http://h/ hunter2                   | There is an argument too many",
        "http://h/ --clinet=id:hunter2       | Unknown option: --clinet",
        "http://h/ --client=:hunter2         | one of them is empty",
        "http://h/ --secret-env=X            | A secret needs a client",
        "http://h/ --client=a:hunter2 --secret-env=X | The secret can come from one place only",
        "http://h/ --client=a --secret-env=NO_SUCH_VARIABLE_7 | no environment variable NO_SUCH",
        "http://h/ --client=a --secret-file=no-such-file | cannot be read: no-such-file",
        "http://h/ --auth=both --client=a:hunter2 | --auth has to be header or body",
        "http://h/ --rate=0                  | The rate has to be more than 0",
        "http://h/ --rate=x                  | Invalid value for option '--rate'",
        "http://h/ --timeout=0               | A timeout has to be more than nothing",
        "http://h/ --cacert=no-such-file     | There is no file of certificates at no-such-file",
        "http://h/ --proxy=x                 | --proxy has to be a host and a port",
        "http://h/ --color=sometimes         | Invalid value for option '--color'",
        "http://h/ --compare a b             | leave out the address",
        "--compare a b                       | The file cannot be read: a",
        "--compare a                         | --compare",
        "http://127.0.0.1:1/ --json=no-such-directory/x.json | The file cannot be written: no-such-d",
        "http://h_h:1x/                      | The address has to name its host and port",
        "http://h_h.invalid:80/x             | there is no host h_h.invalid",
        "http://h<x/                         | The address is no URI: illegal character",
        "http://127.0.0.1:1/                 | Cannot check http://127.0.0.1:1/: no connection"
      })
  void endsWith2AndSaysWhy(String arguments, String message) {
    String[] some = arguments == null ? new String[0] : arguments.split(" ", -1);
    assertThat(check(some)).isEqualTo(2);
    assertThat(err.toString()).contains(message).doesNotContain("hunter2", "\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void takesTheSecretFromAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), GoodEndpoint.SECRET + "\nmore\n");
    try (FakeServer server = new FakeServer(new GoodEndpoint())) {
      String[] arguments = {
        server.uri().toString(), "--client", GoodEndpoint.ID, "--secret-file", file.toString()
      };
      assertThat(check(arguments)).as(err.toString()).isZero();
      assertThat(server.requests().size()).isGreaterThan(80);
    }
  }

  @Test
  void keepsTheSecretOutOfEveryOutput() throws IOException {
    List<String> arguments = new ArrayList<>();
    try (FakeServer server =
        new FakeServer(
            (request, out) -> {
              String echo = "HTTP/1.1 400 No\r\nX: " + request.headers().first("Authorization");
              out.write((echo + "\r\n\r\n" + request.text()).getBytes(StandardCharsets.ISO_8859_1));
            })) {
      arguments.addAll(List.of(server.uri().toString(), "--client", CLIENT, "--details"));
      for (String format : List.of("json", "junit-xml", "markdown", "html")) {
        arguments.addAll(List.of("--" + format, directory.resolve(format).toString()));
      }
      assertThat(check(arguments.toArray(String[]::new))).as(err.toString()).isEqualTo(1);
    }
    List<String> outputs = new ArrayList<>(List.of(out.toString(), err.toString()));
    for (String format : List.of("json", "junit-xml", "markdown", "html")) {
      outputs.add(Files.readString(directory.resolve(format)));
    }
    assertThat(outputs.get(0)).contains("client_secret=***", "Authorization: Basic ***");
    assertThat(outputs).noneMatch(text -> Secrets.isIn(text, GoodEndpoint.ID, GoodEndpoint.SECRET));
  }

  @Test
  void keepsTokensOutOfEveryOutput() throws IOException {
    try (FakeServer server = new FakeServer(new GoodEndpoint())) {
      String json = directory.resolve("result.json").toString();
      check(server.uri().toString(), "--client", CLIENT, "--details", "--json", json);
      assertThat(out.toString() + Files.readString(Path.of(json)))
          .contains("(a token, not kept)")
          .doesNotContain("S0-s3cret-token");
    }
  }

  @Test
  void comparesTwoResults() throws IOException {
    String before = directory.resolve("before.json").toString();
    String after = directory.resolve("after.json").toString();
    String page = directory.resolve("page.html").toString();
    try (FakeServer server = FakeServer.saying("HTTP/1.1 403 No\r\n\r\nno")) {
      assertThat(check(server.uri().toString(), "--json", before, "-q")).isEqualTo(1);
    }
    try (FakeServer server = new FakeServer(new GoodEndpoint())) {
      assertThat(check(server.uri().toString(), "--json", after, "-q")).isZero();
    }
    assertThat(out.toString()).isEmpty();
    assertThat(check("--compare", before, after, "--html", page)).isZero();
    assertThat(out.toString()).contains("before  0 of 51 refusals", "after   51 of 51 refusals");
    assertThat(Path.of(page)).content().contains("<h2>Before</h2>", "<h2>After</h2>");
    assertThat(check("--compare", after, before, "-q")).isEqualTo(1);
    assertThat(check("--compare", page, before)).isEqualTo(2);
    assertThat(err.toString())
        .contains(page + " is no result of check --json: it is no JSON object");
  }

  @Test
  void printsOneReportToTheStandardOutput() throws IOException {
    try (FakeServer server = new FakeServer(new GoodEndpoint())) {
      assertThat(check(server.uri().toString(), "--json", "-")).isZero();
    }
    assertThat(out.toString()).startsWith("{").endsWith("}\n").doesNotContain("fully right");
  }

  @Test
  void endsWith1AndSaysItWhereAnybodyGetsAToken() throws IOException {
    String token = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
    try (FakeServer server = FakeServer.saying(token + "{\"access_token\":\"t\"}")) {
      assertThat(check(server.uri().toString(), "--color=always")).isEqualTo(1);
    }
    assertThat(out.toString())
        .contains("Granted to anybody", "The application has to check who asks.")
        .contains("\u001b[31m!\u001b[0m unknown client, by header")
        .doesNotContain("request-checks", "100 %");
  }

  @Test
  void endsWith2WhereTheCheckIsNotWhole() throws IOException {
    GoodEndpoint good = new GoodEndpoint();
    AtomicInteger count = new AtomicInteger();
    try (FakeServer server =
        new FakeServer(
            (request, output) -> {
              if (count.incrementAndGet() <= 20) {
                good.answer(request, output);
              }
            })) {
      assertThat(check(server.uri().toString())).isEqualTo(2);
    }
    assertThat(err.toString()).startsWith("check: 5 requests in a row were not answered");
    assertThat(out.toString()).contains("The check is not whole", "of 24 refusals fully right");
  }

  @Test
  void warnsWhereCertificatesAreNotChecked() {
    check("https://127.0.0.1:1/", "--client=a:hunter2", "--insecure");
    assertThat(err.toString()).startsWith("Warning: certificates are not checked");
  }

  @Test
  void paintsOnDemand() throws IOException {
    try (FakeServer server = FakeServer.saying("HTTP/1.1 403 No\r\n\r\nno")) {
      check(server.uri().toString(), "--color=always");
    }
    assertThat(out.toString()).contains("\u001b[31m");
  }

  private int check(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check", FAST));
    if (List.of(arguments).stream().anyMatch(a -> a.startsWith("--rate"))) {
      all.remove(FAST);
    }
    all.addAll(List.of(arguments));
    PrintWriter output = new PrintWriter(out, true);
    PrintWriter errors = new PrintWriter(err, true);
    return Main.run(output, errors, all.toArray(String[]::new));
  }
}
