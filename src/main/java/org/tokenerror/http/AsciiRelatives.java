package org.tokenerror.http;

import java.util.HashMap;
import java.util.Map;

/**
 * Lists the plain relatives of letters and signs that compatibility decomposition leaves alone.
 *
 * <p>It has only those that mean the same wherever they stand; what a description and a challenge
 * do differently, each says itself.
 */
final class AsciiRelatives {
  private static final Map<Integer, String> SHARED =
      Map.ofEntries(
          Map.entry(0x00ab, "'"),
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
          Map.entry(0x2212, "-"));

  private AsciiRelatives() {}

  /** Returns all of them, and those that only one place has. */
  static Map<Integer, String> and(Map<Integer, String> own) {
    Map<Integer, String> all = new HashMap<>(SHARED);
    all.putAll(own);
    return Map.copyOf(all);
  }
}
