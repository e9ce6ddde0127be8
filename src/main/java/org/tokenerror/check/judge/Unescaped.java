package org.tokenerror.check.judge;

import java.util.Map;

/**
 * Holds a text without its escapes, and where each of its characters stood before.
 *
 * <p>It undoes one layer of one kind of escapes and leaves alone what is none; it decodes neither
 * base64 nor percent signs.
 */
final class Unescaped {
  private static final int LONGEST_ENTITY = 12;
  private static final Map<String, Character> ENTITIES =
      Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'', "sol", '/', "plus", '+');
  private static final Map<Character, Character> LETTERS =
      Map.of('n', '\n', 'r', '\r', 't', '\t', 'b', '\b', 'f', '\f');

  /** Holds one character and how many others stood for it; none if there is no escape. */
  private record Escape(char meaning, int length) {
    private static final Escape NONE = new Escape('\0', 0);
  }

  private final String text;
  private final int[] starts;

  private Unescaped(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /** Begins with a text as it is. */
  static Unescaped of(String text) {
    int[] starts = new int[text.length() + 1];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i;
    }
    return new Unescaped(text, starts);
  }

  String text() {
    return text;
  }

  /** Tells where a character began in the first text; behind the last one, where that ended. */
  int start(int at) {
    return starts[at];
  }

  /** Undoes the escapes of JSON and JavaScript. */
  Unescaped fromJson() {
    return without('\\');
  }

  /** Undoes the escapes of HTML and XML. */
  Unescaped fromHtml() {
    return without('&');
  }

  private Unescaped without(char sign) {
    if (text.indexOf(sign) < 0) {
      return this;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int[] places = new int[text.length() + 1];
    for (int at = 0; at < text.length(); ) {
      Escape escape = text.charAt(at) == sign ? escapeAt(at) : Escape.NONE;
      places[plain.length()] = starts[at];
      plain.append(escape.length() == 0 ? text.charAt(at) : escape.meaning());
      at += Math.max(1, escape.length());
    }
    places[plain.length()] = starts[text.length()];
    return new Unescaped(plain.toString(), places);
  }

  private Escape escapeAt(int at) {
    return text.charAt(at) == '&' ? entityAt(at) : backslashAt(at);
  }

  private Escape backslashAt(int at) {
    if (at + 1 == text.length()) {
      return Escape.NONE;
    }
    char letter = text.charAt(at + 1);
    int digits = letter == 'u' ? 4 : letter == 'x' ? 2 : 0;
    if (digits > 0 && at + 2 + digits <= text.length()) {
      int code = number(text.substring(at + 2, at + 2 + digits), 16);
      return code < 0 ? Escape.NONE : new Escape((char) code, 2 + digits);
    }
    return new Escape(LETTERS.getOrDefault(letter, letter), 2);
  }

  private Escape entityAt(int at) {
    int end = text.indexOf(';', at);
    if (end < 0 || end - at > LONGEST_ENTITY) {
      return Escape.NONE;
    }
    String name = text.substring(at + 1, end);
    int length = end + 1 - at;
    if (!name.startsWith("#")) {
      return ENTITIES.containsKey(name) ? new Escape(ENTITIES.get(name), length) : Escape.NONE;
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    int code = hex ? number(name.substring(2), 16) : number(name.substring(1), 10);
    return code < 0 || code > Character.MAX_VALUE ? Escape.NONE : new Escape((char) code, length);
  }

  /** Returns the number that some digits mean, less than 0 if they are none. */
  private static int number(String digits, int radix) {
    boolean sound =
        !digits.isEmpty() && digits.chars().allMatch(c -> Character.digit(c, radix) >= 0);
    return sound ? Integer.parseInt(digits, radix) : -1;
  }
}
