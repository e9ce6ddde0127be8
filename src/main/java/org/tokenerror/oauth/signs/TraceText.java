package org.tokenerror.oauth.signs;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a stack trace that was written into an answer: which exceptions, and what they say.
 *
 * <p>It reads no frame. What an exception says may help to understand and must never leave.
 *
 * @param classes names of the exceptions' classes, the outermost first
 * @param messages what they say, the innermost first, for it is the most specific
 */
public record TraceText(List<String> classes, List<String> messages) {
  private static final int MOST_LINES = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final String CAUSE = "Caused by: ";
  private static final TraceText NONE = new TraceText(List.of(), List.of());

  /**
   * Copies the lists.
   *
   * @param classes any names
   * @param messages any words
   */
  public TraceText {
    classes = List.copyOf(classes);
    messages = List.copyOf(messages);
  }

  /**
   * Reads the heads {@code com.example.Refused: Unknown client} of a trace and of its causes.
   *
   * @param text a text with stack frames
   * @return names and messages, none when there is no head
   */
  public static TraceText read(String text) {
    if (text.indexOf('.') < 0) {
      return NONE; // a class has a package
    }
    List<String> classes = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    text.lines().limit(MOST_LINES).forEach(line -> readLine(line.strip(), classes, messages));
    return new TraceText(classes, messages);
  }

  private static void readLine(String line, List<String> classes, List<String> messages) {
    int cause = line.indexOf(CAUSE);
    String head = cause < 0 ? line : line.substring(cause + CAUSE.length());
    int colon = head.indexOf(": ");
    String name = colon < 0 ? head : head.substring(0, colon);
    String type = name.substring(name.lastIndexOf(' ') + 1); // Exception in thread "main" x.Y
    if (!isClass(type) || StackFrames.in(line)) {
      return;
    }
    classes.add(type);
    if (colon >= 0 && !isWrapped(head.substring(colon + 2))) {
      messages.add(0, head.substring(colon + 2));
    }
  }

  /** Tells whether a message is only its cause's text: {@code x.Outer: x.Inner: words}. */
  private static boolean isWrapped(String message) {
    int colon = message.indexOf(": ");
    return colon > 0 && isClass(message.substring(0, colon));
  }

  private static boolean isClass(String name) {
    int dot = name.lastIndexOf('.');
    return name.length() < LONGEST_NAME
        && dot > 0
        && dot < name.length() - 1
        && Character.isUpperCase(name.charAt(dot + 1))
        && name.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '.');
  }
}
