package org.tokenerror.check;

import static org.tokenerror.check.CaseGroup.GRANT;

import java.util.List;
import java.util.stream.Stream;
import org.tokenerror.check.judge.Requirement;

/**
 * Lists requests for every grant type that lack something or bring something that nobody issued.
 *
 * <p>A server need not support a grant type, or let the client use it: then it may say so instead.
 * No user's name is tried, so that nobody is locked out.
 */
final class GrantCases {
  private static final String IR = "invalid_request";
  private static final String IG = "invalid_grant";
  private static final String URN = "urn:ietf:params:oauth:grant-type:";
  private static final String REDIRECT = "https://client.example/callback";

  private GrantCases() {}

  static List<Case> of(Setup setup) {
    return Stream.of(standard(setup), extensions(setup)).flatMap(List::stream).toList();
  }

  private static List<Case> standard(Setup setup) {
    String code = "authorization_code";
    return List.of(
        make(setup, "code-missing", "no code", code)
            .with("redirect_uri", REDIRECT)
            .because(Requirement.B5)
            .refused(or(IR)),
        make(setup, "code-empty", "a code without a value", code)
            .with("code", "")
            .because(Requirement.B5, Requirement.D7)
            .refused(or(IR)),
        make(setup, "code-bad", "a code nobody issued", code)
            .with("code", Bait.CODE)
            .with("redirect_uri", REDIRECT)
            .secret(Bait.CODE)
            .because(Requirement.B12)
            .refused(or(IG)),
        make(setup, "code-twice", "two codes nobody issued", code)
            .with("code", Bait.CODE)
            .with("code", Bait.CODE + "-2")
            .secret(Bait.CODE)
            .because(Requirement.B5, Requirement.D9)
            .refused(or(IR)),
        make(setup, "verifier-bad", "a code nobody issued, with a verifier", code)
            .with("code", Bait.CODE)
            .with("redirect_uri", REDIRECT)
            .with("code_verifier", "Xk7q".repeat(11))
            .secret("Xk7q".repeat(11))
            .because(Requirement.B12)
            .refused(or(IG)),
        make(setup, "refresh-missing", "no refresh token", "refresh_token")
            .because(Requirement.B5)
            .refused(or(IR)),
        make(setup, "refresh-bad", "a refresh token nobody issued", "refresh_token")
            .with("refresh_token", Bait.TOKEN)
            .secret(Bait.TOKEN)
            .because(Requirement.B12)
            .refused(or(IG)),
        make(setup, "password-user-missing", "a password without a user", "password")
            .with("password", Bait.PASSWORD)
            .secret(Bait.PASSWORD)
            .because(Requirement.B5)
            .refused(or(IR)),
        make(setup, "password-bad", "a user nobody knows", "password")
            .with("username", Bait.USER)
            .with("password", Bait.PASSWORD)
            .secret(Bait.PASSWORD)
            .because(Requirement.B12)
            .refused(or(IG)));
  }

  private static List<Case> extensions(Setup setup) {
    return List.of(
        make(setup, "device-missing", "no device code", URN + "device_code")
            .because(Requirement.B5)
            .refused(or(IR)),
        make(setup, "device-bad", "a device code nobody issued", URN + "device_code")
            .with("device_code", Bait.CODE)
            .secret(Bait.CODE)
            .because(Requirement.B12)
            .refused(or(IG, "expired_token", "access_denied")),
        make(setup, "jwt-bearer-bad", "an assertion nobody signed", URN + "jwt-bearer")
            .with("assertion", Bait.ASSERTION)
            .secret(Bait.ASSERTION)
            .because(Requirement.F9)
            .because(Requirement.B12)
            .refused(or(IG)),
        make(setup, "token-exchange-missing", "nothing to exchange", URN + "token-exchange")
            .because(Requirement.B5)
            .refused(or(IR)),
        make(
                setup,
                "token-exchange-bad",
                "a token to exchange that nobody issued",
                URN + "token-exchange")
            .with("subject_token", Bait.TOKEN)
            .with("subject_token_type", "urn:ietf:params:oauth:token-type:access_token")
            .secret(Bait.TOKEN)
            .because(Requirement.B5)
            .refused(or(IR, IG, "invalid_target")),
        make(setup, "ciba-bad", "an auth_req_id nobody issued", "urn:openid:params:grant-type:ciba")
            .with("auth_req_id", Bait.CODE)
            .secret(Bait.CODE)
            .because(Requirement.B12)
            .refused(or(IG, IR, "expired_token", "access_denied")));
  }

  private static String[] or(String... codes) {
    return Stream.concat(
            Stream.of(codes), Stream.of("unsupported_grant_type", "unauthorized_client"))
        .toArray(String[]::new);
  }

  private static CaseBuilder make(Setup setup, String id, String title, String grantType) {
    return new CaseBuilder(setup, GRANT, id, title).with("grant_type", grantType).asClient();
  }
}
