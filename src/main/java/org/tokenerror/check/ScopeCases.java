package org.tokenerror.check;

import static org.tokenerror.check.CaseGroup.SCOPE;

import java.util.List;
import java.util.stream.Stream;
import org.tokenerror.check.judge.Requirement;

/**
 * Lists requests whose optional parameters make no sense.
 *
 * <p>RFC 6749, section 3.3, lets a server ignore a scope, and a server that does not know a
 * parameter has to ignore it: a token is right as well. Where the client gets no token of its own,
 * so is what is said about the code that is asked with instead.
 */
final class ScopeCases {
  private static final String IR = "invalid_request";
  private static final String IS = "invalid_scope";

  private ScopeCases() {}

  static List<Case> of(Setup setup) {
    return Stream.of(scopes(setup), others(setup)).flatMap(List::stream).toList();
  }

  private static List<Case> scopes(Setup setup) {
    CaseBuilder twice =
        make(setup, "scope-twice", "two scope parameters")
            .grantWithoutScope()
            .with("scope", "nothing-Xk7q")
            .with("scope", "nothing-else-Xk7q")
            .asClient()
            .because(Requirement.B5, Requirement.D9);
    if (setup.ownToken() == Setup.OwnToken.NOT_ALLOWED) {
      setup.codesOfGrant().forEach(twice::orCode);
    }
    return List.of(
        scope(setup, "scope-unknown", "a scope nobody knows", "nothing-Xk7q"),
        scope(setup, "scope-quote", "a scope with a quote", "a\"b"),
        scope(setup, "scope-backslash", "a scope with a backslash", "a\\b"),
        scope(setup, "scope-accent", "a scope with an accent", "caf\u00e9"),
        twice.refused(IR));
  }

  private static List<Case> others(Setup setup) {
    return List.of(
        make(setup, "resource-bad", "a resource that is no URI")
            .grant()
            .with("resource", "not a uri#fragment")
            .asClient()
            .because(Requirement.F5)
            .refusedOrGranted("invalid_target", IR),
        make(setup, "details-bad", "authorization details that are no JSON")
            .grant()
            .with("authorization_details", "not json")
            .asClient()
            .because(Requirement.B5)
            .refusedOrGranted("invalid_authorization_details", IR),
        make(setup, "dpop-bad", "a DPoP proof that is none")
            .grant()
            .header("DPoP", Bait.ASSERTION)
            .asClient()
            .secret(Bait.ASSERTION)
            .because(Requirement.F4)
            .refusedOrGranted("invalid_dpop_proof", "use_dpop_nonce", IR));
  }

  private static Case scope(Setup setup, String id, String title, String value) {
    return make(setup, id, title)
        .grantWithoutScope()
        .with("scope", value)
        .asClient()
        .because(Requirement.B15)
        .refusedOrGranted(IS, IR);
  }

  private static CaseBuilder make(Setup setup, String id, String title) {
    return new CaseBuilder(setup, SCOPE, id, title);
  }
}
