package org.tokenerror.http;

import java.text.Normalizer;
import java.util.Map;

/**
 * Folds any text to printable ASCII, keeping as much of its meaning as there is room for.
 *
 * <p>Accents go, ligatures and typographic signs become their plain relatives, line breaks and tabs
 * become blanks, other control and format characters go, and what has no relative becomes {@code
 * ?}. It neither shortens nor escapes. Each character is folded alone, since normalising a long run
 * of combining marks at once is not linear.
 */
final class AsciiFolding {

  private static final Map<Integer, String> RELATIVES =
      AsciiRelatives.and(Map.of(0x00a9, "(c)", 0x00ad, "", 0x2028, " ", 0x2029, " ", 0x2044, "/"));

  private AsciiFolding() {}

  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> fold(codePoint, folded));
    return folded.toString();
  }

  private static void fold(int codePoint, StringBuilder folded) {
    if (codePoint <= 0x7f) {
      char c = (char) codePoint;
      if (Grammar.isPrintableAscii(c)) {
        folded.append(c);
      } else if (c == '\t' || c == '\r' || c == '\n') {
        appendBlank(folded);
      }
    } else if (RELATIVES.containsKey(codePoint)) {
      folded.append(RELATIVES.getOrDefault(codePoint, ""));
    } else {
      folded.append(decomposed(codePoint));
    }
  }

  /** A line break of two characters becomes one blank. */
  private static void appendBlank(StringBuilder folded) {
    if (folded.length() == 0 || folded.charAt(folded.length() - 1) != ' ') {
      folded.append(' ');
    }
  }

  private static String decomposed(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.CONTROL,
          Character.FORMAT ->
          "";
      default -> asciiParts(codePoint);
    };
  }

  private static String asciiParts(int codePoint) {
    String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < parts.length(); i++) {
      if (Grammar.isPrintableAscii(parts.charAt(i))) {
        ascii.append(parts.charAt(i));
      } else if (parts.charAt(i) == '\u2044') {
        ascii.append('/');
      }
    }
    return ascii.length() == 0 ? "?" : ascii.toString();
  }
}
