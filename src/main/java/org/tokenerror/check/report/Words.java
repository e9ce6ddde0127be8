package org.tokenerror.check.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tokenerror.check.CaseResult;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.Score;
import org.tokenerror.check.Tally;
import org.tokenerror.check.judge.Finding;
import org.tokenerror.check.judge.Level;

/** Finds the words that all reports share. */
final class Words {
  static final List<String> APART =
      List.of(
          "These requests got a token although they should have been refused. What only corrects"
              + " answers cannot see that.",
          "Behind the Token Error Filter, request-checks=enforce refuses most of them before the"
              + " servlet runs.");
  static final List<String> STRANGERS =
      List.of(
          "These requests got a token although nobody in them had authenticated: the secret was wrong,"
              + " or there was none, or the client does not exist.",
          "No filter can mend that. The application has to check who asks.");
  static final List<String> MISSING =
      List.of("These requests are in the first result only, so there is nothing to compare.");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  static String when(CheckResult result) {
    return TIME.format(result.when());
  }

  static String scope(CheckResult result) {
    return count(result.cases().size(), "request")
        + (result.withClient() ? "" : ", without a client that the endpoint knows")
        + ", "
        + when(result);
  }

  /** Lists what a reader should know first. */
  static List<String> notes(CheckResult result) {
    List<String> all = new ArrayList<>();
    result.shortcoming().ifPresent(reason -> all.add("The check is not whole: " + reason + "."));
    all.addAll(result.notes());
    return all;
  }

  /** Lists the requests that got a token and should not, but came from a client that exists. */
  static List<CaseResult> apart(CheckResult result) {
    List<CaseResult> some = new ArrayList<>(result.wronglyGranted());
    some.removeAll(result.grantedToStrangers());
    return some;
  }

  /** Tells whether a result is one to be glad of. */
  static boolean isGood(CheckResult result) {
    return result.shortcoming().isEmpty() && result.wrong(Level.MUST).isEmpty();
  }

  static String refusals(Score score) {
    if (score.refusals() == 0) {
      return "no refusal to judge";
    }
    return score.right()
        + " of "
        + count(score.refusals(), "refusal")
        + " fully right ("
        + score.percentRight()
        + " %)";
  }

  static String perfection(Score score) {
    return score.perfect() + " by the recommendations too";
  }

  static String requirements(Score score) {
    return score.requirementsMet()
        + " of "
        + count(score.requirements(), "requirement")
        + " met everywhere ("
        + score.percentMet()
        + " %)";
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Names what was not met, what it is, and the section that asks for it. */
  static String finding(Finding finding) {
    return finding.requirement()
        + ": "
        + finding.detail()
        + " ("
        + finding.requirement().source()
        + ")";
  }

  /** Tells in how many cases a requirement was not met; a dash where it never applied. */
  static String failures(Tally tally) {
    return tally.total() == 0 ? "-" : tally.failed() + " of " + tally.total();
  }

  /** Tells status and code of an answer in a few characters. */
  static String answer(CaseResult result) {
    return switch (result.judgement().outcome()) {
      case SILENT -> "no answer";
      case GRANTED, WRONGLY_GRANTED -> result.status() + " (a token)";
      case TOO_LARGE -> result.status() + " (too large to judge)";
      case PUT_OFF -> result.status() + " (put off)";
      case REFUSED, ANSWERED -> (result.status() + " " + result.error()).strip();
    };
  }

  static String ids(CaseResult result, Level level) {
    return result.judgement().failures(level).stream()
        .map(Finding::requirement)
        .map(Enum::name)
        .collect(Collectors.joining(" "));
  }

  static String ids(CaseResult result) {
    return result.failures().stream()
        .map(Finding::requirement)
        .map(Enum::name)
        .collect(Collectors.joining(" "));
  }
}
