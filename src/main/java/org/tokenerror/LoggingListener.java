package org.tokenerror;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.Verdict;

/**
 * Writes one line for each decision to the logger {@code org.tokenerror}.
 *
 * <p>INFO when nothing was changed but would have been (mode {@code observe}), DEBUG for what was
 * changed, WARNING for what went wrong with the filter itself. No line holds a credential or words
 * of the servlet.
 */
final class LoggingListener implements NormalizationListener {
  private static final Logger LOGGER = System.getLogger("org.tokenerror");

  @Override
  public void onDecision(NormalizationEvent event) {
    event
        .verdict()
        .replacement()
        .ifPresentOrElse(
            replacement -> log(event, replacement),
            () ->
                LOGGER.log(
                    Level.DEBUG,
                    () ->
                        Printable.quoted(event.path())
                            + " answered "
                            + event.servletStatus()
                            + ", kept: "
                            + event.verdict().label()));
  }

  private static void log(NormalizationEvent event, Verdict.Replace replacement) {
    Level level = event.enforced() ? Level.DEBUG : Level.INFO;
    LOGGER.log(level, () -> line(event, replacement));
  }

  private static String line(NormalizationEvent event, Verdict.Replace replacement) {
    OAuthError error = replacement.error();
    return Printable.quoted(event.path())
        + " answered "
        + event.servletStatus()
        + (event.enforced() ? ", replaced by " : ", would be replaced by ")
        + replacement.status()
        + " "
        + error.code()
        + ", rule "
        + replacement.rule()
        + ", for "
        + String.join(" ", replacement.faults())
        + event.incidentId().map(id -> ", incident " + id).orElse("");
  }

  @Override
  public void onTooLate(String path) {
    LOGGER.log(
        Level.WARNING,
        () -> Printable.quoted(path) + " failed after its answer was committed; left alone");
  }

  @Override
  public void onOwnFailure(String path, RuntimeException cause) {
    LOGGER.log(
        Level.WARNING,
        "token-error-filter failed at "
            + Printable.quoted(path)
            + " and released the servlet's own answer",
        cause);
  }
}
