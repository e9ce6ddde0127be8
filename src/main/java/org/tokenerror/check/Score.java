package org.tokenerror.check;

/**
 * Sums a result up in two shares.
 *
 * @param right how many refusals fail no requirement
 * @param perfect how many of these fail no recommendation either
 * @param refusals how many refusals there are
 * @param requirementsMet how many requirements and recommendations no answer failed
 * @param requirements how many there was something to meet of
 * @param wronglyGranted how many requests got a token although they should have been refused
 */
public record Score(
    int right,
    int perfect,
    int refusals,
    int requirementsMet,
    int requirements,
    int wronglyGranted) {

  /**
   * Returns the share of the refusals that are fully right.
   *
   * @return whole percent, rounded down so that only all is 100, and nothing of nothing is 0
   */
  public int percentRight() {
    return percent(right, refusals);
  }

  /**
   * Returns the share of the requirements that no answer failed.
   *
   * @return whole percent, rounded down so that only all is 100, and nothing of nothing is 0
   */
  public int percentMet() {
    return percent(requirementsMet, requirements);
  }

  private static int percent(int part, int whole) {
    return whole == 0 ? 0 : 100 * part / whole;
  }
}
