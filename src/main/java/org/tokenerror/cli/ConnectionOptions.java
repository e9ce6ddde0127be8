package org.tokenerror.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Holds the options about the connection. */
final class ConnectionOptions {
  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20",
      description = "Requests per second at most (default: ${DEFAULT-VALUE}).")
  double rate;

  @Option(
      names = "--max",
      paramLabel = "N",
      defaultValue = "120",
      description = "Requests at most (default: ${DEFAULT-VALUE}, which is all).")
  int most;

  @Option(
      names = "--connect-timeout",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "For connecting (default: ${DEFAULT-VALUE}).")
  double connectTimeout;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "For one request and its whole answer (default: ${DEFAULT-VALUE}).")
  double timeout;

  @Option(
      names = "--cacert",
      paramLabel = "FILE",
      description = "Trusts the X.509 certificates of a file, and no others.")
  Optional<Path> certificates = Optional.empty();

  @Option(names = "--insecure", description = "Trusts every certificate. For tests only.")
  boolean insecure;

  @Option(names = "--proxy", paramLabel = "HOST:PORT", description = "Goes through an HTTP proxy.")
  Optional<String> proxy = Optional.empty();

  @Option(
      names = "--force",
      description = "Goes on where the address does not look like that of a token endpoint.")
  boolean forced;
}
