package org.tokenerror.check;

import static org.tokenerror.check.CaseGroup.GRANT_TYPE;

import java.util.List;
import org.tokenerror.check.judge.Requirement;

/** Lists requests whose grant_type is missing, empty, repeated or unknown. */
final class GrantTypeCases {
  private static final String IR = "invalid_request";
  private static final String UG = "unsupported_grant_type";
  private static final String NAME = "grant_type";

  private GrantTypeCases() {}

  static List<Case> of(Setup setup) {
    return List.of(
        make(setup, "grant-type-missing", "no grant type")
            .with("foo", "bar")
            .asClient()
            .because(Requirement.B5, Requirement.D11)
            .refused(IR),
        make(setup, "grant-type-empty", "a grant type without a value")
            .with(NAME, "")
            .asClient()
            .because(Requirement.B5, Requirement.D7)
            .refused(IR),
        make(setup, "grant-type-unknown", "a grant type nobody knows")
            .with(NAME, "nothing-Xk7q")
            .asClient()
            .because(Requirement.B14)
            .refused(UG),
        make(setup, "grant-type-urn", "a URN nobody knows")
            .with(NAME, "urn:example:nothing-Xk7q")
            .asClient()
            .because(Requirement.B14)
            .refused(UG),
        make(setup, "grant-type-upper-case", "a grant type in capitals")
            .with(NAME, "CLIENT_CREDENTIALS")
            .asClient()
            .because(Requirement.B14)
            .refused(UG, IR),
        make(setup, "grant-type-twice", "the same grant type twice")
            .grant()
            .grant()
            .asClient()
            .because(Requirement.B5, Requirement.D9)
            .refused(IR),
        make(setup, "grant-types-two", "two grant types")
            .with(NAME, "client_credentials")
            .with(NAME, "nothing-Xk7q")
            .asClient()
            .because(Requirement.B5, Requirement.D9)
            .refused(IR));
  }

  private static CaseBuilder make(Setup setup, String id, String title) {
    return new CaseBuilder(setup, GRANT_TYPE, id, title);
  }
}
