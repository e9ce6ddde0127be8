package org.tokenerror.check.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tokenerror.check.CaseResult;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.Tally;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.judge.Requirement;

/**
 * Puts two results side by side, or holds one alone.
 *
 * <p>Cases are the same if they have the same name, whatever the addresses.
 *
 * @param before the first result, empty if there is one only
 * @param after the second, or only one
 */
record Comparison(Optional<CheckResult> before, CheckResult after) {
  /**
   * Holds a case of both results.
   *
   * @param before the case in the first result
   * @param after the case in the second
   */
  record Pair(Optional<CaseResult> before, CaseResult after) {}

  static Comparison of(CheckResult only) {
    return new Comparison(Optional.empty(), only);
  }

  static Comparison of(CheckResult before, CheckResult after) {
    return new Comparison(Optional.of(before), after);
  }

  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (CaseResult result : after.cases()) {
      pairs.add(new Pair(before.flatMap(first -> first.find(result.id())), result));
    }
    return pairs;
  }

  /** Lists all requirements, those that had nothing to do with any answer too; MUST comes first. */
  List<Requirement> requirements() {
    List<Requirement> sorted = new ArrayList<>();
    for (Level level : Level.values()) {
      Stream.of(Requirement.values())
          .filter(requirement -> requirement.level() == level)
          .forEach(sorted::add);
    }
    return sorted;
  }

  /** Lists those of them that an answer of one of the results fails. */
  List<Requirement> failed() {
    return requirements().stream()
        .filter(
            requirement ->
                isFailed(after, requirement)
                    || before.filter(first -> isFailed(first, requirement)).isPresent())
        .toList();
  }

  /** Lists the cases of the first result that the second one does not have. */
  List<CaseResult> missing() {
    return before.map(CheckResult::cases).orElse(List.of()).stream()
        .filter(result -> after.find(result.id()).isEmpty())
        .toList();
  }

  static Tally tally(CheckResult result, Requirement requirement) {
    return result.tallies().getOrDefault(requirement, new Tally(0, 0));
  }

  private static boolean isFailed(CheckResult result, Requirement requirement) {
    return tally(result, requirement).isFailed();
  }
}
