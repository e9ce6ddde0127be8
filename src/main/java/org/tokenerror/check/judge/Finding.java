package org.tokenerror.check.judge;

/**
 * Says how an answer fared with a requirement.
 *
 * @param requirement the requirement
 * @param mark whether it was met; never {@link Mark#NOT_APPLICABLE}
 * @param detail what is wrong, in a few words; empty if nothing is
 */
public record Finding(Requirement requirement, Mark mark, String detail) {
  /**
   * Tells whether this is something wrong.
   *
   * @return true if the requirement was not met
   */
  public boolean isFailure() {
    return mark == Mark.FAIL;
  }
}
