package org.tokenerror;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.RequestCheck;
import org.tokenerror.oauth.Verdict;

/**
 * Writes one line for each decision to the logger {@code org.tokenerror}.
 *
 * <p>INFO when nothing was changed but would have been (mode {@code observe}), DEBUG for what was
 * changed, WARNING for what went wrong with the filter itself. Of requests that fail a check the
 * first for each check is INFO, all others are DEBUG. No line holds a credential or words of the
 * servlet.
 */
final class LoggingListener implements NormalizationListener {
  private static final Logger LOGGER = System.getLogger("org.tokenerror");

  /** The checks that were logged at INFO already. */
  private final Set<RequestCheck> told = ConcurrentHashMap.newKeySet();

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
  public void onRequestChecks(RequestCheckEvent event) {
    boolean news = told.addAll(event.failed());
    LOGGER.log(
        news ? Level.INFO : Level.DEBUG,
        () ->
            Printable.quoted(event.path())
                + (event.refused() ? " refused a request for " : " was sent a request that fails ")
                + event.failed().stream()
                    .map(check -> check.name() + " (" + check.requirement() + ")")
                    .collect(Collectors.joining(", ")));
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
