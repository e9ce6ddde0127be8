package org.tokenerror.check.judge;

import static org.tokenerror.check.judge.Codes.INVALID_CLIENT;

import java.util.Optional;

/** Judges the status of a refusal. */
final class StatusChecks {
  private StatusChecks() {}

  static Verdict is400(Exchange e) {
    boolean ownRule =
        e.error().filter(Codes::isServerFault).isPresent()
            || codeOfItsOwn(e)
            || is401Needed(e)
            || isForbiddenToTheClient(e)
            || isRedirect(e)
            || isSuccess(e);
    boolean unauthorized = e.status() == 401 && mayBe401(e);
    boolean forbidden = e.error().filter(Codes::isForbidden).isPresent();
    boolean fits = forbidden ? e.status() == 403 : e.status() == 400 || unauthorized;
    return Verdict.check(
            fits || isExtra(e),
            e.status() >= 500
                ? "a client's mistake is told as a fault of the server"
                : "the status is neither 400 nor one that fits the case")
        .when(!ownRule);
  }

  static Verdict isNoSuccess(Exchange e) {
    return Verdict.check(!isSuccess(e), "a success status for a refusal");
  }

  static Verdict isNoRedirect(Exchange e) {
    return Verdict.check(!isRedirect(e), "a redirect for a refusal");
  }

  static Verdict carriesNoCredentialsOn(Exchange e) {
    return Verdict.check(
            !e.isStatus(307, 308), "the redirect makes clients send their credentials to it")
        .when(e.sent().has(Trait.CREDENTIALS));
  }

  static Verdict is401(Exchange e) {
    return Verdict.check(
            e.status() == 401, "Authorization was used and failed, but the status is not 401")
        .when(is401Needed(e));
  }

  static Verdict isNotForbidden(Exchange e) {
    boolean byCode = e.says(INVALID_CLIENT);
    boolean byCase = e.error().isEmpty() && e.sent().mayBeAboutTheClient();
    return Verdict.check(e.status() != 403, "403 for a client that did not authenticate")
        .when(byCode || byCase);
  }

  /** Returns a check of the status that goes with some codes. */
  static Check goesWith(String... codes) {
    return e ->
        Verdict.check(
                e.status() == 400 || isExtra(e),
                e.error().orElse("") + " with a status that is not 400")
            .when(e.says(codes));
  }

  static Verdict isNotAboutAStranger(Exchange e) {
    if (e.says(Codes.UNAUTHORIZED_CLIENT) && e.sent().isAboutTheClientOnly()) {
      return Verdict.failed("unauthorized_client for a client that did not authenticate");
    }
    return goesWith(Codes.UNAUTHORIZED_CLIENT).judge(e);
  }

  static Verdict tellsAllowedMethods(Exchange e) {
    return Verdict.check(
            e.headers().all("Allow").stream().anyMatch(value -> !value.isBlank()),
            "405 without Allow")
        .when(e.status() == 405);
  }

  static Verdict refusesMediaType(Exchange e) {
    boolean fits = e.isStatus(400, 415) || (e.status() == 401 && mayBe401(e));
    return Verdict.check(fits, "a body of the wrong media type is refused with another status")
        .when(e.sent().has(Trait.WRONG_MEDIA_TYPE));
  }

  static Verdict serverFaultIs5xx(Exchange e) {
    return Verdict.ifThere(
        e.error().filter(Codes::isServerFault),
        code -> Verdict.check(e.status() >= 500, "a fault of the server with a 4xx status"));
  }

  static Verdict isNotStored(Exchange e) {
    return Verdict.check(e.headers().hasToken("Cache-Control", "no-store"), "429 without no-store")
        .when(e.status() == 429);
  }

  /** B8: the header was used, and it is the client's authentication that failed. */
  static boolean is401Needed(Exchange e) {
    return e.sent().usedHeader()
        && !isExtra(e)
        && (e.says(INVALID_CLIENT) || (e.error().isEmpty() && e.sent().isAboutTheClientOnly()));
  }

  private static boolean mayBe401(Exchange e) {
    Optional<String> code = e.error();
    return code.map(INVALID_CLIENT::equals).orElseGet(() -> e.sent().mayBeAboutTheClient());
  }

  private static boolean isForbiddenToTheClient(Exchange e) {
    return e.status() == 403 && mayBe401(e);
  }

  /** Tells a code whose status another requirement looks at. */
  private static boolean codeOfItsOwn(Exchange e) {
    return e.says(
        Codes.INVALID_GRANT,
        Codes.UNAUTHORIZED_CLIENT,
        Codes.UNSUPPORTED_GRANT_TYPE,
        Codes.INVALID_SCOPE,
        "authorization_pending",
        "slow_down",
        "access_denied",
        "expired_token",
        "use_dpop_nonce",
        "invalid_dpop_proof",
        "invalid_target");
  }

  /** Tells a status that fits this request. */
  private static boolean isExtra(Exchange e) {
    return e.sent().statuses().contains(e.status());
  }

  private static boolean isSuccess(Exchange e) {
    return e.status() < 300;
  }

  private static boolean isRedirect(Exchange e) {
    return e.status() >= 300 && e.status() < 400;
  }
}
