package org.tokenerror.check;

import static org.tokenerror.check.CaseGroup.CLIENT;

import java.util.List;
import java.util.stream.Stream;
import org.tokenerror.check.judge.Requirement;
import org.tokenerror.check.judge.Trait;

/** Lists requests whose Authorization field is malformed or of another scheme. */
final class SchemeCases {
  private static final String IR = "invalid_request";
  private static final String IC = "invalid_client";
  private static final String BASIC = "Basic";

  private SchemeCases() {}

  static List<Case> of(Setup setup) {
    return Stream.of(malformed(setup), others(setup), odd(setup)).flatMap(List::stream).toList();
  }

  private static List<Case> malformed(Setup setup) {
    return List.of(
        malformed(setup, "basic-not-base64", "Basic that is no base64", "!!!not*base64!!!"),
        malformed(setup, "basic-no-colon", "Basic without a colon", Encoding.base64("nocolonhere")),
        malformed(setup, "basic-empty", "Basic with nothing behind it", ""),
        malformed(setup, "basic-bad-utf8", "Basic that is not UTF-8", "//46/w=="));
  }

  private static Case malformed(Setup setup, String id, String title, String credentials) {
    return make(setup, id, title)
        .grant()
        .authorization(BASIC, (BASIC + " " + credentials).strip())
        .trait(Trait.MALFORMED_BASIC)
        .because(Requirement.B6)
        .refused(IC, IR);
  }

  private static List<Case> others(Setup setup) {
    String digest =
        "Digest username=\""
            + Bait.CLIENT
            + "\", realm=\"x\", nonce=\"n\", uri=\"/\","
            + " response=\"0123456789abcdef0123456789abcdef\"";
    return List.of(
        other(setup, "scheme-unknown", "a scheme nobody knows", "Foo", "Foo abcdef"),
        other(setup, "scheme-bearer", "the scheme Bearer", "Bearer", "Bearer " + Bait.TOKEN),
        other(setup, "scheme-digest", "the scheme Digest", "Digest", digest),
        other(setup, "scheme-dpop", "the scheme DPoP", "DPoP", "DPoP " + Bait.TOKEN),
        make(setup, "scheme-missing", "an Authorization that names no scheme")
            .grant()
            .authorization("?", "=?,;")
            .because(Requirement.B6)
            .refused(IC, IR));
  }

  private static Case other(Setup setup, String id, String title, String scheme, String value) {
    return make(setup, id, title)
        .grant()
        .authorization(scheme, value)
        .secret(Bait.TOKEN)
        .trait(Trait.UNSUPPORTED_SCHEME)
        .because(Requirement.B6)
        .refused(IC);
  }

  private static List<Case> odd(Setup setup) {
    String credentials = Encoding.base64(Bait.CLIENT + ":" + Bait.SECRET);
    return List.of(
        make(setup, "basic-other-case", "unknown client, the scheme spelled bAsIc")
            .grant()
            .authorization(BASIC, "bAsIc " + credentials)
            .secret(Bait.SECRET)
            .trait(Trait.UNUSUAL_CASE)
            .because(Requirement.B6)
            .refused(IC),
        make(setup, "authorization-twice", "two Authorization fields")
            .grant()
            .authorization(BASIC, BASIC + " " + credentials)
            .authorization("Bearer", "Bearer " + Bait.TOKEN)
            .secret(Bait.SECRET)
            .secret(Bait.TOKEN)
            .because(Requirement.D1)
            .refused(IC, IR));
  }

  private static CaseBuilder make(Setup setup, String id, String title) {
    return new CaseBuilder(setup, CLIENT, id, title);
  }
}
