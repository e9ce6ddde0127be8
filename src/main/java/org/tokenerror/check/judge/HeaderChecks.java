package org.tokenerror.check.judge;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges the fields about caching, browsers and extensions. */
final class HeaderChecks {
  private static final List<String> STORING = List.of("public", "max-age", "s-maxage");

  private HeaderChecks() {}

  static Verdict tokenIsNotStored(Exchange e) {
    return Verdict.check(isNoStore(e), "a token without Cache-Control: no-store").when(e.isToken());
  }

  static Verdict refusalIsNotStored(Exchange e) {
    return Verdict.check(isNoStore(e), "no Cache-Control: no-store").when(e.isRefusal());
  }

  static Verdict pragmaIsNoCache(Exchange e) {
    return Verdict.check(e.headers().hasToken("Pragma", "no-cache"), "no Pragma: no-cache");
  }

  /** An age of zero, or an expiry that is not behind the answer's own date, does no harm. */
  static Verdict nothingAllowsStoring(Exchange e) {
    Optional<Instant> now = time(e, "Date");
    Optional<Instant> expiry = time(e, "Expires");
    if (now.isPresent() && expiry.filter(now.get()::isBefore).isPresent()) {
      return Verdict.failed("Expires is in the future");
    }
    boolean storing =
        e.headers().all("Cache-Control").stream()
            .flatMap(value -> List.of(value.toLowerCase(Locale.ROOT).split(",", -1)).stream())
            .map(directive -> directive.replaceAll("[\\s\"]", ""))
            .anyMatch(HeaderChecks::isStoring);
    return Verdict.check(!storing, "Cache-Control allows storing as well")
        .when(e.headers().contains("Cache-Control") || e.headers().contains("Expires"));
  }

  static Verdict isNotSniffed(Exchange e) {
    return Verdict.check(
        e.headers().hasToken("X-Content-Type-Options", "nosniff"),
        "no X-Content-Type-Options: nosniff");
  }

  static Verdict isReadableElsewhere(Exchange e) {
    return Verdict.check(
            List.of(List.of("*"), List.of(Sent.ORIGIN))
                .contains(e.headers().all("Access-Control-Allow-Origin")),
            "the preflight allowed the origin, the refusal does not: browsers hide it")
        .when(e.sent().has(Trait.ORIGIN_ALLOWED));
  }

  static Verdict nonceComesWithItsCode(Exchange e) {
    return Verdict.check(
            e.status() == 400 && e.headers().contains("DPoP-Nonce"),
            "use_dpop_nonce without 400 or without DPoP-Nonce")
        .when(e.says("use_dpop_nonce"));
  }

  static Verdict nonceIsLegal(Exchange e) {
    List<String> nonces = e.headers().all("DPoP-Nonce");
    return Verdict.check(
            nonces.size() == 1 && !nonces.get(0).isEmpty() && Characters.areNqchar(nonces.get(0)),
            "DPoP-Nonce is there twice, is empty or has illegal characters")
        .when(!nonces.isEmpty());
  }

  private static boolean isNoStore(Exchange e) {
    return e.headers().hasToken("Cache-Control", "no-store");
  }

  private static Optional<Instant> time(Exchange e, String name) {
    try {
      return e.headers()
          .first(name)
          .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
          .map(Instant::from);
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static boolean isStoring(String directive) {
    int equals = directive.indexOf('=');
    String name = equals < 0 ? directive : directive.substring(0, equals);
    String age = equals < 0 ? "" : directive.substring(equals + 1);
    return STORING.contains(name) && !age.equals("0");
  }
}
