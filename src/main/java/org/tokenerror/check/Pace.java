package org.tokenerror.check;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Keeps requests apart, and waits as long as a server asks for, within bounds.
 *
 * <p>It does not hurry afterwards to make up for lost time.
 */
final class Pace {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final long apart;
  private Duration left = Duration.ofSeconds(60);
  private long nextStart = System.nanoTime();

  Pace(double perSecond) {
    apart = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
  }

  /** Adds to the next wait, and tells whether that is still within the bounds. */
  boolean mayWait(Duration asked) {
    Duration wait = asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    if (left.compareTo(wait) < 0 || left.isZero()) {
      return false;
    }
    left = left.minus(wait);
    nextStart = Math.max(nextStart, System.nanoTime() + wait.toNanos());
    return true;
  }

  /** Waits until the next request may start; returns false if the thread was interrupted. */
  boolean waitForTurn() {
    long wait = nextStart - System.nanoTime();
    nextStart = Math.max(nextStart, System.nanoTime()) + apart;
    if (wait > 0) {
      try {
        TimeUnit.NANOSECONDS.sleep(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
