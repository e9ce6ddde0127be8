package org.tokenerror.http;

import java.text.Normalizer;
import java.util.Map;

/**
 * Turns any text into the characters RFC 6749 allows in a description (A6, H6).
 *
 * <p>Accents go, quotes become apostrophes, line breaks become blanks. Letters of other scripts
 * cannot be kept and are counted instead. Nothing is HTML-escaped (H4).
 */
public final class AsciiText {
  private static final Map<Integer, String> REPLACEMENTS =
      AsciiRelatives.and(
          Map.of(
              (int) '"',
              "'",
              (int) '\\',
              "/",
              0x00a1,
              "",
              0x00bf,
              "",
              0x2015,
              "-",
              0x201b,
              "'",
              0x2039,
              "'",
              0x203a,
              "'"));

  private AsciiText() {}

  /**
   * Tells whether a text has nothing but ASCII.
   *
   * @param text any text
   * @return true when every character is below U+0080
   */
  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * Folds a text; what cannot be kept is left out.
   *
   * @param text any text
   * @return printable ASCII without quotes and backslashes, perhaps nothing
   */
  public static String fold(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      String replacement = REPLACEMENTS.get((int) c);
      if (replacement != null) {
        folded.append(replacement);
      } else if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        blank(folded);
      } else if (Grammar.isPrintableAscii(c)) {
        folded.append(c);
      }
    }
    return folded.toString().strip();
  }

  /**
   * Tells whether so much of a text gets lost in folding that it cannot be understood.
   *
   * @param text any text
   * @return true when it has no letters, or too few that can be kept
   */
  public static boolean isUnreadable(String text) {
    int lost = 0;
    int letters = 0;
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '\uFFFD' || Character.isSurrogate(c)) {
        letters++;
        lost += c < 0x80 || REPLACEMENTS.containsKey((int) c) ? 0 : 1;
      }
    }
    return letters == 0 || lost * 5 > letters;
  }

  /**
   * Shortens a text, at a blank if there is one near, and says so with dots.
   *
   * @param text a folded text
   * @param longest the most characters it may have
   * @return the text, or its beginning
   */
  public static String shorten(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 3;
    int blank = text.lastIndexOf(' ', end);
    return text.substring(0, blank > end / 2 ? blank : end).strip() + "...";
  }

  private static void blank(StringBuilder folded) {
    if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
      folded.append(' ');
    }
  }
}
