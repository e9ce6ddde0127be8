package org.tokenerror.check.report;

import java.util.List;
import java.util.function.Function;
import org.tokenerror.check.CaseResult;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.judge.Requirement;

/**
 * Writes a result, or two side by side, as Markdown with tables.
 *
 * <p>Requests and answers are left out; the page of HTML and the JSON have them.
 */
public final class MarkdownReport {
  private final StringBuilder text = new StringBuilder();
  private final Comparison comparison;

  private MarkdownReport(Comparison comparison) {
    this.comparison = comparison;
  }

  /**
   * Writes one result.
   *
   * @param result the result
   * @return the text
   */
  public static String write(CheckResult result) {
    return new MarkdownReport(Comparison.of(result)).write();
  }

  /**
   * Writes two results side by side.
   *
   * @param before the first one
   * @param after the second one
   * @return the text
   */
  public static String write(CheckResult before, CheckResult after) {
    return new MarkdownReport(Comparison.of(before, after)).write();
  }

  private String write() {
    line("# Token endpoint: how it refuses");
    line("");
    boolean two = comparison.before().isPresent();
    line(two ? "| | before | after |" : "| | |");
    line(two ? "|---|---|---|" : "|---|---|");
    row("address", result -> "`" + cell(result.target()) + "`");
    row("when", result -> Words.scope(result));
    row("refusals", result -> Words.refusals(result.score()));
    row("by the recommendations too", result -> Integer.toString(result.score().perfect()));
    row("requirements", result -> Words.requirements(result.score()));
    row("not refused", result -> Words.count(result.score().wronglyGranted(), "request"));
    row("granted to anybody", result -> Words.count(result.grantedToStrangers().size(), "request"));
    for (String note : Words.notes(comparison.after())) {
      line("");
      line(cell(note));
    }
    writeRequirements(two);
    writeCases(two);
    CheckResult after = comparison.after();
    writeList("Granted to anybody", Words.STRANGERS, after.grantedToStrangers());
    writeList("Not refused", Words.APART, Words.apart(after));
    writeList("Only before", Words.MISSING, comparison.missing());
    return text.toString();
  }

  private void writeRequirements(boolean two) {
    line("");
    line("## By requirement");
    line("");
    line(two ? "| | | wrong before | wrong after | |" : "| | | wrong in | |");
    line(two ? "|---|---|---|---|---|" : "|---|---|---|---|");
    for (Requirement requirement : comparison.requirements()) {
      StringBuilder row = new StringBuilder("| ").append(requirement.name()).append(" | ");
      row.append(requirement.level()).append(" | ");
      comparison
          .before()
          .ifPresent(
              before ->
                  row.append(Words.failures(Comparison.tally(before, requirement))).append(" | "));
      row.append(Words.failures(Comparison.tally(comparison.after(), requirement))).append(" | ");
      row.append(cell(requirement.sentence())).append(" [").append(requirement.source());
      line(row.append("](").append(requirement.link()).append(") |").toString());
    }
  }

  private void writeCases(boolean two) {
    line("");
    line("## By request");
    line("");
    line(two ? "| | | before | wrong | after | wrong |" : "| | | answer | wrong |");
    line(two ? "|---|---|---|---|---|---|" : "|---|---|---|---|");
    for (Comparison.Pair pair : comparison.pairs()) {
      StringBuilder row = new StringBuilder("| ");
      row.append(cell(pair.after().title()))
          .append(" | `")
          .append(pair.after().id())
          .append("` | ");
      if (two) {
        row.append(pair.before().map(MarkdownReport::answer).orElse("- | -")).append(" | ");
      }
      line(row.append(answer(pair.after())).append(" |").toString());
    }
  }

  private void writeList(String heading, List<String> sentences, List<CaseResult> cases) {
    if (cases.isEmpty()) {
      return;
    }
    line("");
    line("## " + heading);
    line("");
    sentences.forEach(this::line);
    line("");
    cases.forEach(one -> line("- " + cell(one.title())));
  }

  private static String answer(CaseResult result) {
    String right = result.isRight(Level.SHOULD) ? "" : Words.ids(result);
    return cell(Words.answer(result)) + " | " + right;
  }

  private void row(String name, Function<CheckResult, String> value) {
    StringBuilder row = new StringBuilder("| ").append(name).append(" | ");
    comparison.before().ifPresent(before -> row.append(value.apply(before)).append(" | "));
    line(row.append(value.apply(comparison.after())).append(" |").toString());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** Takes away what would end a cell or begin a tag. */
  private static String cell(String value) {
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ("\\`*_[]<>|#".indexOf(c) >= 0) {
        cell.append("&#").append((int) c).append(';');
      } else {
        cell.append(c < ' ' ? ' ' : c);
      }
    }
    return cell.toString();
  }
}
