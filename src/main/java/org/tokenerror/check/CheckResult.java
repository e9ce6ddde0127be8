package org.tokenerror.check;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tokenerror.check.judge.Finding;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.judge.Requirement;

/**
 * Holds what a check found out, case by case.
 *
 * <p>There is no secret in it.
 *
 * @param target the address that was checked
 * @param when when that was
 * @param withClient whether a client that exists took part
 * @param notes what a reader should know about how it was found out
 * @param stopped why the check ended early, empty if it did not
 * @param cases the cases in the order in which they were sent
 */
public record CheckResult(
    String target,
    Instant when,
    boolean withClient,
    List<String> notes,
    Optional<String> stopped,
    List<CaseResult> cases) {
  private static final int SHOWN_WHEN_FAILED = 20;

  /**
   * Keeps copies of the lists.
   *
   * @param target the address
   * @param when the time
   * @param withClient whether there was a client
   * @param notes the notes
   * @param stopped the reason, if there is one
   * @param cases the cases
   */
  public CheckResult {
    notes = List.copyOf(notes);
    cases = List.copyOf(cases);
  }

  /**
   * Lists the requests that were refused, those without an answer included.
   *
   * @return the refusals, right and wrong
   */
  public List<CaseResult> refusals() {
    return cases.stream().filter(result -> result.judgement().isRefusal()).toList();
  }

  /**
   * Lists the answers that fail something.
   *
   * @param level whether recommendations count as well
   * @return the cases with findings, in order
   */
  public List<CaseResult> wrong(Level level) {
    return cases.stream().filter(result -> !result.isRight(level)).toList();
  }

  /**
   * Lists the requests that got a token although they should have been refused.
   *
   * <p>What only corrects answers, as a filter does, cannot see these. Those of {@link
   * #grantedToStrangers} are among them.
   *
   * @return the cases, in order
   */
  public List<CaseResult> wronglyGranted() {
    return cases.stream()
        .filter(result -> result.judgement().outcome() == Judgement.Outcome.WRONGLY_GRANTED)
        .toList();
  }

  /**
   * Lists the requests that got a token although nobody in them had authenticated; these are wrong
   * answers as well.
   *
   * @return the cases, in order
   */
  public List<CaseResult> grantedToStrangers() {
    return wronglyGranted().stream()
        .filter(
            result ->
                result.failures().stream()
                    .anyMatch(finding -> finding.requirement() == Requirement.B6))
        .toList();
  }

  /**
   * Returns why nothing can be concluded from this result, however right its answers are.
   *
   * @return the reason, empty if it is whole
   */
  public Optional<String> shortcoming() {
    if (stopped.isPresent()) {
      return stopped;
    }
    return refusals().isEmpty()
        ? Optional.of("no request was refused, so there is nothing to judge")
        : Optional.empty();
  }

  /**
   * Counts, for each requirement, the cases in which it was met and in which not.
   *
   * @return the requirements that there was something to meet of, in their order
   */
  public Map<Requirement, Tally> tallies() {
    Map<Requirement, Tally> tallies = new EnumMap<>(Requirement.class);
    for (CaseResult result : cases) {
      for (Finding finding : result.judgement().findings()) {
        Tally tally = tallies.getOrDefault(finding.requirement(), new Tally(0, 0));
        tallies.put(finding.requirement(), tally.plus(finding.isFailure()));
      }
    }
    return tallies;
  }

  /**
   * Sums the result up.
   *
   * @return the score
   */
  public Score score() {
    List<CaseResult> refusals = refusals();
    Map<Requirement, Tally> tallies = tallies();
    return new Score(
        (int) refusals.stream().filter(result -> result.isRight(Level.MUST)).count(),
        (int) refusals.stream().filter(result -> result.isRight(Level.SHOULD)).count(),
        refusals.size(),
        (int) tallies.values().stream().filter(tally -> !tally.isFailed()).count(),
        tallies.size(),
        wronglyGranted().size());
  }

  /**
   * Finds a case by its name.
   *
   * @param id the name
   * @return the case, if it was sent
   */
  public Optional<CaseResult> find(String id) {
    return cases.stream().filter(result -> result.id().equals(id)).findFirst();
  }

  /**
   * Fails if an answer fails a requirement, or if there is too little to judge; recommendations do
   * not count.
   *
   * @return this result, for more questions
   * @throws AssertionError if one does; its message lists what is wrong
   */
  public CheckResult assertCompliant() {
    return assertCompliant(Level.MUST);
  }

  /**
   * Fails if an answer fails a requirement or, if asked so, a recommendation.
   *
   * @param level whether recommendations count as well
   * @return this result, for more questions
   * @throws AssertionError if one does; its message lists what is wrong
   */
  public CheckResult assertCompliant(Level level) {
    List<CaseResult> wrong = wrong(level);
    if (wrong.isEmpty() && shortcoming().isEmpty()) {
      return this;
    }
    String first =
        shortcoming().map(reason -> "The check is not whole: " + reason + "\n").orElse("");
    throw new AssertionError(
        wrong.stream()
            .limit(SHOWN_WHEN_FAILED)
            .map(result -> describe(result, level))
            .collect(
                Collectors.joining(
                    "\n\n",
                    first + wrong.size() + " of " + cases.size() + " answers are wrong\n\n",
                    "\n")));
  }

  private static String describe(CaseResult result, Level level) {
    String findings =
        result.failures().stream()
            .filter(finding -> level == Level.SHOULD || finding.requirement().level() == Level.MUST)
            .map(
                finding ->
                    "  "
                        + finding.requirement()
                        + " "
                        + finding.detail()
                        + " ("
                        + finding.requirement().source()
                        + ")")
            .collect(Collectors.joining("\n"));
    String received = result.received().lines().collect(Collectors.joining("\n  | ", "  | ", ""));
    return result.id() + ": " + result.title() + "\n" + findings + "\n" + received;
  }

  @Override
  public String toString() {
    return target + " " + score();
  }
}
