package org.tokenerror.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs the subcommand that the arguments name, and ends with its exit code.
 *
 * <p>It prints no stack trace: what goes wrong is told in one line on standard error, and the exit
 * code is {@value #CANNOT_RUN}.
 */
@Command(
    name = "token-error-filter",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Finds out how a token endpoint refuses, and retrofits applications so that it is right.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "1:there are findings",
      "2:the command could not run: bad arguments, or something is missing"
    },
    subcommands = {CheckCommand.class, RetrofitCommand.class, GenerateCompletion.class})
public final class Main implements Runnable {
  static final int CANNOT_RUN = 2;

  @Spec private final CommandSpec spec = CommandSpec.create();

  /** Is made by the command line, and by {@link #main}. */
  Main() {}

  /**
   * Runs the command and ends the virtual machine with its exit code.
   *
   * @param arguments what stands behind the command's name
   */
  public static void main(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    System.exit(run(out, err, arguments));
  }

  /** Runs the command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Main::refuse)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
              return CANNOT_RUN;
            })
        .execute(arguments);
  }

  /** Tells what is wrong with the arguments, but quotes no argument that may be a secret. */
  private static int refuse(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    if (failure instanceof UnmatchedArgumentException unmatched) {
      for (String argument : unmatched.getUnmatched()) {
        int end = argument.indexOf('=');
        String name = end < 0 ? argument : argument.substring(0, end);
        boolean option = name.startsWith("-") && !name.contains(":");
        err.println(option ? "Unknown option: " + name : "There is an argument too many");
      }
      UnmatchedArgumentException.printSuggestions(unmatched, err);
    } else {
      err.println(failure.getMessage());
    }
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return CANNOT_RUN;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
