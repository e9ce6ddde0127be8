package org.tokenerror.check.judge;

import java.util.List;

/**
 * Says what became of a request, and how the answer fared with every requirement that has to do
 * with it.
 *
 * @param outcome what became of the request
 * @param findings the requirements that were met and those that were not, in their order
 */
public record Judgement(Outcome outcome, List<Finding> findings) {
  /** Says what became of a request. */
  public enum Outcome {
    /** It was refused. */
    REFUSED,
    /** It got a token, as it should or may. */
    GRANTED,
    /** It got a token although it should have been refused. */
    WRONGLY_GRANTED,
    /** It was answered, and there was nothing to refuse. */
    ANSWERED,
    /** The server asked to come back later, and nothing can be said about it. */
    PUT_OFF,
    /** The answer is longer than what is read of it, and nothing can be said about it. */
    TOO_LARGE,
    /** There was no answer. */
    SILENT
  }

  /**
   * Keeps a copy of the list.
   *
   * @param outcome what became of the request
   * @param findings the findings
   */
  public Judgement {
    findings = List.copyOf(findings);
  }

  /**
   * Tells whether the request was not granted, in one way or other.
   *
   * @return true if the answer is to be a proper refusal
   */
  public boolean isRefusal() {
    return outcome == Outcome.REFUSED || outcome == Outcome.SILENT;
  }

  /**
   * Lists what is wrong.
   *
   * @param level whether to list requirements or recommendations
   * @return the failures of that level, in order
   */
  public List<Finding> failures(Level level) {
    return findings.stream()
        .filter(Finding::isFailure)
        .filter(finding -> finding.requirement().level() == level)
        .toList();
  }
}
