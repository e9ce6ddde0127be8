package org.tokenerror.oauth.said;

import java.util.Optional;
import org.tokenerror.oauth.Outcome;

/** Finds where a servlet sent the client instead of answering. */
public final class Redirect {
  private Redirect() {}

  /**
   * Finds the target, as the servlet wrote it.
   *
   * @param outcome how the servlet answered
   * @return empty when it sent the client nowhere
   */
  public static Optional<String> target(Outcome outcome) {
    if (outcome instanceof Outcome.Redirected redirected) {
      return Optional.of(redirected.location());
    }
    boolean redirects = outcome instanceof Outcome.Returned && outcome.status() / 100 == 3;
    return redirects ? outcome.headers().first("Location") : Optional.empty();
  }
}
