package org.tokenerror.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenerror.TokenErrorSettings;
import org.tokenerror.retrofit.FilterJar;
import org.tokenerror.retrofit.zip.Bytes;
import org.tokenerror.testing.ZipBytes;
import picocli.CommandLine;

final class RetrofitCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory;

  @Test
  void passesEverythingOn() throws IOException {
    Path war = war();
    Path output = directory.resolve("b.war");
    String[] arguments = {
      "--endpoint", "/a/token", "-e", "/b", "-m", "OBSERVE", "--namespace", "javax", "-o"
    };
    assertThat(run(join(arguments, output.toString(), war.toString()))).isZero();
    assertThat(out.toString())
        .contains("+ WEB-INF/lib/token-error-filter-3-javax.jar")
        .contains("mode=observe", "endpoints=/a/token, /b");
    assertThat(output).exists();
    assertThat(run("--undo", output.toString())).isZero();
    assertThat(directory.resolve("b-restored.war")).hasSameBinaryContentAs(war);
  }

  @Test
  void endsWithOneForWhatItRefuses() throws IOException {
    assertThat(run(war().toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("refused: ").contains("--namespace javax");
  }

  @Test
  void endsWithTwoForWhatItCannotDo() throws IOException {
    assertThat(run(directory.resolve("none.war").toString())).isEqualTo(2);
    assertThat(err.toString()).endsWith("none.war: no such file or directory\n");
    assertThat(run("--undo", "--upgrade", war().toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--undo goes with --output and --dry-run only");
    assertThat(run("-e", "/a b", war().toString())).isEqualTo(2);
    assertThat(run("-m", "maybe", war().toString())).isEqualTo(2);
    assertThat(run("--namespace", "java", war().toString())).isEqualTo(2);
  }

  @Test
  void refusesEndpointsAsTheFilterItselfDoes() throws IOException {
    for (String endpoint : List.of("/my%20app/token", "/v1,2/token", "/x/a\\b", "/a b", "token")) {
      err.getBuffer().setLength(0);
      assertThat(run("-e", endpoint, war().toString())).isEqualTo(2);
      String message =
          catchThrowable(() -> TokenErrorSettings.builder().endpoints(List.of(endpoint)).build())
              .getMessage();
      assertThat(err.toString()).startsWith("--endpoint: " + message);
    }
    assertThat(directory.resolve("a-retrofitted.war")).doesNotExist();
  }

  private Path war() throws IOException {
    ZipBytes zip = new ZipBytes();
    zip.add("WEB-INF/a.jsp", "hello");
    return Files.write(directory.resolve("a.war"), zip.build());
  }

  private int run(String... arguments) {
    RetrofitCommand command =
        new RetrofitCommand(
            namespace -> new FilterJar(namespace, "3", Bytes.of(new byte[] {1, 2, 3})));
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private static String[] join(String[] first, String... rest) {
    String[] all = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }
}
