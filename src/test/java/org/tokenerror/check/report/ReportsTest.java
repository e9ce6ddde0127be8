package org.tokenerror.check.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.check.CaseGroup;
import org.tokenerror.check.CaseResult;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.judge.Finding;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.judge.Judgement.Outcome;
import org.tokenerror.check.judge.Level;
import org.tokenerror.check.judge.Mark;
import org.tokenerror.check.judge.Requirement;
import org.tokenerror.check.report.TerminalReport.Style;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class ReportsTest {
  private static final String HOSTILE = "<script>x</script> | `a` \" ' & \u0000 ]]> ``` **b**";

  private static final CheckResult BEFORE =
      result(
          one("wrong", Outcome.REFUSED, 404, fail(Requirement.B1), fail(Requirement.E3)),
          one("could-be-better", Outcome.REFUSED, 400, pass(Requirement.B1), fail(Requirement.E3)),
          one("right", Outcome.REFUSED, 400, pass(Requirement.B1), pass(Requirement.E3)),
          one("granted", Outcome.WRONGLY_GRANTED, 200, pass(Requirement.E3)),
          one("silent", Outcome.SILENT, 0, fail(Requirement.A1)));
  private static final CheckResult AFTER =
      result(
          one("wrong", Outcome.REFUSED, 400, pass(Requirement.B1), pass(Requirement.E3)),
          one("right", Outcome.REFUSED, 400, pass(Requirement.B1), pass(Requirement.E3)));

  @Test
  void printsWhatIsWrongFirst() {
    assertThat(terminal(new Style(false, false, false), BEFORE))
        .containsSubsequence(
            "http://as.example/token",
            "5 requests, 2026-11-22 10:00 UTC",
            "What is wrong",
            "A1   MUST    1 of 1    The body is one JSON object with the member error. (RFC 6749, 5.2)",
            "B1   MUST    1 of 3 ",
            "E3   SHOULD  2 of 4 ",
            "The client",
            "x the title of wrong",
            "404 invalid_client",
            "B1 E3",
            "~ the title of could-be-better",
            "! the title of granted",
            "200 (a token)",
            "no answer",
            "A1",
            "+ 1 more right",
            "Not refused",
            "! the title of granted",
            "2 of 4 refusals fully right (50 %), 1 by the recommendations too; 0 of 3 requirements met"
                + " everywhere (0 %)")
        .doesNotContain("\u001b", "\u0000", HOSTILE);
  }

  @Test
  void printsRequestsAndAnswersOnDemand() {
    assertThat(terminal(new Style(false, true, true), BEFORE))
        .contains(
            "    > POST /token",
            "    < HTTP/1.1 404",
            "B1: detail of B1 (RFC 6749, 5.2)",
            "  A2   MUST    -  ",
            "\u2713 the title of right");
  }

  @Test
  void showsWhereNothingCanBeSaid() {
    CheckResult open =
        result(
            one("late", Outcome.PUT_OFF, 429, pass(Requirement.B24)),
            one("large", Outcome.TOO_LARGE, 400, pass(Requirement.E2)));
    assertThat(terminal(new Style(false, false, false), open))
        .contains("? the title of late", "429 (put off)")
        .contains("? the title of large", "400 (too large to judge)")
        .contains("The check is not whole: no request was refused", "no refusal to judge");
    assertThat(JUnitReport.write(open, Level.SHOULD))
        .contains("skipped=\"2\"", "the server asks to slow down", "too large to judge");
  }

  @Test
  void keepsControlCharactersOfAFileFromTheTerminal() {
    CheckResult evil = result(one("\u001b]0;x\u0007", Outcome.REFUSED, 400, fail(Requirement.B1)));
    assertThat(terminal(new Style(false, true, true), evil))
        .contains("the title of ?]0;x?")
        .doesNotContain("\u001b", "\u0007", "\u0000");
  }

  @Test
  void listsWhatIsInTheFirstResultOnly() {
    StringWriter text = new StringWriter();
    new TerminalReport(new PrintWriter(text), new Style(false, false, false)).print(BEFORE, AFTER);
    String sentence = "These requests are in the first result only";
    assertThat(text.toString())
        .containsSubsequence("Only before", sentence, "! the title of silent");
    assertThat(MarkdownReport.write(BEFORE, AFTER))
        .containsSubsequence("## Only before", sentence, "- the title of silent");
    assertThat(HtmlReport.write(BEFORE, AFTER))
        .containsSubsequence("<h2>Only before</h2>", sentence, "<li>the title of silent</li>");
  }

  @Test
  void saysHowEachRequirementFared() {
    assertThat(ResultJson.write(BEFORE).replaceAll("\\s+", ""))
        .contains(
            "{\"id\":\"A1\",\"level\":\"MUST\",\"verdict\":\"fail\",\"passed\":0,\"failed\":1,"
                + "\"notApplicable\":4}",
            "{\"id\":\"A2\",\"level\":\"MUST\",\"verdict\":\"notapplicable\"");
    assertThat(MarkdownReport.write(AFTER)).contains("| A2 | MUST | - |", "| B1 | MUST | 0 of 2 |");
    assertThat(HtmlReport.write(AFTER)).contains("<th>A2</th><td>MUST</td><td class=\"\">-</td>");
  }

  @Test
  void paintsOnDemand() {
    assertThat(terminal(new Style(true, true, false), BEFORE))
        .contains("\u001b[31m\u2717\u001b[0m", "\u001b[33m~\u001b[0m", "\u001b[31mB1   \u001b[0m");
  }

  @Test
  void putsTwoResultsSideBySide() {
    StringWriter text = new StringWriter();
    new TerminalReport(new PrintWriter(text), new Style(false, false, false)).print(BEFORE, AFTER);
    assertThat(text.toString().lines())
        .contains(
            "  B1   MUST    1 of 3    0 of 2    The status is 400 unless something else is specified."
                + " (RFC 6749, 5.2)",
            "  A1   MUST    1 of 1    -         The body is one JSON object with the member error."
                + " (RFC 6749, 5.2)",
            "before  2 of 4 refusals fully right (50 %), 1 by the recommendations too; 0 of 3"
                + " requirements met everywhere (0 %)",
            "after   2 of 2 refusals fully right (100 %), 2 by the recommendations too; 2 of 2"
                + " requirements met everywhere (100 %)");
  }

  @Test
  void writesJsonThatCanBeReadAgain() {
    String json = ResultJson.write(BEFORE);
    CheckResult again = ResultJson.read(json);
    assertThat(ResultJson.write(again)).isEqualTo(json);
    assertThat(again.score()).isEqualTo(BEFORE.score());
    assertThat(again.tallies()).isEqualTo(BEFORE.tallies());
    assertThat(again.find("wrong").orElseThrow().received())
        .isEqualTo(BEFORE.find("wrong").orElseThrow().received());
    assertThat(json).contains("\"right\": 2", "\"wronglyGranted\": 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "<html>",
        "{}",
        "{\"format\":99,\"when\":\"2026-11-22T10:00:00Z\",\"target\":\"x\",\"cases\":[]}",
        "{\"format\":1,\"when\":\"now\"}",
        "{\"format\":1,\"when\":\"2026-11-22T10:00:00Z\"}",
        "{\"format\":1,\"when\":\"2026-11-22T10:00:00Z\",\"target\":\"x\",\"cases\":[1]}",
        "{\"format\":1,\"when\":\"2026-11-22T10:00:00Z\",\"target\":\"x\",\"cases\":[{}]}",
        "{\"format\":1,\"when\":\"2026-11-22T10:00:00Z\",\"target\":\"x\",\"cases\":[{\"passed\":1}]}",
        "{\"format\":1,\"when\":\"2026-11-22T10:00:00Z\",\"target\":\"x\",\"cases\":[{\"passed\":[1]}]}"
      })
  void saysWhatIsMissing(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResultJson.read(text))
        .withMessageMatching("(it|\"\\w+\") is no.*");
  }

  @Test
  void passesOverRequirementsOfOtherVersions() {
    String json = ResultJson.write(AFTER).replace("\"B1\"", "\"Z1\"");
    assertThat(ResultJson.read(json).tallies()).containsOnlyKeys(Requirement.E3);
  }

  @Test
  void writesXmlForBuildServers() throws Exception {
    Element suite = xml(JUnitReport.write(BEFORE, Level.MUST));
    assertThat(suite.getAttribute("tests")).isEqualTo("5");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    NodeList failures = suite.getElementsByTagName("failure");
    assertThat(failures.getLength()).isEqualTo(2);
    assertThat(((Element) failures.item(0)).getAttribute("message"))
        .isEqualTo("B1: detail of B1 (RFC 6749, 5.2)");
    assertThat(failures.item(0).getTextContent()).contains("<script>x</script>");
    assertThat(xml(JUnitReport.write(BEFORE, Level.SHOULD)).getAttribute("failures"))
        .isEqualTo("3");
  }

  private static Element xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)))
        .getDocumentElement();
  }

  @Test
  void writesMarkdownThatNothingBreaksOutOf() {
    String text = MarkdownReport.write(BEFORE, AFTER);
    assertThat(text.lines().filter(line -> line.startsWith("| the title")))
        .hasSize(2)
        .allMatch(line -> line.replaceAll("[^|]", "").length() == 7);
    assertThat(MarkdownReport.write(BEFORE))
        .contains("| B1 | MUST | 1 of 3 | ", "(https://www.rfc-editor.org/rfc/rfc6749#section-5.2)")
        .contains("2 of 4 refusals fully right (50 %)", "- the title of granted")
        .doesNotContain("<script", "`a`");
  }

  @Test
  void writesOnePageThatNothingBreaksOutOf() {
    String page = HtmlReport.write(BEFORE);
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("&lt;script&gt;x&lt;/script&gt;", "default-src 'none'")
        .contains("<p class=\"share\">50 %</p>", "the title of granted")
        .doesNotContain("<script", "src=", "<link");
    assertThat(HtmlReport.write(BEFORE, AFTER))
        .contains("Before", "After", "<td class=\"bad\">1 of 3</td><td class=\"good\">0 of 2</td>");
  }

  private static String terminal(Style style, CheckResult result) {
    StringWriter text = new StringWriter();
    new TerminalReport(new PrintWriter(text), style).print(result);
    return text.toString();
  }

  private static CheckResult result(CaseResult... cases) {
    return new CheckResult(
        "http://as.example/token",
        Instant.parse("2026-11-22T10:00:00Z"),
        true,
        List.of(),
        Optional.empty(),
        List.of(cases));
  }

  private static CaseResult one(String id, Outcome outcome, int status, Finding... findings) {
    return new CaseResult(
        id,
        CaseGroup.CLIENT,
        "the title of " + id,
        List.of("invalid_client"),
        "POST /token HTTP/1.1",
        "HTTP/1.1 " + status + "\n" + HOSTILE,
        status,
        "invalid_client",
        new Judgement(outcome, List.of(findings)));
  }

  private static Finding pass(Requirement requirement) {
    return new Finding(requirement, Mark.PASS, "");
  }

  private static Finding fail(Requirement requirement) {
    return new Finding(requirement, Mark.FAIL, "detail of " + requirement);
  }
}
