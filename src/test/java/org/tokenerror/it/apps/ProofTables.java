package org.tokenerror.it.apps;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tokenerror.check.CaseResult;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.Score;
import org.tokenerror.check.Tally;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.judge.Requirement;
import org.tokenerror.testing.apps.RealApp;

/** Writes what the checker found at several applications as tables, between marks of a page. */
final class ProofTables {
  private static final String START = "<!-- made by ProofIT -->\n";
  private static final String END = "<!-- end -->";

  /** Holds what was found at one application without the filter and behind it. */
  record Pair(CheckResult bare, CheckResult behind) {}

  private final StringBuilder text = new StringBuilder();
  private final Map<RealApp, Pair> results;

  private ProofTables(Map<RealApp, Pair> results) {
    this.results = results;
  }

  /** Returns the page with the tables of these results in place of those that it has. */
  static String putInto(String page, Map<RealApp, Pair> results) {
    int start = page.indexOf(START) + START.length();
    int end = page.indexOf(END, start);
    return page.substring(0, start) + new ProofTables(results).write() + page.substring(end);
  }

  private String write() {
    writeScores();
    line("");
    line("## By requirement");
    line("");
    line("In how many answers a requirement was not met without the filter, and behind it.");
    line("");
    writeRequirements(Level.MUST);
    line("");
    line("Recommendations:");
    line("");
    writeRequirements(Level.SHOULD);
    line("");
    line("## Not refused");
    line("");
    line("Requests that got a token although they should have been refused, with the filter as");
    line("without it, since what only corrects answers cannot see that:");
    line("");
    results.forEach((app, pair) -> line("- " + app.framework() + ": " + granted(pair.behind())));
    return text.toString();
  }

  private void writeScores() {
    row(
        List.of(
            "application made with",
            "refusals",
            "right without the filter",
            "right behind it",
            "recommendations too, without",
            "behind",
            "tokens that should have been refused, without",
            "behind"));
    line("|---|--:|--:|--:|--:|--:|--:|--:|");
    results.forEach((app, pair) -> row(scores(app, pair.bare().score(), pair.behind().score())));
  }

  private static List<String> scores(RealApp app, Score bare, Score behind) {
    return List.of(
        app.framework(),
        String.valueOf(bare.refusals()),
        bare.right() + " (" + bare.percentRight() + " %)",
        behind.right() + " (" + behind.percentRight() + " %)",
        String.valueOf(bare.perfect()),
        String.valueOf(behind.perfect()),
        String.valueOf(bare.wronglyGranted()),
        String.valueOf(behind.wronglyGranted()));
  }

  private void writeRequirements(Level level) {
    List<String> head = new ArrayList<>(List.of(""));
    results.keySet().forEach(app -> head.add(app.framework()));
    head.add("what is asked for");
    row(head);
    line("|---|" + "---|".repeat(results.size()) + "---|");
    for (Requirement requirement : failed(level)) {
      List<String> cells = new ArrayList<>(List.of(requirement.name()));
      results.values().forEach(pair -> cells.add(cell(pair, requirement)));
      cells.add(requirement.sentence().replace("_", "\\_").replace("|", "\\|"));
      row(cells);
    }
  }

  private Set<Requirement> failed(Level level) {
    Set<Requirement> failed = EnumSet.noneOf(Requirement.class);
    for (Pair pair : results.values()) {
      failed.addAll(failed(pair.bare()));
      failed.addAll(failed(pair.behind()));
    }
    failed.removeIf(requirement -> requirement.level() != level);
    return failed;
  }

  private static Set<Requirement> failed(CheckResult result) {
    return result.tallies().entrySet().stream()
        .filter(entry -> entry.getValue().isFailed())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static String cell(Pair pair, Requirement requirement) {
    Function<CheckResult, Tally> tally =
        result -> result.tallies().getOrDefault(requirement, new Tally(0, 0));
    Tally bare = tally.apply(pair.bare());
    Tally behind = tally.apply(pair.behind());
    return bare.failed() + behind.failed() == 0 ? "" : bare.failed() + " → " + behind.failed();
  }

  private static String granted(CheckResult result) {
    return result.wronglyGranted().isEmpty()
        ? "none"
        : result.wronglyGranted().stream().map(CaseResult::title).collect(Collectors.joining("; "));
  }

  private void row(List<String> cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
