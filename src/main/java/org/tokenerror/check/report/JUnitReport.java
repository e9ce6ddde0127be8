package org.tokenerror.check.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tokenerror.check.CaseResult;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.judge.Finding;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.judge.Level;

/**
 * Writes a result as the XML that build servers read: each request is a test.
 *
 * <p>A test fails by requirements only, or by recommendations too, as the caller decides. A request
 * that got a token although it should not is a skipped test, unless nobody had authenticated, and
 * so is one that the server put off.
 */
public final class JUnitReport {
  private static final Map<Judgement.Outcome, String> SKIPPED =
      Map.of(
          Judgement.Outcome.WRONGLY_GRANTED, "a token was given: there is no refusal to judge",
          Judgement.Outcome.PUT_OFF, "the server asks to slow down",
          Judgement.Outcome.TOO_LARGE, "the answer is too large to judge");

  private JUnitReport() {}

  /**
   * Writes a result.
   *
   * @param result the result
   * @param level whether recommendations make a test fail as well
   * @return an XML document
   */
  public static String write(CheckResult result, Level level) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", clean(result.target()));
      xml.writeAttribute("timestamp", result.when().toString().replace("Z", ""));
      xml.writeAttribute("tests", Integer.toString(result.cases().size()));
      xml.writeAttribute("failures", Integer.toString(result.wrong(level).size()));
      xml.writeAttribute("errors", "0");
      xml.writeAttribute("skipped", Long.toString(skipped(result, level)));
      for (CaseResult one : result.cases()) {
        write(one, level, xml);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The result cannot be written as XML", e);
    }
    return text.append('\n').toString();
  }

  private static void write(CaseResult one, Level level, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute(
        "classname", "token-endpoint." + one.group().name().toLowerCase(Locale.ROOT));
    xml.writeAttribute("name", one.id() + ": " + clean(one.title()));
    if (!one.isRight(level)) {
      List<Finding> findings =
          one.failures().stream()
              .filter(finding -> level == Level.SHOULD || finding.requirement().level() == level)
              .toList();
      xml.writeStartElement("failure");
      xml.writeAttribute("type", findings.get(0).requirement().name());
      xml.writeAttribute(
          "message",
          clean(findings.stream().map(Words::finding).collect(Collectors.joining("; "))));
      xml.writeCharacters(clean("\n" + one.sent() + "\n\n" + one.received() + "\n"));
      xml.writeEndElement();
    } else if (isSkipped(one)) {
      xml.writeStartElement("skipped");
      xml.writeAttribute("message", SKIPPED.get(one.judgement().outcome()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static long skipped(CheckResult result, Level level) {
    return result.cases().stream().filter(one -> one.isRight(level) && isSkipped(one)).count();
  }

  private static boolean isSkipped(CaseResult one) {
    return SKIPPED.containsKey(one.judgement().outcome());
  }

  /** XML 1.0 cannot hold control characters, not even escaped. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean legal =
          c == '\n' || c == '\t' || (c >= ' ' && c < '\uD800') || (c > '\uDFFF' && c < '\uFFFE');
      clean.append(legal ? c : '?');
    }
    return clean.toString();
  }
}
