package org.tokenerror.oauth.said;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tokenerror.http.Json;

/**
 * Reads the words of HTML and the leaves of XML with a scanner that knows tags and nothing else.
 *
 * <p>It has no DTD, expands no entity but the five of XML, and never fails: what is no tag is text.
 */
public final class Markup {
  private static final int LONGEST_NAME = 60;

  private Markup() {}

  /**
   * Tells whether a text is a page.
   *
   * @param text any text
   * @return true when it begins as HTML does
   */
  public static boolean isHtml(String text) {
    String start = start(text);
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.startsWith("<head")
        || start.startsWith("<body")
        || ((start.startsWith("<?xml") || start.startsWith("<!--")) && start.contains("<html"));
  }

  /**
   * Tells whether a text begins with a tag.
   *
   * @param text any text
   * @return true for HTML, XML and fragments of them
   */
  public static boolean isMarkup(String text) {
    String start = start(text);
    return start.length() > 1
        && start.charAt(0) == '<'
        && (Character.isLetter(start.charAt(1))
            || start.charAt(1) == '!'
            || start.charAt(1) == '?');
  }

  /** Returns the words between the tags, one line for each run, without scripts and styles. */
  static String text(String markup) {
    StringBuilder words = new StringBuilder();
    int at = 0;
    while (at < markup.length()) {
      int tag = markup.indexOf('<', at);
      int end = tag < 0 ? markup.length() : tag;
      String run = markup.substring(at, end).strip();
      if (!run.isEmpty()) {
        words.append(unescape(run)).append('\n');
      }
      at = tag < 0 ? end : skipTag(markup, tag);
    }
    return words.toString();
  }

  /** Returns the innermost elements and their attributes as members of one flat object. */
  static Optional<Json.Obj> leaves(String xml) {
    List<Json.Member> members = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    int at = 0;
    while (at < xml.length()) {
      int tag = xml.indexOf('<', at);
      if (tag < 0) {
        break;
      }
      if (tag + 1 < xml.length() && xml.charAt(tag + 1) == '/') {
        String text = unescape(xml.substring(at, tag)).strip();
        if (!open.isEmpty() && !text.isEmpty()) {
          members.add(new Json.Member(open.peek(), new Json.Str(text)));
        }
        open.poll();
      }
      int end = skipTag(xml, tag);
      String name = name(xml, tag + 1);
      if (!name.isEmpty()) {
        attributes(xml.substring(tag, end), members);
        if (xml.charAt(Math.max(tag, end - 2)) != '/') {
          open.push(name);
        }
      }
      at = end;
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(new Json.Obj(members));
  }

  private static void attributes(String tag, List<Json.Member> members) {
    int at = 0;
    while (at < tag.length()) {
      int equals = tag.indexOf("=\"", at);
      int close = equals < 0 ? -1 : tag.indexOf('"', equals + 2);
      if (close < 0) {
        return;
      }
      int start = equals;
      while (start > at && isNameCharacter(tag.charAt(start - 1))) {
        start--;
      }
      String name = tag.substring(start, equals);
      if (!name.isEmpty() && name.indexOf(':') < 0 && !name.equals("xmlns")) {
        members.add(
            new Json.Member(name, new Json.Str(unescape(tag.substring(equals + 2, close)))));
      }
      at = close + 1;
    }
  }

  /** Returns the position behind a tag, or behind the whole element for what is not for reading. */
  private static int skipTag(String markup, int tag) {
    if (markup.startsWith("<!--", tag)) {
      int end = markup.indexOf("-->", tag);
      return end < 0 ? markup.length() : end + 3;
    }
    int end = markup.indexOf('>', tag);
    if (end < 0) {
      return markup.length();
    }
    if (markup.startsWith("<!", tag)) {
      if (markup.substring(tag, end).indexOf('[') < 0) {
        return end + 1;
      }
      int subset = markup.indexOf("]>", tag); // the end of a DTD, which is not read
      return subset < 0 ? markup.length() : subset + 2;
    }
    String name = name(markup, tag + 1).toLowerCase(Locale.ROOT);
    if (name.equals("script") || name.equals("style")) {
      int close = indexOfClosing(markup, name, end);
      return close < 0 ? markup.length() : close;
    }
    return end + 1;
  }

  private static int indexOfClosing(String markup, String name, int from) {
    int at = markup.indexOf("</", from);
    while (at >= 0 && !markup.regionMatches(true, at + 2, name, 0, name.length())) {
      at = markup.indexOf("</", at + 2);
    }
    return at;
  }

  /** Returns an element's name without its prefix, empty when there is none. */
  private static String name(String markup, int from) {
    int end = from;
    while (end < markup.length()
        && end - from < LONGEST_NAME
        && isNameCharacter(markup.charAt(end))) {
      end++;
    }
    String name = markup.substring(from, end);
    return name.substring(name.indexOf(':') + 1);
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
  }

  private static String start(String text) {
    String stripped = text.startsWith("\uFEFF") ? text.substring(1).strip() : text.strip();
    return stripped.substring(0, Math.min(stripped.length(), 400)).toLowerCase(Locale.ROOT);
  }

  private static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }
}
