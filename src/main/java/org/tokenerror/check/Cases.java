package org.tokenerror.check;

import static org.tokenerror.check.CaseGroup.CLIENT;
import static org.tokenerror.check.CaseGroup.HARMLESS;

import java.util.ArrayList;
import java.util.List;
import org.tokenerror.check.judge.Requirement;
import org.tokenerror.check.judge.Trait;

/**
 * Lists what is sent to an endpoint, in the order in which it is sent.
 *
 * <p>Nothing in it can succeed in changing anything: there is no valid code, no refresh token, no
 * user's password and no request to revoke. What a right client gets is an access token for itself.
 */
final class Cases {
  static final String UNKNOWN_CLIENT = "unknown-client-header";
  static final String PREFLIGHT = "preflight";
  static final String GOOD_HEADER = "good-header";
  static final String GOOD_BODY = "good-body";

  private Cases() {}

  /** Lists the requests that tell what the others have to be like. */
  static List<Case> opening(Setup setup) {
    List<Case> cases = new ArrayList<>();
    cases.add(
        new CaseBuilder(setup, CLIENT, UNKNOWN_CLIENT, "unknown client, by header")
            .grant()
            .basic(Bait.CLIENT, Bait.SECRET)
            .because(Requirement.B6)
            .refused("invalid_client"));
    cases.add(
        new CaseBuilder(setup, HARMLESS, PREFLIGHT, "OPTIONS, the preflight of a browser")
            .method("OPTIONS")
            .withoutBody()
            .header("Origin", Bait.ORIGIN)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type")
            .withoutToken());
    if (setup.client().isPresent() && setup.mayUse(ClientMethod.BASIC)) {
      cases.add(
          new CaseBuilder(setup, HARMLESS, GOOD_HEADER, "the client's own token, by header")
              .grant()
              .asClientByHeader()
              .granted());
    }
    if (setup.client().isPresent() && setup.mayUse(ClientMethod.BODY)) {
      cases.add(
          new CaseBuilder(setup, HARMLESS, GOOD_BODY, "the client's own token, by body")
              .grant()
              .asClientByBody()
              .granted());
    }
    return cases;
  }

  /** Lists the other requests. */
  static List<Case> rest(Setup setup) {
    List<Case> cases = new ArrayList<>();
    cases.addAll(RequestCases.of(setup));
    cases.addAll(GrantTypeCases.of(setup));
    cases.addAll(ClientCases.of(setup));
    cases.addAll(SchemeCases.of(setup));
    if (setup.client().isPresent()) {
      cases.addAll(GrantCases.of(setup));
      cases.addAll(ScopeCases.of(setup));
    }
    cases.addAll(harmless(setup));
    return cases;
  }

  private static List<Case> harmless(Setup setup) {
    List<Case> cases = new ArrayList<>();
    cases.add(
        new CaseBuilder(setup, HARMLESS, "head", "HEAD")
            .method("HEAD")
            .withoutBody()
            .withoutToken());
    cases.add(
        new CaseBuilder(setup, HARMLESS, "options", "OPTIONS, not from a browser")
            .method("OPTIONS")
            .withoutBody()
            .withoutToken());
    cases.add(
        new CaseBuilder(setup, CLIENT, "origin", "unknown client, from another origin")
            .header("Origin", Bait.ORIGIN)
            .grant()
            .basic(Bait.CLIENT, Bait.SECRET)
            .traitIf(setup.allowsOrigins(), Trait.ORIGIN_ALLOWED)
            .because(Requirement.B6)
            .refused("invalid_client", "invalid_request")); // a foreign origin may be enough
    if (setup.client().isPresent() && setup.givesOwnToken()) {
      cases.add(
          new CaseBuilder(setup, HARMLESS, "good-unknown-parameter", "a parameter nobody knows")
              .grant()
              .with("token_error_check", "1")
              .asClient()
              .because(Requirement.D8)
              .granted());
      cases.add(
          new CaseBuilder(setup, HARMLESS, "good-query", "a query that holds no credentials")
              .query("token_error_check=1")
              .grant()
              .asClient()
              .because(Requirement.D16)
              .granted());
    }
    return cases;
  }
}
