package org.tokenerror.check.judge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tokenerror.http.AuthScheme;

/** Judges the challenges, those of a 401 first of all. */
final class ChallengeChecks {
  private static final List<String> BEARER_PARAMETERS =
      List.of("realm", "scope", "error", "error_description", "error_uri");
  private static final List<String> ABOUT_ERRORS =
      List.of("error", "error_description", "error_uri");

  private ChallengeChecks() {}

  static Verdict isThere(Exchange e) {
    return Verdict.check(e.offers().arePresent(), "no WWW-Authenticate")
        .when(e.sent().usedHeader() && (StatusChecks.is401Needed(e) || e.status() == 401));
  }

  static Verdict matchesTheClient(Exchange e) {
    boolean applicable = e.sent().usedBasic() && isThere(e).mark() == Mark.PASS;
    return Verdict.check(
            e.offers().include("Basic"), "the client used Basic, the challenge is another")
        .when(applicable);
  }

  static Verdict answersMalformedBasic(Exchange e) {
    return Verdict.check(
            e.status() == 401 && e.offers().include("Basic"),
            "Basic credentials that cannot be read are not answered with 401 and a Basic challenge")
        .when(e.sent().has(Trait.MALFORMED_BASIC));
  }

  static Verdict answersUnsupportedScheme(Exchange e) {
    return Verdict.check(
            e.status() == 401 && !e.offers().list().isEmpty(),
            "a scheme that is not supported is not answered with 401 and one that is")
        .when(e.sent().has(Trait.UNSUPPORTED_SCHEME));
  }

  static Verdict comesWith401(Exchange e) {
    return Verdict.check(!e.offers().list().isEmpty(), "401 without a challenge")
        .when(e.status() == 401);
  }

  static Verdict followsGrammar(Exchange e) {
    return inGeneral(e, e.offers().grammatical(), "WWW-Authenticate breaks the grammar");
  }

  static Verdict comparesWithoutCase(Exchange e) {
    return Verdict.check(
            e.status() == 401 && e.offers().include("Basic"),
            "Basic in another case is not taken for Basic")
        .when(e.sent().has(Trait.UNUSUAL_CASE));
  }

  static Verdict parametersAreUnique(Exchange e) {
    return ofEach(
        e,
        offer -> {
          Set<String> names = new HashSet<>();
          return offer.parameters().stream()
              .allMatch(parameter -> names.add(parameter.lowerCaseName()));
        },
        "a parameter occurs twice in a challenge");
  }

  static Verdict realmIsQuoted(Exchange e) {
    return Verdict.check(
            realms(e).stream().allMatch(Offers.Parameter::quoted), "realm without quotes")
        .when(!realms(e).isEmpty());
  }

  static Verdict quotesAreEscaped(Exchange e) {
    return inGeneral(e, e.offers().quoted(), "a quote or backslash is not escaped");
  }

  static Verdict hasNoControl(Exchange e) {
    return inGeneral(
        e,
        e.offers().values().stream().noneMatch(Characters::haveControl),
        "there is a control character");
  }

  static Verdict isAscii(Exchange e) {
    return inGeneral(
        e, e.offers().values().stream().allMatch(Characters::areAscii), "there is more than ASCII");
  }

  static Verdict offersAreUnique(Exchange e) {
    return inGeneral(
        e,
        new HashSet<>(e.offers().list()).size() == e.offers().list().size(),
        "the same challenge stands there twice");
  }

  static Verdict basicHasRealm(Exchange e) {
    return ofEach(e, offer -> offer.first("realm").isPresent(), "Basic without realm", "Basic");
  }

  static Verdict basicCharsetIsUtf8(Exchange e) {
    boolean any =
        e.offers().of("Basic").stream().anyMatch(offer -> offer.first("charset").isPresent());
    return ofEach(
            e,
            offer -> offer.all("charset").stream().allMatch("UTF-8"::equalsIgnoreCase),
            "Basic with a charset that is not UTF-8",
            "Basic")
        .when(any);
  }

  static Verdict bearerHasParameters(Exchange e) {
    return ofEach(
        e, offer -> !offer.parameters().isEmpty(), "Bearer without a parameter", "Bearer");
  }

  static Verdict bearerParametersAreUnique(Exchange e) {
    return ofEach(
        e,
        offer -> BEARER_PARAMETERS.stream().noneMatch(offer::repeats),
        "a parameter of Bearer occurs twice",
        "Bearer");
  }

  static Verdict errorParametersAreLegal(Exchange e) {
    return ofEach(
        e,
        offer ->
            List.of("error", "error_description", "scope").stream()
                .flatMap(name -> offer.all(name).stream())
                .allMatch(Characters::areNqschar),
        "error, error_description or scope of the challenge has illegal characters",
        "Bearer",
        "DPoP");
  }

  static Verdict errorUriIsAbsolute(Exchange e) {
    return ofEach(
        e,
        offer -> offer.all("error_uri").stream().allMatch(ChallengeChecks::isAbsolute),
        "error_uri of the challenge is not absolute",
        "Bearer",
        "DPoP");
  }

  static Verdict saysNothingToStrangers(Exchange e) {
    return ofEach(
            e,
            offer -> ABOUT_ERRORS.stream().allMatch(name -> offer.all(name).isEmpty()),
            "the challenge tells an error though the request had no credentials",
            "Bearer",
            "DPoP")
        .when(!e.sent().has(Trait.CREDENTIALS));
  }

  static Verdict answersDpop(Exchange e) {
    return Verdict.check(
            e.offers().include("DPoP"), "the client used DPoP, the challenge is another")
        .when(e.sent().scheme().filter("DPoP"::equalsIgnoreCase).isPresent() && e.status() == 401);
  }

  static Verdict schemesAreRegistered(Exchange e) {
    return ofEach(
        e, offer -> AuthScheme.isRegistered(offer.scheme()), "a scheme that is not registered");
  }

  private static Verdict inGeneral(Exchange e, boolean holds, String otherwise) {
    return Verdict.check(holds, otherwise).when(e.offers().arePresent());
  }

  /** Judges every challenge of some schemes, or of all if none is named. */
  private static Verdict ofEach(
      Exchange e, Predicate<Offers.Offer> holds, String otherwise, String... schemes) {
    List<Offers.Offer> some = schemes.length == 0 ? e.offers().list() : e.offers().of(schemes);
    return Verdict.check(some.stream().allMatch(holds), otherwise).when(!some.isEmpty());
  }

  private static List<Offers.Parameter> realms(Exchange e) {
    return e.offers().list().stream()
        .flatMap(offer -> offer.parameters().stream())
        .filter(parameter -> parameter.isNamed("realm"))
        .toList();
  }

  private static boolean isAbsolute(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
