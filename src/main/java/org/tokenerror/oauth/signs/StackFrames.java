package org.tokenerror.oauth.signs;

import java.util.List;

/**
 * Recognises a Java stack frame, {@code at com.example.Tokens.issue(Tokens.java:88)}, in a text.
 */
public final class StackFrames {
  private static final int LONGEST_SOURCE = 120;
  private static final int LONGEST_METHOD = 300;
  private static final List<String> SOURCES =
      List.of(".java", ".kt:", ".scala:", ".groovy:", "Native Method", "Unknown Source");

  private StackFrames() {}

  /**
   * Tells whether a text has a frame: dotted names, then a bracket with a source in it.
   *
   * @param text any text
   * @return true when there is one or more
   */
  public static boolean in(String text) {
    for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
      String source = text.substring(open, Math.min(text.length(), open + LONGEST_SOURCE));
      int close = source.indexOf(')');
      if (close > 0
          && isDottedBefore(text, open)
          && SOURCES.stream().anyMatch(source.substring(0, close)::contains)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDottedBefore(String text, int open) {
    for (int at = open - 1; at >= 0 && open - at < LONGEST_METHOD; at--) {
      char c = text.charAt(at);
      if (c == '.') {
        return true;
      }
      if (!Character.isJavaIdentifierPart(c) && c != '<' && c != '>') {
        return false;
      }
    }
    return false;
  }
}
