package org.tokenerror.oauth.said;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.oauth.Outcome;

/** Lists an exception and its causes. */
public final class Causes {
  private static final int MOST = 32;

  private Causes() {}

  /**
   * Returns what an outcome threw and its causes.
   *
   * @param outcome how the servlet answered
   * @return the outermost first, at most 32; nothing when nothing was thrown
   */
  public static List<Throwable> of(Outcome outcome) {
    return outcome instanceof Outcome.Threw threw ? of(threw.cause()) : List.of();
  }

  /** Returns the outermost first; a cycle ends the list, and so does the 32nd cause. */
  private static List<Throwable> of(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Optional<Throwable> next = Optional.of(thrown);
    while (next.isPresent() && causes.size() < MOST && seen.add(next.get())) {
      causes.add(next.get());
      next = causeOf(next.get());
    }
    return causes;
  }

  /**
   * Returns what an exception says.
   *
   * @param thrown an exception of any class
   * @return its message, empty when there is none or when asking for it fails
   */
  public static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "" : message;
    } catch (RuntimeException hostile) {
      return "";
    }
  }

  private static Optional<Throwable> causeOf(Throwable thrown) {
    try {
      // javax.servlet's ServletException once had a root cause of its own
      return Optional.ofNullable(thrown.getCause())
          .or(() -> Accessors.call(thrown, "getRootCause", Throwable.class));
    } catch (RuntimeException hostile) {
      return Optional.empty();
    }
  }
}
