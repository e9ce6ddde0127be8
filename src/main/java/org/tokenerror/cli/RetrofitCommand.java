package org.tokenerror.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tokenerror.TokenErrorSettings;
import org.tokenerror.retrofit.FilterJars;
import org.tokenerror.retrofit.Namespace;
import org.tokenerror.retrofit.RefusedException;
import org.tokenerror.retrofit.RetrofitOptions;
import org.tokenerror.retrofit.Retrofitter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the arguments of {@code retrofit} and has the work done. */
@Command(
    name = "retrofit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Puts the filter into a copy of a WAR or EAR, packed or unpacked.",
      "It says what it found and what it changes, and leaves the original alone."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused, or nothing to do; the message says why",
      "2:the command could not run: bad arguments, or a file that cannot be read or written"
    })
final class RetrofitCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  @Spec private final CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "APPLICATION", description = "a WAR or EAR file, or a directory like it")
  private final Path application = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where to write; by default beside it, as NAME-retrofitted")
  private @Nullable Path output;

  @Option(
      names = {"-e", "--endpoint"},
      paramLabel = "PATH",
      description = {
        "a path of a token endpoint within the application, e.g. /login/token or"
            + " revocation:/oauth/revoke; may be repeated.",
        "Without it the filter works at the usual paths and at what was found."
      })
  private final List<String> endpoints = new ArrayList<>();

  @Option(
      names = {"-m", "--mode"},
      paramLabel = "MODE",
      description = "enforce, observe or off; enforce by default")
  private @Nullable String mode;

  @Option(
      names = {"--namespace"},
      paramLabel = "NAME",
      description = "javax or jakarta, for an application that does not tell")
  private @Nullable String namespace;

  @Option(
      names = {"-n", "--dry-run"},
      description = "tells what would be done, and writes nothing")
  private boolean dryRun;

  @Option(
      names = {"--upgrade"},
      description = "replaces a filter that is there already")
  private boolean upgrade;

  @Option(
      names = {"--allow-signed"},
      description = "changes an application although it is signed")
  private boolean allowSigned;

  @Option(
      names = {"--undo"},
      description = "takes the filter out of what this command has written")
  private boolean undo;

  private final FilterJars jars;

  /** Is made by picocli. */
  RetrofitCommand() {
    this(FilterJars.bundled());
  }

  RetrofitCommand(FilterJars jars) {
    this.jars = jars;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Retrofitter retrofitter = new Retrofitter(jars, RetrofitCommand::isNameable, out::println);
    try {
      RetrofitOptions options = options();
      if (undo) {
        retrofitter.undo(application, Optional.ofNullable(output), dryRun);
      } else {
        retrofitter.retrofit(application, options);
      }
      return 0;
    } catch (RefusedException e) {
      err.println("refused: " + e.getMessage());
      return REFUSED;
    } catch (IOException e) {
      err.println("retrofit: " + Retrofitter.describe(e));
      return Main.CANNOT_RUN;
    }
  }

  private RetrofitOptions options() {
    if (undo && (upgrade || !endpoints.isEmpty() || mode != null || namespace != null)) {
      throw new ParameterException(
          spec.commandLine(), "--undo goes with --output and --dry-run only");
    }
    checkSettings();
    return new RetrofitOptions(
        Optional.ofNullable(output),
        endpoints,
        Optional.ofNullable(mode).map(text -> text.toLowerCase(Locale.ROOT)),
        Optional.ofNullable(namespace).map(this::namespace),
        dryRun,
        upgrade,
        allowSigned);
  }

  /** Lets the filter's own settings judge, so that no deployment fails by them. */
  private void checkSettings() {
    try {
      TokenErrorSettings.builder().endpoints(endpoints).build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--endpoint: " + e.getMessage(), e);
    }
    if (mode != null && !isMode(mode)) {
      throw new ParameterException(
          spec.commandLine(), "--mode is \"" + mode + "\"; allowed are enforce, observe and off");
    }
  }

  private static boolean isNameable(String endpoint) {
    try {
      return TokenErrorSettings.builder().endpoints(List.of(endpoint)).build() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isMode(String text) {
    for (TokenErrorSettings.Mode each : TokenErrorSettings.Mode.values()) {
      if (each.name().equalsIgnoreCase(text)) {
        return true;
      }
    }
    return false;
  }

  private Namespace namespace(String text) {
    for (Namespace each : Namespace.values()) {
      if (each.label().equalsIgnoreCase(text)) {
        return each;
      }
    }
    throw new ParameterException(
        spec.commandLine(), "--namespace is \"" + text + "\"; allowed are javax and jakarta");
  }
}
