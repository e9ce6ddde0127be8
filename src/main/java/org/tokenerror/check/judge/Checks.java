package org.tokenerror.check.judge;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Says by which check each requirement is judged, and of which answers it speaks.
 *
 * <p>There is one check for each requirement and no other rule.
 */
final class Checks {
  private final Map<Requirement, Check> checks = new EnumMap<>(Requirement.class);

  private Checks() {}

  /** Lists the checks in the order of the requirements. */
  static Map<Requirement, Check> all() {
    Checks all = new Checks();
    all.addBody();
    all.addStatus();
    all.addChallenges();
    all.addCauses();
    all.addHeaders();
    all.addText();
    return Collections.unmodifiableMap(all.checks);
  }

  private void addBody() {
    ofRefusals(Requirement.A1, BodyChecks::isObjectWithError);
    ofRefusals(Requirement.A2, BodyChecks::errorIsString);
    ofRefusals(Requirement.A3, BodyChecks::errorHasLegalCharacters);
    ofRefusals(Requirement.A4, BodyChecks::errorIsRegistered);
    ofRefusals(Requirement.A6, BodyChecks::descriptionHasLegalCharacters);
    ofRefusals(Requirement.A7, BodyChecks::descriptionIsNotEmpty);
    ofRefusals(Requirement.A9, BodyChecks::uriIsReference);
    ofRefusals(Requirement.A10, BodyChecks::uriHasLegalCharacters);
    ofRefusals(Requirement.A11, BodyChecks::uriIsAbsolute);
    ofRefusals(Requirement.A12, BodyChecks::isJsonByName);
    ofRefusals(Requirement.A13, BodyChecks::charsetIsUtf8);
    ofRefusals(Requirement.A14, BodyChecks::errorIsAtTheTop);
    ofRefusals(Requirement.A15, BodyChecks::valuesAreStrings);
    ofRefusals(Requirement.A17, BodyChecks::isStrictJson);
    ofRefusals(Requirement.A18, BodyChecks::isUtf8);
    ofRefusals(Requirement.A19, BodyChecks::hasNoByteOrderMark);
    ofRefusals(Requirement.A20, BodyChecks::namesAreUnique);
    ofRefusals(Requirement.A21, BodyChecks::hasNoToken);
    ofAll(Requirement.A25, WireChecks::endsWhereItSays);
    ofRefusals(Requirement.A26, WireChecks::describesThisBody);
    ofRefusals(Requirement.A27, BodyChecks::isJsonWhateverIsAccepted);
    ofAll(Requirement.A28, WireChecks::answerToHeadHasNoBody);
  }

  private void addStatus() {
    ofRefusals(Requirement.B1, StatusChecks::is400);
    ofRefusals(Requirement.B2, StatusChecks::isNoSuccess);
    ofRefusals(Requirement.B3, StatusChecks::isNoRedirect);
    ofRefusals(Requirement.B4, StatusChecks::carriesNoCredentialsOn);
    ofRefusals(Requirement.B5, CauseChecks.because(Requirement.B5));
    ofRequestsForTokens(
        Requirement.B6, CauseChecks.because(Requirement.B6).and(CauseChecks::strangerGetsNoToken));
    ofRefusals(Requirement.B8, StatusChecks::is401);
    ofRefusals(Requirement.B9, ChallengeChecks::isThere);
    ofRefusals(Requirement.B10, ChallengeChecks::matchesTheClient);
    ofRefusals(Requirement.B11, StatusChecks::isNotForbidden);
    ofRefusals(
        Requirement.B12,
        CauseChecks.because(Requirement.B12).and(StatusChecks.goesWith(Codes.INVALID_GRANT)));
    ofRefusals(Requirement.B13, StatusChecks::isNotAboutAStranger);
    ofRefusals(
        Requirement.B14,
        CauseChecks.because(Requirement.B14)
            .and(StatusChecks.goesWith(Codes.UNSUPPORTED_GRANT_TYPE)));
    ofRefusals(
        Requirement.B15,
        CauseChecks.because(Requirement.B15).and(StatusChecks.goesWith(Codes.INVALID_SCOPE)));
    ofRefusals(Requirement.B16, ChallengeChecks::answersMalformedBasic);
    ofRefusals(Requirement.B17, ChallengeChecks::answersUnsupportedScheme);
    ofAll(Requirement.B18, StatusChecks::tellsAllowedMethods);
    ofRefusals(Requirement.B19, StatusChecks::refusesMediaType);
    ofRefusals(Requirement.B20, StatusChecks::serverFaultIs5xx);
    ofAll(Requirement.B24, StatusChecks::isNotStored);
  }

  private void addChallenges() {
    ofRefusals(Requirement.C1, ChallengeChecks::comesWith401);
    ofRefusals(Requirement.C2, ChallengeChecks::followsGrammar);
    ofRefusals(Requirement.C3, ChallengeChecks::comparesWithoutCase);
    ofRefusals(Requirement.C4, ChallengeChecks::parametersAreUnique);
    ofRefusals(Requirement.C5, ChallengeChecks::realmIsQuoted);
    ofRefusals(Requirement.C6, ChallengeChecks::quotesAreEscaped);
    ofRefusals(Requirement.C7, ChallengeChecks::hasNoControl);
    ofRefusals(Requirement.C8, ChallengeChecks::isAscii);
    ofRefusals(Requirement.C9, ChallengeChecks::offersAreUnique);
    ofRefusals(Requirement.C11, ChallengeChecks::basicHasRealm);
    ofRefusals(Requirement.C12, ChallengeChecks::basicCharsetIsUtf8);
    ofRefusals(Requirement.C14, ChallengeChecks::bearerHasParameters);
    ofRefusals(Requirement.C15, ChallengeChecks::bearerParametersAreUnique);
    ofRefusals(Requirement.C16, ChallengeChecks::errorParametersAreLegal);
    ofRefusals(Requirement.C17, ChallengeChecks::errorUriIsAbsolute);
    ofRefusals(Requirement.C18, ChallengeChecks::saysNothingToStrangers);
    ofRefusals(Requirement.C19, ChallengeChecks::answersDpop);
    ofRefusals(Requirement.C23, ChallengeChecks::schemesAreRegistered);
  }

  private void addCauses() {
    ofRequestsForTokens(Requirement.D1, CauseChecks.because(Requirement.D1));
    ofRequestsForTokens(Requirement.D2, CauseChecks.because(Requirement.D2));
    ofRequestsForTokens(Requirement.D3, CauseChecks::refusesCredentialsInUri);
    ofRequestsForTokens(Requirement.D7, CauseChecks.because(Requirement.D7));
    ofRequestsForTokens(Requirement.D8, CauseChecks.because(Requirement.D8));
    ofRequestsForTokens(Requirement.D9, CauseChecks.because(Requirement.D9));
    ofRequestsForTokens(Requirement.D11, CauseChecks.because(Requirement.D11));
    ofRequestsForTokens(Requirement.D14, CauseChecks.because(Requirement.D14));
    ofRequestsForTokens(Requirement.D15, CauseChecks.because(Requirement.D15));
    ofRequestsForTokens(Requirement.D16, CauseChecks.because(Requirement.D16));
    ofRefusals(Requirement.F9, CauseChecks.because(Requirement.F9));
  }

  private void addHeaders() {
    ofRequestsForTokens(Requirement.E1, HeaderChecks::tokenIsNotStored);
    ofRefusals(Requirement.E2, HeaderChecks::refusalIsNotStored);
    ofRequestsForTokens(Requirement.E3, HeaderChecks::pragmaIsNoCache);
    ofRefusals(Requirement.E4, HeaderChecks::nothingAllowsStoring);
    ofRefusals(Requirement.E5, HeaderChecks::isNotSniffed);
    ofRefusals(Requirement.E7, HeaderChecks::isReadableElsewhere);
    ofRefusals(
        Requirement.F1,
        StatusChecks.goesWith(
            "authorization_pending", "slow_down", "access_denied", "expired_token"));
    ofRefusals(Requirement.F2, HeaderChecks::nonceComesWithItsCode);
    ofAll(Requirement.F3, HeaderChecks::nonceIsLegal);
    ofRefusals(
        Requirement.F4,
        CauseChecks.because(Requirement.F4).and(StatusChecks.goesWith("invalid_dpop_proof")));
    ofRefusals(
        Requirement.F5,
        CauseChecks.because(Requirement.F5).and(StatusChecks.goesWith("invalid_target")));
  }

  private void addText() {
    ofAll(Requirement.H1, TextChecks::showsNothingInternal);
    ofAll(Requirement.H2, TextChecks::returnsNoSecret);
    ofAll(Requirement.H3, TextChecks::reflectsNothing);
    ofRefusals(Requirement.H4, TextChecks::isNotEscapedForPages);
  }

  private void ofRefusals(Requirement requirement, Check check) {
    checks.put(requirement, e -> e.isRefusal() ? check.judge(e) : Verdict.notApplicable());
  }

  private void ofRequestsForTokens(Requirement requirement, Check check) {
    checks.put(
        requirement,
        e ->
            e.sent().expectation() == Expectation.NO_TOKEN || e.isPutOff() || e.isTooLarge()
                ? Verdict.notApplicable()
                : check.judge(e));
  }

  private void ofAll(Requirement requirement, Check check) {
    checks.put(requirement, check);
  }
}
