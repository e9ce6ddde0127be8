package org.tokenerror.check.judge;

/** Judges one exchange by one requirement. */
@FunctionalInterface
interface Check {
  Verdict judge(Exchange exchange);

  /** Returns a check that fails if one of the two does, and passes if one does and none fails. */
  default Check and(Check other) {
    return exchange -> {
      Verdict first = judge(exchange);
      return first.mark() == Mark.FAIL ? first : other.judge(exchange).or(first);
    };
  }
}
