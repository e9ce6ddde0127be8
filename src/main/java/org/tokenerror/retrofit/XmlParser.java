package org.tokenerror.retrofit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a descriptor into elements that know their places in the text.
 *
 * <p>It is not a validating parser: entities other than the predefined ones stay as they are
 * written, nothing outside the text is ever read, and a document type is only skipped. It is linear
 * in the text.
 */
final class XmlParser {
  private static final int DEEPEST = 200;

  private final String text;
  private final Deque<Open> open = new ArrayDeque<>();
  private String doctype = "";
  private int at;

  private XmlParser(String text) {
    this.text = text;
  }

  /**
   * Holds what was read.
   *
   * @param root the outermost element
   * @param doctype the document type declaration as written, empty if there is none
   */
  record Document(XmlElement root, String doctype) {}

  /** Reads a whole document. */
  static Document parse(String text) throws XmlException {
    return new XmlParser(text).document();
  }

  private Document document() throws XmlException {
    open.push(new Open("", Map.of(), 0, 0));
    while (at < text.length()) {
      int tag = text.indexOf('<', at);
      addText(tag < 0 ? text.length() : tag);
      if (tag >= 0) {
        markup();
      }
    }
    Open outside = open.pop();
    if (!open.isEmpty()) {
      throw error("<" + outside.name + "> is never closed", outside.start);
    }
    if (outside.children.size() != 1) {
      throw error("there is not exactly one outermost element", text.length());
    }
    return new Document(outside.children.get(0), doctype);
  }

  private void addText(int end) {
    top().text.append(unescaped(text.substring(at, end)));
    at = end;
  }

  private Open top() {
    return open.element();
  }

  private void markup() throws XmlException {
    if (text.startsWith("<!--", at)) {
      at = behind("-->", at + 4);
    } else if (text.startsWith("<![CDATA[", at)) {
      int end = behind("]]>", at + 9);
      top().text.append(text, at + 9, end - 3);
      at = end;
    } else if (text.startsWith("<?", at)) {
      at = behind("?>", at + 2);
    } else if (text.startsWith("<!", at)) {
      int start = at;
      skipDoctype();
      doctype = text.substring(start, at);
    } else if (text.startsWith("</", at)) {
      endTag();
    } else {
      startTag();
    }
  }

  private int behind(String end, int from) throws XmlException {
    int found = text.indexOf(end, from);
    if (found < 0) {
      throw error("there is no " + end + " to what begins here", at);
    }
    return found + end.length();
  }

  private void skipDoctype() throws XmlException {
    int start = at;
    int brackets = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = behind(String.valueOf(c), at + 1);
        continue;
      }
      if (text.startsWith("<!--", at)) {
        at = behind("-->", at + 4);
        continue;
      }
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      at++;
      if (c == '>' && brackets == 0) {
        return;
      }
    }
    throw error("the document type is never closed", start);
  }

  private void startTag() throws XmlException {
    int start = at++;
    String name = name();
    Map<String, String> attributes = new LinkedHashMap<>();
    while (true) {
      skipBlanks();
      if (text.startsWith("/>", at)) {
        at += 2;
        top().children.add(new XmlElement(name, attributes, List.of(), "", start, at, at, at));
        return;
      }
      if (text.startsWith(">", at)) {
        at++;
        break;
      }
      attribute(attributes);
    }
    if (open.size() > DEEPEST) {
      throw error("there are more than " + DEEPEST + " levels of elements", start);
    }
    open.push(new Open(name, attributes, start, at));
  }

  private void attribute(Map<String, String> attributes) throws XmlException {
    String name = name();
    skipBlanks();
    if (!text.startsWith("=", at)) {
      throw error("the attribute " + name + " has no value", at);
    }
    at++;
    skipBlanks();
    char quote = at < text.length() ? text.charAt(at) : ' ';
    if (quote != '"' && quote != '\'') {
      throw error("the value of the attribute " + name + " is not quoted", at);
    }
    int end = behind(String.valueOf(quote), at + 1);
    attributes.put(name, unescaped(text.substring(at + 1, end - 1)));
    at = end;
  }

  private void endTag() throws XmlException {
    int start = at;
    at += 2;
    String name = name();
    skipBlanks();
    if (!text.startsWith(">", at)) {
      throw error("the tag </" + name + " is not closed", start);
    }
    at++;
    Open ended = open.pop();
    if (open.isEmpty() || !ended.name.equals(name)) {
      throw error("</" + name + "> closes nothing", start);
    }
    top()
        .children
        .add(
            new XmlElement(
                name,
                ended.attributes,
                List.copyOf(ended.children),
                ended.text.toString(),
                ended.start,
                ended.contentStart,
                start,
                at));
  }

  private String name() throws XmlException {
    int start = at;
    while (at < text.length() && isNameCharacter(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw error("there should be a name", start);
    }
    return text.substring(start, at);
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || "_-.:".indexOf(c) >= 0;
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private XmlException error(String message, int place) {
    long line = text.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
    return new XmlException("line " + line + ": " + message);
  }

  /** Resolves the predefined entities and numbers. */
  private static String unescaped(String raw) {
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    StringBuilder plain = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      int end = raw.charAt(at) == '&' ? raw.indexOf(';', at) : -1;
      String meaning = end < 0 || end - at > 10 ? "" : entity(raw.substring(at + 1, end));
      if (meaning.isEmpty()) {
        plain.append(raw.charAt(at++));
      } else {
        plain.append(meaning);
        at = end + 1;
      }
    }
    return plain.toString();
  }

  private static String entity(String name) {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> name.startsWith("#") ? numbered(name.substring(1)) : "";
    };
  }

  private static String numbered(String number) {
    try {
      boolean hex = number.startsWith("x");
      int code = Integer.parseInt(hex ? number.substring(1) : number, hex ? 16 : 10);
      return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }

  /** An element whose end is not found yet. */
  private static final class Open {
    private final String name;
    private final Map<String, String> attributes;
    private final int start;
    private final int contentStart;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Open(String name, Map<String, String> attributes, int start, int contentStart) {
      this.name = name;
      this.attributes = attributes;
      this.start = start;
      this.contentStart = contentStart;
    }
  }
}
