package org.tokenerror.check.judge;

import java.util.Optional;
import java.util.function.Function;

/**
 * Says how one answer fares with one requirement.
 *
 * @param mark how it fares
 * @param detail what is wrong, in a few words that never quote a secret; empty unless it fails
 */
record Verdict(Mark mark, String detail) {
  private static final Verdict PASSED = new Verdict(Mark.PASS, "");
  private static final Verdict NOT_APPLICABLE = new Verdict(Mark.NOT_APPLICABLE, "");

  static Verdict passed() {
    return PASSED;
  }

  static Verdict notApplicable() {
    return NOT_APPLICABLE;
  }

  static Verdict failed(String detail) {
    return new Verdict(Mark.FAIL, detail);
  }

  static Verdict check(boolean holds, String otherwise) {
    return holds ? PASSED : failed(otherwise);
  }

  /** Judges a thing if it is there. */
  static <T> Verdict ifThere(Optional<T> thing, Function<T, Verdict> judge) {
    return thing.map(judge).orElse(NOT_APPLICABLE);
  }

  /** Returns this verdict, or another where it does not apply. */
  Verdict or(Verdict other) {
    return mark == Mark.NOT_APPLICABLE ? other : this;
  }

  /** Keeps this verdict where it makes sense to ask at all. */
  Verdict when(boolean applicable) {
    return applicable ? this : NOT_APPLICABLE;
  }
}
