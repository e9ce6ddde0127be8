package org.tokenerror.check;

import static org.tokenerror.check.CaseGroup.REQUEST;

import java.util.List;
import java.util.stream.Stream;
import org.tokenerror.check.judge.Requirement;
import org.tokenerror.check.wire.RawRequest;

/**
 * Lists requests whose method, media type, size or encoding is wrong; for the media types see
 * {@link MediaTypeCases}.
 *
 * <p>PUT and DELETE are not among them: they could do harm where the address is not that of a token
 * endpoint.
 */
final class RequestCases {
  private static final String IR = "invalid_request";
  private static final String UG = "unsupported_grant_type";
  private static final int HUGE = 1 << 20;
  private static final int MANY = 10_001;

  private RequestCases() {}

  static List<Case> of(Setup setup) {
    return Stream.of(methods(setup), MediaTypeCases.of(setup), sizes(setup), encodings(setup))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Case> methods(Setup setup) {
    return List.of(
        make(setup, "get", "GET")
            .method("GET")
            .withoutBody()
            .query("grant_type=client_credentials")
            .asClientWithoutForm()
            .orStatus(405)
            .because(Requirement.D14)
            .refused(IR),
        make(setup, "patch", "PATCH")
            .method("PATCH")
            .grant()
            .asClient()
            .orStatus(405, 501)
            .because(Requirement.D14)
            .refused(IR),
        make(setup, "method-unknown", "a method that does not exist")
            .method("BREW")
            .grant()
            .asClient()
            .orStatus(405, 501)
            .because(Requirement.D14)
            .refused(IR));
  }

  private static List<Case> sizes(Setup setup) {
    CaseBuilder many = make(setup, "parameters-many", "10001 parameters");
    for (int i = 0; i < MANY; i++) {
      many.raw("p" + i + "=1");
    }
    return List.of(
        make(setup, "parameter-huge", "a parameter of 1 MiB")
            .raw("x=" + "A".repeat(HUGE))
            .with("grant_type", "nothing-Xk7q")
            .asClient()
            .orStatus(413)
            .because(Requirement.B5)
            .refused(IR, UG),
        many.with("grant_type", "nothing-Xk7q")
            .asClient()
            .orStatus(413)
            .because(Requirement.B5)
            .refused(IR, UG),
        make(setup, "grant-type-long", "a grant type of 4000 characters")
            .with("grant_type", "x".repeat(4_000))
            .asClient()
            .because(Requirement.B14)
            .refused(UG, IR));
  }

  private static List<Case> encodings(Setup setup) {
    return List.of(
        make(setup, "chunked", "no grant type, in chunks")
            .with("foo", "bar")
            .asClient()
            .framing(RawRequest.Framing.CHUNKED)
            .orStatus(411)
            .because(Requirement.B5, Requirement.D11)
            .refused(IR),
        make(setup, "expect-continue", "unknown grant type, after 100-continue")
            .with("grant_type", "nothing-Xk7q")
            .asClient()
            .framing(RawRequest.Framing.EXPECT_CONTINUE)
            .orStatus(417)
            .because(Requirement.B14)
            .refused(UG),
        make(setup, "percent-broken", "percent signs that encode nothing")
            .raw("grant_type=%zz&x=%")
            .asClient()
            .because(Requirement.B5)
            .refused(IR, UG),
        make(setup, "utf8-broken", "bytes that are not UTF-8")
            .raw("grant_type=caf%e9%ff")
            .asClient()
            .because(Requirement.B5)
            .refused(IR, UG),
        make(setup, "nul", "a zero byte in the grant type")
            .with("grant_type", "client\0credentials")
            .asClient()
            .because(Requirement.B14)
            .refused(UG, IR),
        make(setup, "line-breaks", "line breaks and a header field in the grant type")
            .with("grant_type", "x\r\n" + Bait.FIELD + "\r\n\r\nx")
            .hostile("\n" + Bait.FIELD)
            .asClient()
            .because(Requirement.B14)
            .refused(UG, IR),
        make(setup, "markup", "a script in the grant type")
            .with("grant_type", Bait.MARKUP)
            .hostile(Bait.MARKUP)
            .asClient()
            .because(Requirement.B14)
            .refused(UG, IR));
  }

  private static CaseBuilder make(Setup setup, String id, String title) {
    return new CaseBuilder(setup, REQUEST, id, title);
  }
}
