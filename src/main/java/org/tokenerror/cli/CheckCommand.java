package org.tokenerror.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.ClientMethod;
import org.tokenerror.check.ComplianceCheck;
import org.tokenerror.check.judge.Level;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the options of a check, runs it or compares two, and reports. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Checks how a token endpoint refuses.",
    description = {
      "%nSends about ninety requests, most of them wrong, to one address and judges each answer by RFC 6749 and"
          + " what belongs to it. Nothing is changed there: there is no valid code, no user's password, and"
          + " nothing is revoked. Redirects are not followed.%n",
      "Without --client it sees how strangers are refused, and nothing more.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  check https://as.example.com/oauth2/token --client my-client",
      "  check http://127.0.0.1:8080/oauth2/token --client id:secret --json before.json",
      "  check --compare before.json after.json --html report.html"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no answer fails a requirement",
      "1:an answer does",
      "2:the check could not run, or not to its end: bad arguments, nobody there, no token endpoint,"
          + " or the client was refused"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int ALL_RIGHT = 0;
  private static final int FINDINGS = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = "Address of the token endpoint: http or https.")
  private Optional<String> address = Optional.empty();

  @ArgGroup(validate = false, heading = "%nThe client:%n")
  private ClientOptions client = new ClientOptions();

  @ArgGroup(validate = false, heading = "%nThe connection:%n")
  private ConnectionOptions connection = new ConnectionOptions();

  @ArgGroup(validate = false, heading = "%nThe report:%n")
  private ReportOptions report = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Reports reports = new Reports(report, spec.commandLine().getOut());
    CheckResult result;
    reports.requireWritable();
    if (!report.compare.isEmpty()) {
      if (address.isPresent()) {
        throw wrong("--compare compares two results of earlier checks: leave out the address");
      }
      CheckResult before = reports.read(report.compare.get(0));
      result = reports.read(report.compare.get(1));
      reports.write(before, result);
    } else {
      result = check();
      reports.write(result);
    }
    return exitCode(result);
  }

  private int exitCode(CheckResult result) {
    boolean wrong = !result.wrong(level()).isEmpty();
    if (result.stopped().isPresent() || (!wrong && result.shortcoming().isPresent())) {
      spec.commandLine().getErr().println("check: " + result.shortcoming().orElse(""));
      return Main.CANNOT_RUN;
    }
    return wrong ? FINDINGS : ALL_RIGHT;
  }

  private Level level() {
    return report.strict ? Level.SHOULD : Level.MUST;
  }

  private CheckResult check() throws IOException {
    ComplianceCheck check;
    Progress progress = new Progress(spec.commandLine().getErr(), !report.quiet);
    try {
      URI uri = uri();
      check = prepare(uri);
      warn(uri);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
    try {
      return check.telling(progress).run();
    } finally {
      progress.end();
    }
  }

  private ComplianceCheck prepare(URI uri) throws IOException {
    ComplianceCheck check =
        ComplianceCheck.of(uri)
            .rate(connection.rate)
            .atMost(connection.most)
            .connectTimeout(seconds(connection.connectTimeout))
            .timeout(seconds(connection.timeout));
    Optional<ClientSecret> secret = ClientSecret.from(client);
    if (secret.isPresent()) {
      check.client(secret.get().id(), secret.get().secret());
    }
    if (client.method.isPresent()) {
      check.authenticating(method(client.method.get()));
    }
    client.scope.ifPresent(check::scope);
    if (connection.certificates.isPresent()) {
      check.trusting(connection.certificates.get());
    }
    if (connection.insecure) {
      check.trustingEverybody();
    }
    if (connection.proxy.isPresent()) {
      URI proxy = proxy(connection.proxy.get());
      check.proxy(proxy.getHost(), proxy.getPort());
    }
    return connection.forced ? check.evenIfNoTokenEndpoint() : check;
  }

  private URI uri() {
    String text = address.orElseThrow(() -> wrong("The address of a token endpoint is missing"));
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw wrong("The address is no URI: " + e.getReason().toLowerCase(Locale.ROOT));
    }
  }

  private void warn(URI uri) {
    PrintWriter err = spec.commandLine().getErr();
    boolean plain = uri.getScheme().toLowerCase(Locale.ROOT).equals("http");
    if (connection.insecure) {
      err.println(
          "Warning: certificates are not checked, so anybody in between can read the secret.");
    } else if (plain && client.client.isPresent() && !isHere(uri)) {
      err.println("Warning: the address is not https, so the secret can be read on its way.");
    }
  }

  private static boolean isHere(URI uri) {
    if (uri.getHost() == null) {
      return false;
    }
    try {
      return InetAddress.getByName(uri.getHost()).isLoopbackAddress();
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }

  private ClientMethod method(String text) {
    return switch (text) {
      case "header" -> ClientMethod.BASIC;
      case "body" -> ClientMethod.BODY;
      default -> throw wrong("--auth has to be header or body");
    };
  }

  private URI proxy(String text) {
    URI uri;
    try {
      uri = new URI(text.contains("://") ? text : "http://" + text);
    } catch (URISyntaxException e) {
      throw wrong("--proxy has to be a host and a port, such as proxy.example.com:3128");
    }
    boolean other = !"http".equals(uri.getScheme()) || uri.getRawUserInfo() != null;
    if (other || uri.getHost() == null || uri.getPort() < 1) {
      throw wrong("--proxy has to be a host and a port, such as proxy.example.com:3128");
    }
    return uri;
  }

  private Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
