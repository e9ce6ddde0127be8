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

  /** Characters that compatibility decomposition leaves alone. */
  private static final Map<Integer, String> RELATIVES =
      Map.ofEntries(
          Map.entry(0x00a9, "(c)"),
          Map.entry(0x00ab, "'"),
          Map.entry(0x00ad, ""),
          Map.entry(0x00bb, "'"),
          Map.entry(0x00c6, "AE"),
          Map.entry(0x00d0, "D"),
          Map.entry(0x00d8, "O"),
          Map.entry(0x00de, "Th"),
          Map.entry(0x00df, "ss"),
          Map.entry(0x00e6, "ae"),
          Map.entry(0x00f0, "d"),
          Map.entry(0x00f8, "o"),
          Map.entry(0x00fe, "th"),
          Map.entry(0x0110, "D"),
          Map.entry(0x0111, "d"),
          Map.entry(0x0131, "i"),
          Map.entry(0x0141, "L"),
          Map.entry(0x0142, "l"),
          Map.entry(0x0152, "OE"),
          Map.entry(0x0153, "oe"),
          Map.entry(0x1e9e, "SS"),
          Map.entry(0x2010, "-"),
          Map.entry(0x2012, "-"),
          Map.entry(0x2013, "-"),
          Map.entry(0x2014, "-"),
          Map.entry(0x2018, "'"),
          Map.entry(0x2019, "'"),
          Map.entry(0x201a, "'"),
          Map.entry(0x201c, "'"),
          Map.entry(0x201d, "'"),
          Map.entry(0x201e, "'"),
          Map.entry(0x2028, " "),
          Map.entry(0x2029, " "),
          Map.entry(0x2044, "/"),
          Map.entry(0x2212, "-"));

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
