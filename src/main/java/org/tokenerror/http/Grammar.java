package org.tokenerror.http;

import java.util.Locale;

/**
 * Classifies characters and skips over the small lexical pieces that HTTP fields share.
 *
 * <p>It knows no field of its own: what a token or a quoted string means is the caller's business.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6">RFC 9110, section 5.6</a>
 */
final class Grammar {

  private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";
  private static final String TOKEN68_PUNCTUATION = "-._~+/";

  private Grammar() {}

  static boolean isAlphaOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Tells tchar, the characters of a token. */
  static boolean isTokenChar(char c) {
    return isAlphaOrDigit(c) || TOKEN_PUNCTUATION.indexOf(c) >= 0;
  }

  /** Tells the characters of a token68 before its padding. */
  static boolean isToken68Char(char c) {
    return isAlphaOrDigit(c) || TOKEN68_PUNCTUATION.indexOf(c) >= 0;
  }

  /** Tells optional white space: blank and tab. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Tells a control character of the C0 range, or DEL. */
  static boolean isControl(char c) {
    return c < ' ' || c == 0x7f;
  }

  /** Tells a visible ASCII character or a blank. */
  static boolean isPrintableAscii(char c) {
    return c >= ' ' && c < 0x7f;
  }

  static boolean isToken(String text) {
    return !text.isEmpty() && skipToken(text, 0) == text.length();
  }

  static boolean isToken68(String text) {
    int padding = skipToken68Chars(text, 0);
    int i = padding;
    while (i < text.length() && text.charAt(i) == '=') {
      i++;
    }
    return padding > 0 && i == text.length();
  }

  static int skipToken68Chars(String text, int from) {
    int i = from;
    while (i < text.length() && isToken68Char(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /**
   * Returns the index after the token that starts at {@code from}; {@code from} itself if there is
   * none.
   */
  static int skipToken(String text, int from) {
    int i = from;
    while (i < text.length() && isTokenChar(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /**
   * Returns the index of the first character at or after {@code from} that is no blank and no tab.
   */
  static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /**
   * Returns the index of the quote that closes the quoted string whose opening quote is at {@code
   * from}; the length of the text if it is never closed.
   */
  static int closingQuote(String text, int from) {
    int i = from + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, text.length());
  }

  /** Returns the index after the quoted string at {@code from}, closed or not. */
  static int skipQuoted(String text, int from) {
    return Math.min(closingQuote(text, from) + 1, text.length());
  }

  /** Returns what is between an opening quote and {@code closing}, without its backslashes. */
  static String unquote(String text, int opening, int closing) {
    StringBuilder value = new StringBuilder();
    for (int i = opening + 1; i < closing; i++) {
      if (text.charAt(i) == '\\' && i + 1 < closing) {
        i++;
      }
      value.append(text.charAt(i));
    }
    return value.toString();
  }

  /** Removes blanks and tabs at both ends, and only those. */
  static String trim(String text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    int start = skipBlanks(text, 0);
    return start >= end ? "" : text.substring(start, end);
  }

  static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
