package org.tokenerror.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the client's secret: behind the id, in a file, in the environment, or by asking.
 *
 * <p>Its {@code toString} shows nothing, and no message of it quotes anything.
 *
 * @param id the client's id
 * @param secret its secret
 */
record ClientSecret(String id, String secret) {
  static Optional<ClientSecret> from(ClientOptions options) throws IOException {
    boolean elsewhere = options.secretFile.isPresent() || options.secretVariable.isPresent();
    if (options.client.isEmpty()) {
      if (elsewhere) {
        throw new IllegalArgumentException("A secret needs a client: --client ID is missing");
      }
      return Optional.empty();
    }
    String client = options.client.get();
    int colon = client.indexOf(':');
    boolean several = options.secretFile.isPresent() && options.secretVariable.isPresent();
    if (several || (colon >= 0 && elsewhere)) {
      throw new IllegalArgumentException(
          "The secret can come from one place only: --client ID:SECRET, --secret-file or --secret-env");
    }
    String id = colon < 0 ? client : client.substring(0, colon);
    String secret = colon < 0 ? secret(options) : client.substring(colon + 1);
    if (id.isEmpty() || secret.isEmpty()) {
      throw new IllegalArgumentException("A client needs an id and a secret: one of them is empty");
    }
    return Optional.of(new ClientSecret(id, secret));
  }

  private static String secret(ClientOptions options) throws IOException {
    if (options.secretFile.isPresent()) {
      return firstLine(options.secretFile.get());
    }
    if (options.secretVariable.isPresent()) {
      String name = options.secretVariable.get();
      return Optional.ofNullable(System.getenv(name))
          .orElseThrow(
              () -> new IllegalArgumentException("There is no environment variable " + name));
    }
    Optional<Console> console = Terminal.console();
    if (console.isPresent()) {
      return Optional.ofNullable(console.get().readPassword("Client secret: "))
          .map(String::new)
          .orElse("");
    }
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    return Optional.ofNullable(reader.readLine()).orElse("");
  }

  private static String firstLine(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return Optional.ofNullable(reader.readLine()).orElse("");
    } catch (IOException e) {
      throw new IOException("The file of the secret cannot be read: " + file, e);
    }
  }

  @Override
  public String toString() {
    return "ClientSecret";
  }
}
