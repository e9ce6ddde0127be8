package org.tokenerror.check.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.tokenerror.check.CaseGroup;
import org.tokenerror.check.CaseResult;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.Score;
import org.tokenerror.check.Tally;
import org.tokenerror.check.judge.Finding;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.judge.Requirement;

/**
 * Writes a result, or two side by side, as one page of HTML that needs nothing else, no script
 * either.
 *
 * <p>Everything that came from the endpoint is escaped.
 */
public final class HtmlReport {
  private static final String STYLE = "report.css";

  private final StringBuilder html = new StringBuilder();
  private final Comparison comparison;

  private HtmlReport(Comparison comparison) {
    this.comparison = comparison;
  }

  /**
   * Writes one result.
   *
   * @param result the result
   * @return the page
   */
  public static String write(CheckResult result) {
    return new HtmlReport(Comparison.of(result)).write();
  }

  /**
   * Writes two results side by side.
   *
   * @param before the first one
   * @param after the second one
   * @return the page
   */
  public static String write(CheckResult before, CheckResult after) {
    return new HtmlReport(Comparison.of(before, after)).write();
  }

  private String write() {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    html.append(" style-src 'unsafe-inline'\">\n<title>Token endpoint: how it refuses</title>\n");
    html.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n");
    html.append("<h1>Token endpoint: how it refuses</h1>\n<div class=\"sums\">\n");
    comparison.before().ifPresent(before -> writeSum("Before", before));
    writeSum(comparison.before().isPresent() ? "After" : "Result", comparison.after());
    html.append("</div>\n");
    Words.notes(comparison.after()).forEach(this::paragraph);
    writeRequirements();
    for (CaseGroup group : CaseGroup.values()) {
      writeGroup(group);
    }
    CheckResult after = comparison.after();
    writeList("Granted to anybody", Words.STRANGERS, after.grantedToStrangers());
    writeList("Not refused", Words.APART, Words.apart(after));
    writeList("Only before", Words.MISSING, comparison.missing());
    return html.append("</body>\n</html>\n").toString();
  }

  private void writeSum(String label, CheckResult result) {
    Score score = result.score();
    String mood = Words.isGood(result) ? "good" : "bad";
    html.append("<section class=\"")
        .append(mood)
        .append("\">\n<h2>")
        .append(label)
        .append("</h2>\n");
    html.append("<p class=\"share\">").append(score.percentRight()).append(" %</p>\n");
    paragraph(Words.refusals(score) + ", " + Words.perfection(score));
    paragraph(Words.requirements(score));
    html.append("<p><code>").append(escape(result.target())).append("</code></p>\n");
    paragraph(Words.scope(result));
    html.append("</section>\n");
  }

  private void writeRequirements() {
    html.append("<h2>By requirement</h2>\n<table>\n<tr><th></th><th></th>");
    columns("wrong");
    html.append("<th>what is asked for</th></tr>\n");
    for (Requirement requirement : comparison.requirements()) {
      html.append("<tr><th>").append(requirement.name()).append("</th><td>");
      html.append(requirement.level()).append("</td>");
      Function<CheckResult, String> cell =
          result -> {
            Tally tally = Comparison.tally(result, requirement);
            String mood = tally.isFailed() ? mood(requirement.level()) : "good";
            String words = Words.failures(tally);
            return "<td class=\"" + (tally.total() == 0 ? "" : mood) + "\">" + words + "</td>";
          };
      comparison.before().ifPresent(before -> html.append(cell.apply(before)));
      html.append(cell.apply(comparison.after())).append("<td>");
      html.append(escape(requirement.sentence())).append(" <a href=\"");
      html.append(escape(requirement.link())).append("\">").append(requirement.source());
      html.append("</a></td></tr>\n");
    }
    html.append("</table>\n");
  }

  private void writeGroup(CaseGroup group) {
    List<Comparison.Pair> pairs =
        comparison.pairs().stream().filter(pair -> pair.after().group() == group).toList();
    if (pairs.isEmpty()) {
      return;
    }
    html.append("<h2>").append(group.title()).append("</h2>\n");
    for (Comparison.Pair pair : pairs) {
      html.append("<details>\n<summary><span>").append(escape(pair.after().title()));
      html.append("</span>");
      pair.before().ifPresent(this::writeAnswer);
      writeAnswer(pair.after());
      html.append("</summary>\n<div class=\"sides\">\n");
      writeText("Sent", pair.after().sent());
      pair.before().ifPresent(before -> writeReceived("Came back before", before));
      writeReceived(pair.before().isPresent() ? "Came back after" : "Came back", pair.after());
      html.append("</div>\n</details>\n");
    }
  }

  private void writeAnswer(CaseResult result) {
    String mood = "good";
    if (!result.isRight(Level.SHOULD)) {
      mood = mood(result.isRight(Level.MUST) ? Level.SHOULD : Level.MUST);
    }
    html.append("<span class=\"").append(mood).append("\">").append(escape(Words.answer(result)));
    html.append(" <small>").append(Words.ids(result)).append("</small></span>");
  }

  private void writeReceived(String heading, CaseResult result) {
    writeText(heading, result.received());
    if (result.failures().isEmpty()) {
      return;
    }
    html.append("<ul>\n");
    for (Finding finding : result.failures()) {
      html.append("<li class=\"").append(mood(finding.requirement().level())).append("\">");
      html.append(finding.requirement()).append(": ").append(escape(finding.detail()));
      html.append(" <a href=\"").append(escape(finding.requirement().link())).append("\">");
      html.append(finding.requirement().source()).append("</a></li>\n");
    }
    html.append("</ul>\n");
  }

  private void writeText(String heading, String text) {
    html.append("<h3>").append(heading).append("</h3>\n<pre>").append(escape(text));
    html.append("</pre>\n");
  }

  private void writeList(String heading, List<String> sentences, List<CaseResult> cases) {
    if (cases.isEmpty()) {
      return;
    }
    html.append("<h2>").append(heading).append("</h2>\n");
    paragraph(String.join(" ", sentences));
    html.append("<ul>\n");
    cases.forEach(one -> html.append("<li>").append(escape(one.title())).append("</li>\n"));
    html.append("</ul>\n");
  }

  private void columns(String name) {
    boolean two = comparison.before().isPresent();
    html.append(
        two
            ? "<th>" + name + " before</th><th>" + name + " after</th>"
            : "<th>" + name + " in</th>");
  }

  private void paragraph(String text) {
    html.append("<p>").append(escape(text)).append("</p>\n");
  }

  private static String mood(Level level) {
    return level == Level.MUST ? "bad" : "fair";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String style() {
    try (InputStream stream = HtmlReport.class.getResourceAsStream(STYLE)) {
      byte[] bytes = Objects.requireNonNull(stream, STYLE).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
