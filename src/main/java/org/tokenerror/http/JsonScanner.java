package org.tokenerror.http;

/**
 * Reads the lexical pieces of a JSON text one after the other and notes whether each was legal.
 *
 * <p>It does not know how pieces make a value, see {@link JsonReader}. It never goes back, so its
 * time is linear.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-2">RFC 8259, sections 2 to 7</a>
 */
final class JsonScanner {

  private static final char END = '\0';

  private final String text;
  private int position;
  private boolean strict = true;

  JsonScanner(String text, int from) {
    this.text = text;
    this.position = from;
  }

  boolean isStrict() {
    return strict;
  }

  /** Notes that the text is not legal. */
  void notStrict() {
    strict = false;
  }

  boolean atEnd() {
    return position >= text.length();
  }

  /** Returns the character to come, or a zero at the end. */
  char peek() {
    return atEnd() ? END : text.charAt(position);
  }

  /** Goes one character on, though never past the end. */
  void skip() {
    position = Math.min(position + 1, text.length());
  }

  /** Skips white space; what only others call white space counts as well, but is not legal. */
  void skipSpace() {
    while (!atEnd() && isSpace(peek())) {
      strict &= isJsonSpace(peek());
      position++;
    }
  }

  static boolean isSpace(char c) {
    return c <= ' ' || c == '\u007f' || c == '\u00a0' || c == '\ufeff' || Character.isWhitespace(c);
  }

  static boolean isNameChar(char c) {
    return Grammar.isAlphaOrDigit(c) || c == '_';
  }

  /** Tells {@code [ minus ] int [ frac ] [ exp ]}. */
  static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int end = skipDigits(text, start);
    if (end == start || (text.charAt(start) == '0' && end > start + 1)) {
      return false;
    }
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = end + 1;
      end = skipDigits(text, fraction);
      if (end == fraction) {
        return false;
      }
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1;
      boolean signed = sign < text.length() && "+-".indexOf(text.charAt(sign)) >= 0;
      int exponent = signed ? sign + 1 : sign;
      end = skipDigits(text, exponent);
      if (end == exponent) {
        return false;
      }
    }
    return end == text.length();
  }

  private static int skipDigits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static boolean isJsonSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /**
   * Reads the string whose opening quote, double or single, is next; one never closed ends with the
   * text.
   */
  String string() {
    char quote = peek();
    strict &= quote == '"';
    position++;
    StringBuilder value = new StringBuilder();
    while (!atEnd() && peek() != quote) {
      char c = peek();
      position++;
      if (c == '\\') {
        escape(value);
      } else {
        value.append(c);
        strict &= Character.isSurrogate(c) ? isPaired(c) : c >= ' ';
      }
    }
    strict &= !atEnd();
    skip();
    return value.toString();
  }

  /** Tells whether the surrogate just read belongs to a pair; alone it cannot be UTF-8. */
  private boolean isPaired(char c) {
    return Character.isHighSurrogate(c)
        ? Character.isLowSurrogate(peek())
        : Character.isHighSurrogate(text.charAt(position - 2));
  }

  private void escape(StringBuilder value) {
    boolean complete = !atEnd();
    char c = peek();
    skip();
    switch (c) {
      case '"', '\\', '/' -> value.append(c);
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'u' -> value.append(unicode());
      default -> {
        strict = false;
        if (complete) {
          value.append(c);
        }
      }
    }
  }

  /** Reads the four digits after {@code \\u}; without them the letter stands for itself. */
  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = position + i < text.length() ? text.charAt(position + i) : END;
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        strict = false;
        return 'u';
      }
      code = code << 4 | digit;
    }
    position += 4;
    return (char) code;
  }

  /** Reads a member name without quotes, up to white space or punctuation; perhaps nothing. */
  String bareName() {
    strict = false;
    int start = position;
    while (!atEnd() && !isSpace(peek()) && "{}[],:=\"'".indexOf(peek()) < 0) {
      position++;
    }
    return text.substring(start, position);
  }

  /** Reads what is between members or items: a number, a literal, or words without quotes. */
  String bareValue() {
    int start = position;
    while (!atEnd() && "{}[],\"\r\n".indexOf(peek()) < 0) {
      position++;
    }
    return trimmed(start);
  }

  /**
   * Reads the value of a printed Java map, {@code {error=invalid_grant, error_description=Expired,
   * or so}}: commas belong to it unless the next name and a {@code =} follow.
   */
  String printedValue() {
    strict = false;
    int start = position;
    while (!atEnd() && peek() != '}' && !(peek() == ',' && isNameAfterComma())) {
      position++;
    }
    return trimmed(start);
  }

  private boolean isNameAfterComma() {
    int start = Grammar.skipBlanks(text, position + 1);
    int end = start;
    while (end < text.length() && isNameChar(text.charAt(end))) {
      end++;
    }
    return end > start && end < text.length() && text.charAt(end) == '=';
  }

  /**
   * Returns the text since {@code start} and goes back to the white space at its end, to check it.
   */
  private String trimmed(int start) {
    int end = position;
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    position = end;
    return text.substring(start, end);
  }
}
