package org.tokenerror.cli;

import java.io.Console;
import java.util.Optional;

/** Finds out whether there is a person at a terminal. */
final class Terminal {
  private Terminal() {}

  /** Returns the console, if input and output are a terminal. */
  static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
  }

  /** Since Java 22 there may be a console without a terminal, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }
}
