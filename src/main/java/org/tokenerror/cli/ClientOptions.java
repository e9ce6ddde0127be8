package org.tokenerror.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Holds the options about the client; see {@link ClientSecret} for where the secret comes from. */
final class ClientOptions {
  @Option(
      names = "--client",
      paramLabel = "ID[:SECRET]",
      description =
          "A client that the endpoint knows; it should be allowed client_credentials, or less is seen. What stands on a command line is visible to others on the"
              + " machine: without :SECRET, it is asked for, or read from the first line of the standard input.")
  Optional<String> client = Optional.empty();

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "Takes the secret from the first line of a file.")
  Optional<Path> secretFile = Optional.empty();

  @Option(
      names = "--secret-env",
      paramLabel = "NAME",
      description = "Takes the secret from an environment variable.")
  Optional<String> secretVariable = Optional.empty();

  @Option(
      names = "--scope",
      paramLabel = "VALUE",
      description =
          "The scope that the client asks for, where the endpoint gives no token without one.")
  Optional<String> scope = Optional.empty();

  @Option(
      names = "--auth",
      paramLabel = "header|body",
      description = "How the client authenticates. Without it, what works is found out.")
  Optional<String> method = Optional.empty();
}
