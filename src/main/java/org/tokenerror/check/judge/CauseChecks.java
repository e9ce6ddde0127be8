package org.tokenerror.check.judge;

/**
 * Judges whether the code says what was wrong with the request.
 *
 * <p>A request that got a token although it should not is none of its business: that is told apart,
 * unless nobody has authenticated.
 */
final class CauseChecks {
  private CauseChecks() {}

  /** Judges by a requirement if it is why the request deserves what it deserves. */
  static Check because(Requirement requirement) {
    return e -> tellsTheCause(e).when(e.sent().causes().contains(requirement));
  }

  /** D3: invalid_client may mean that they were looked at, or that nobody saw them. */
  static Verdict refusesCredentialsInUri(Exchange e) {
    return because(Requirement.D3).judge(e).when(!e.says(Codes.INVALID_CLIENT));
  }

  /** B6: whoever does not authenticate gets no token, whatever else the request is about. */
  static Verdict strangerGetsNoToken(Exchange e) {
    return Verdict.failed("a token for a client that did not authenticate")
        .when(e.isToken() && e.sent().has(Trait.STRANGER));
  }

  private static Verdict tellsTheCause(Exchange e) {
    if (e.sent().expectation() == Expectation.SUCCESS) {
      return Verdict.check(e.isToken(), "a request with nothing wrong in it was refused");
    }
    if (e.isToken()) {
      return Verdict.notApplicable();
    }
    return e.error()
        .map(
            code ->
                Verdict.check(
                    e.sent().codes().contains(code),
                    Codes.isKnown(code)
                        ? "the code is "
                            + code
                            + " instead of "
                            + String.join(" or ", e.sent().codes())
                        : "the code tells clients nothing"))
        .orElseGet(() -> Verdict.failed("nothing says " + String.join(" or ", e.sent().codes())));
  }
}
