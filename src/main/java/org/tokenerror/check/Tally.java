package org.tokenerror.check;

/**
 * Counts how often a requirement was met and how often not.
 *
 * @param passed in how many cases it was met
 * @param failed in how many it was not
 */
public record Tally(int passed, int failed) {
  /**
   * Tells whether there is a case in which the requirement was not met.
   *
   * @return true if there is one
   */
  public boolean isFailed() {
    return failed > 0;
  }

  /**
   * Tells in how many cases there was something to meet.
   *
   * @return both together
   */
  public int total() {
    return passed + failed;
  }

  Tally plus(boolean failure) {
    return failure ? new Tally(passed, failed + 1) : new Tally(passed + 1, failed);
  }
}
