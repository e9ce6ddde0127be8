package org.tokenerror.http;

import java.util.Locale;
import java.util.Random;

/**
 * Runs a check on many random cases, and names the seed of the one that fails.
 *
 * <p>Seeds are fixed, so that every run is the same.
 */
final class Cases {

  /** What hostile fields, forms and JSON texts are made of. */
  private static final String[] FRAGMENTS = {
    "Basic ",
    "Bearer",
    "realm",
    "=",
    "==",
    "\"",
    "\\",
    "\\\"",
    ",",
    ", ",
    ";",
    ":",
    " ",
    "\t",
    "\r\n",
    "a",
    "a=b",
    "abc=",
    "x=\"y\"",
    "/",
    "(",
    "'",
    "{",
    "}",
    "[",
    "]",
    "{\"a\":",
    "[1,",
    "null",
    "true",
    "-1.5e3",
    "01",
    "\\u00",
    "\\ud800",
    "%",
    "%41",
    "%f",
    "+",
    "&",
    "\u00e4",
    "\ufeff",
    "\u0000",
    "\ud83d\ude00",
    "\ud83d",
    "error=x",
    ", a=",
    "<",
    "\u00a0",
    "\u0301"
  };

  private static final long FIRST_SEED = 6749;

  private Cases() {}

  /** Says what must hold for a case. */
  @FunctionalInterface
  interface Check {
    void of(Random random);
  }

  static void run(int count, Check check) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
      try {
        check.of(new Random(seed));
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError(String.format(Locale.ROOT, "seed %d", seed), failure);
      }
    }
  }

  /** Makes a text of up to 40 fragments. */
  static String hostileText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(fragment(random));
    }
    return text.toString();
  }

  /** Repeats up to four fragments to a text of one million characters, with others at its ends. */
  static String longText(Random random) {
    StringBuilder unit = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      unit.append(fragment(random));
    }
    String start = fragment(random) + fragment(random);
    return start + unit.toString().repeat(1_000_000 / unit.length()) + fragment(random);
  }

  static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(64)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Makes a text of characters up to {@code limit}, an exclusive bound. */
  static String text(Random random, int from, int limit) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append((char) (from + random.nextInt(limit - from)));
    }
    return text.toString();
  }

  static <T> T oneOf(Random random, T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static String fragment(Random random) {
    return oneOf(random, FRAGMENTS);
  }
}
