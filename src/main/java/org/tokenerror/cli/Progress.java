package org.tokenerror.cli;

import java.io.PrintWriter;
import org.tokenerror.check.ComplianceCheck;

/** Shows on one line of a terminal how far a check is; elsewhere it shows nothing. */
final class Progress implements ComplianceCheck.Progress {
  private static final int WIDTH = 70;

  private final PrintWriter err;
  private final boolean shown;

  Progress(PrintWriter err, boolean wanted) {
    this.err = err;
    this.shown = wanted && Terminal.console().isPresent();
  }

  @Override
  public void next(int number, int total, String title) {
    show("[" + number + "/" + total + "] " + title);
  }

  void end() {
    show("");
    if (shown) {
      err.print('\r');
      err.flush();
    }
  }

  private void show(String text) {
    if (shown) {
      String line = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
      err.print('\r' + line + " ".repeat(WIDTH - line.length()));
      err.flush();
    }
  }
}
