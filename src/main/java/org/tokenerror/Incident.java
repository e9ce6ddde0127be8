package org.tokenerror;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.Verdict;

/**
 * Writes to the log what the client is not told: words that were not safe, and exceptions.
 *
 * <p>Nobody else logs an exception that was answered by us, so nothing of it is lost here; only the
 * request's secrets are masked (H2). What the container still handles itself, it logs itself.
 */
final class Incident {
  private static final Logger LOGGER = System.getLogger("org.tokenerror");
  private static final int MOST_CAUSES = 8;
  private static final int MOST_FRAMES = 40;
  private static final int LONGEST_WORDS = 1_000;

  private Incident() {}

  /**
   * Logs an incident, if the exchange is one.
   *
   * @return its random id; empty when the client was told everything
   */
  static Optional<String> log(String path, Evidence evidence, Verdict.Replace replacement) {
    Optional<String> withheld = replacement.withheld();
    Optional<Throwable> thrown =
        evidence.outcome() instanceof Outcome.Threw threw
            ? Optional.of(threw.cause())
            : Optional.empty();
    if (withheld.isEmpty() && thrown.isEmpty() && replacement.status() < 500) {
      return Optional.empty();
    }
    String id = UUID.randomUUID().toString();
    StringBuilder text = new StringBuilder();
    text.append("incident ").append(id).append(" at ").append(Printable.quoted(path));
    text.append(": the servlet answered ").append(evidence.outcome().status());
    withheld.ifPresent(words -> text.append(", withheld words ").append(shortened(words)));
    thrown.ifPresent(cause -> appendTrace(text, cause));
    LOGGER.log(Level.WARNING, evidence.request().mask(text.toString()));
    return Optional.of(id);
  }

  /** Quoted, so that no word of a request can forge a line of the log (H3). */
  private static String shortened(String words) {
    return Printable.quoted(
        words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words);
  }

  private static void appendTrace(StringBuilder text, Throwable thrown) {
    @Nullable Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      text.append(i == 0 ? ", it threw " : System.lineSeparator() + "caused by ");
      text.append(cause.getClass().getName());
      if (cause.getMessage() != null) {
        text.append(' ').append(shortened(cause.getMessage()));
      }
      StackTraceElement[] frames = cause.getStackTrace();
      for (int frame = 0; frame < Math.min(frames.length, MOST_FRAMES); frame++) {
        text.append(System.lineSeparator()).append("\tat ").append(frames[frame]);
      }
      cause = cause.getCause();
    }
  }
}
