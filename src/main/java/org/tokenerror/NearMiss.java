package org.tokenerror;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the option somebody meant by a misspelled key.
 *
 * <p>Case, separators and a prefix too many do not count; it does not guess by meaning.
 */
final class NearMiss {
  private static final String PREFIX = "tokenerrorfilter";
  private static final int LONGEST = 64;

  private NearMiss() {}

  /** Returns the nearest known key, empty when none is near. */
  static Optional<String> of(String key) {
    String plain = plain(key);
    String bare = plain.startsWith(PREFIX) ? plain.substring(PREFIX.length()) : plain;
    return Arrays.stream(Setting.values())
        .map(Setting::key)
        .filter(known -> distance(bare, plain(known)) <= Math.max(2, known.length() / 4))
        .min(Comparator.comparingInt(known -> distance(bare, plain(known))));
  }

  private static String plain(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder();
    lower
        .chars()
        .filter(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        .limit(LONGEST)
        .forEach(c -> letters.append((char) c));
    return letters.toString();
  }

  /** Counts the letters to insert, drop, replace or swap with their neighbour. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] cost) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
