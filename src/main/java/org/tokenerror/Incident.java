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
 * Stands for a failure of which the client is not told everything: words that were not safe, an
 * exception, a fault of the server.
 *
 * <p>Nobody else logs an exception that was answered by us, so nothing of it is lost here; only the
 * request's secrets are masked (H2). What the container still handles itself, it logs itself.
 *
 * @param id a random id, never taken from the request
 * @param evidence the exchange
 * @param withheld words of the servlet that may not leave
 */
record Incident(String id, Evidence evidence, Optional<String> withheld) {
  private static final Logger LOGGER = System.getLogger("org.tokenerror");
  private static final int MOST_CAUSES = 8;
  private static final int MOST_FRAMES = 40;
  private static final int LONGEST_WORDS = 1_000;

  /** Finds whether a replaced answer is an incident. */
  static Optional<Incident> of(Evidence evidence, Verdict.Replace replacement) {
    boolean isOne =
        replacement.withheld().isPresent()
            || evidence.outcome() instanceof Outcome.Threw
            || replacement.status() >= 500;
    return isOne
        ? Optional.of(new Incident(UUID.randomUUID().toString(), evidence, replacement.withheld()))
        : Optional.empty();
  }

  /** Tells the client the id where only the server's people can help. */
  static Verdict.Replace told(Verdict.Replace replacement, Optional<Incident> incident) {
    return incident
        .filter(happened -> replacement.status() >= 500)
        .map(happened -> replacement.withMember("incident_id", happened.id))
        .orElse(replacement);
  }

  /** Writes to the log what the client is not told. */
  void log(String path) {
    StringBuilder text = new StringBuilder();
    text.append("incident ").append(id).append(" at ").append(Printable.quoted(path));
    text.append(": the servlet answered ").append(evidence.outcome().status());
    withheld.ifPresent(words -> text.append(", withheld words ").append(shortened(words)));
    if (evidence.outcome() instanceof Outcome.Threw threw) {
      appendTrace(text, threw.cause());
    }
    LOGGER.log(Level.WARNING, evidence.request().mask(text.toString()));
  }

  @Override
  public String toString() {
    return "Incident[" + id + "]"; // H2: words and exchange are for the log only
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
