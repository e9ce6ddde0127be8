package org.tokenerror.check.report;

import java.io.PrintWriter;
import java.util.List;
import org.tokenerror.check.CaseGroup;
import org.tokenerror.check.CaseResult;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.Score;
import org.tokenerror.check.judge.Finding;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.judge.Requirement;

/**
 * Prints a result as a person likes to read it: what is wrong first, then where, then the sum.
 *
 * <p>It uses colours and signs only as far as it is told that they arrive.
 */
public final class TerminalReport {
  /**
   * Says what the terminal can show.
   *
   * @param colour whether it understands colours
   * @param signs whether it has more than ASCII
   * @param details whether requests and answers are printed as well
   */
  public record Style(boolean colour, boolean signs, boolean details) {}

  private enum Colour {
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BOLD("1"),
    FAINT("2");

    private final String code;

    Colour(String code) {
      this.code = code;
    }
  }

  private final PrintWriter out;
  private final Style style;

  /**
   * Prepares to print.
   *
   * @param out where to
   * @param style what can be shown
   */
  public TerminalReport(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /**
   * Prints one result.
   *
   * @param result the result
   */
  public void print(CheckResult result) {
    print(Comparison.of(result));
  }

  /**
   * Prints two results side by side.
   *
   * @param before the first one
   * @param after the second one
   */
  public void print(CheckResult before, CheckResult after) {
    print(Comparison.of(before, after));
  }

  private void print(Comparison comparison) {
    CheckResult result = comparison.after();
    out.println();
    comparison
        .before()
        .ifPresent(
            before -> {
              out.println(paint(Colour.BOLD, clean(before.target())) + "  (before)");
              out.println(paint(Colour.FAINT, Words.scope(before)));
            });
    String suffix = comparison.before().isPresent() ? "  (after)" : "";
    out.println(paint(Colour.BOLD, clean(result.target())) + suffix);
    out.println(paint(Colour.FAINT, Words.scope(result)));
    Words.notes(result).forEach(note -> out.println(paint(Colour.YELLOW, clean(note))));
    printRequirements("What is wrong", comparison, comparison.failed());
    if (style.details()) {
      printRequirements("By requirement", comparison, comparison.requirements());
    }
    printCases(comparison);
    printList("Only before", Words.MISSING, comparison.missing(), Colour.YELLOW);
    printList("Granted to anybody", Words.STRANGERS, result.grantedToStrangers(), Colour.RED);
    printList("Not refused", Words.APART, Words.apart(result), Colour.YELLOW);
    out.println();
    comparison.before().ifPresent(before -> printScore("before  ", before));
    printScore(comparison.before().isPresent() ? "after   " : "", result);
    out.flush();
  }

  private void printRequirements(
      String heading, Comparison comparison, List<Requirement> requirements) {
    if (requirements.isEmpty()) {
      return;
    }
    heading(heading);
    boolean two = comparison.before().isPresent();
    String columns = "  " + pad("", 5) + pad("", 8) + pad(two ? "before" : "wrong in", 10);
    out.println(paint(Colour.FAINT, columns + (two ? pad("after", 10) : "")));
    for (Requirement requirement : requirements) {
      Colour colour = requirement.level() == Level.MUST ? Colour.RED : Colour.YELLOW;
      colour = comparison.failed().contains(requirement) ? colour : Colour.GREEN;
      StringBuilder row = new StringBuilder("  ");
      row.append(paint(colour, pad(requirement.name(), 5)));
      row.append(pad(requirement.level().name(), 8));
      comparison
          .before()
          .ifPresent(
              before -> row.append(pad(Words.failures(Comparison.tally(before, requirement)), 10)));
      row.append(pad(Words.failures(Comparison.tally(comparison.after(), requirement)), 10));
      row.append(requirement.sentence()).append(' ');
      row.append(paint(Colour.FAINT, "(" + requirement.source() + ")"));
      out.println(row);
    }
  }

  private void printCases(Comparison comparison) {
    for (CaseGroup group : CaseGroup.values()) {
      List<Comparison.Pair> pairs =
          comparison.pairs().stream().filter(pair -> pair.after().group() == group).toList();
      if (pairs.isEmpty()) {
        continue;
      }
      heading(group.title());
      long right = pairs.stream().filter(this::isUneventful).count();
      pairs.stream()
          .filter(pair -> style.details() || !isUneventful(pair))
          .forEach(this::printPair);
      if (right > 0 && !style.details()) {
        String rest = right == pairs.size() ? "all " + right : right + " more";
        out.println("  " + paint(Colour.GREEN, ok()) + " " + rest + " right");
      }
    }
  }

  private boolean isUneventful(Comparison.Pair pair) {
    return pair.after().isRight(Level.SHOULD)
        && !isGrantedWrongly(pair.after())
        && !isOpen(pair.after());
  }

  /** Tells whether nothing can be said about a request. */
  private static boolean isOpen(CaseResult result) {
    Judgement.Outcome outcome = result.judgement().outcome();
    return outcome == Judgement.Outcome.PUT_OFF || outcome == Judgement.Outcome.TOO_LARGE;
  }

  private static boolean isGrantedWrongly(CaseResult result) {
    return result.judgement().outcome() == Judgement.Outcome.WRONGLY_GRANTED;
  }

  private void printPair(Comparison.Pair pair) {
    CaseResult result = pair.after();
    String sign = isOpen(result) ? paint(Colour.YELLOW, "?") : paint(Colour.GREEN, ok());
    if (!result.isRight(Level.SHOULD)) {
      sign = result.isRight(Level.MUST) ? paint(Colour.YELLOW, "~") : paint(Colour.RED, bad());
    }
    if (isGrantedWrongly(result) && result.isRight(Level.MUST)) {
      sign = paint(Colour.YELLOW, "!");
    }
    String row =
        "  " + sign + " " + pad(clean(result.title()), 52) + pad(clean(Words.answer(result)), 28);
    String must = Words.ids(result, Level.MUST);
    String should = Words.ids(result, Level.SHOULD);
    if (!must.isEmpty() && !should.isEmpty()) {
      must += " ";
    }
    out.println(
        (row + must + (should.isEmpty() ? "" : paint(Colour.FAINT, should))).stripTrailing());
    if (style.details()) {
      out.println(paint(Colour.FAINT, "    # ") + clean(result.id()));
      for (Finding finding : result.failures()) {
        out.println("      " + clean(Words.finding(finding)));
      }
      printText("    > ", result.sent());
      printText("    < ", result.received());
      out.println();
    }
  }

  private void printText(String margin, String text) {
    text.lines().forEach(line -> out.println(paint(Colour.FAINT, margin) + clean(line)));
  }

  private void printList(
      String heading, List<String> sentences, List<CaseResult> cases, Colour colour) {
    if (cases.isEmpty()) {
      return;
    }
    heading(heading);
    for (String sentence : sentences) {
      out.println("  " + sentence);
    }
    for (CaseResult one : cases) {
      out.println("  " + paint(colour, "!") + " " + clean(one.title()));
    }
  }

  private void printScore(String label, CheckResult result) {
    Score score = result.score();
    Colour colour = Words.isGood(result) ? Colour.GREEN : Colour.RED;
    out.println(
        label
            + paint(colour, Words.refusals(score))
            + ", "
            + Words.perfection(score)
            + "; "
            + Words.requirements(score));
  }

  private void heading(String text) {
    out.println();
    out.println(paint(Colour.BOLD, text));
  }

  private String ok() {
    return style.signs() ? "\u2713" : "+";
  }

  private String bad() {
    return style.signs() ? "\u2717" : "x";
  }

  private String paint(Colour colour, String text) {
    return style.colour() ? "\u001b[" + colour.code + "m" + text + "\u001b[0m" : text;
  }

  /** A result read from a file may hold what would take over the terminal. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean shown =
          c == '\t' || !(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
      clean.append(shown ? c : '?');
    }
    return clean.toString();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(width - text.length(), 1));
  }
}
