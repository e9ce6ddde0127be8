package org.tokenerror.check.judge;

import static org.tokenerror.check.judge.Answers.page;
import static org.tokenerror.check.judge.Answers.right;
import static org.tokenerror.check.judge.Answers.token;
import static org.tokenerror.check.judge.Requests.anonymous;
import static org.tokenerror.check.judge.Requests.badCode;
import static org.tokenerror.check.judge.Requests.byBody;
import static org.tokenerror.check.judge.Requests.byHeader;
import static org.tokenerror.check.judge.Requests.good;
import static org.tokenerror.check.judge.Requests.head;
import static org.tokenerror.check.judge.Requests.noGrantType;
import static org.tokenerror.check.judge.Requests.wrongSecret;
import static org.tokenerror.check.judge.Row.row;

import java.util.List;

/** Lists answers whose status, or whose code, is right or wrong. */
final class StatusRows {
  private static final String IR = "invalid_request";
  private static final String IC = "invalid_client";
  private static final String IG = "invalid_grant";
  private static final String BASIC = "Basic realm=\"x\"";

  private StatusRows() {}

  static List<Row> inGeneral() {
    return List.of(
        row("400", noGrantType(), right(400, IR), "")
            .meets("B1 B2 B3 B4 B5 D11")
            .skips("B8 B9 B11"),
        row("404", noGrantType(), right(404, IR), "B1"),
        row("422", noGrantType(), right(422, IR), "B1"),
        row("500", noGrantType(), right(500, IR), "B1"),
        row("401 that is not about the client", noGrantType(), right(401, IR), "B1").meets("C1"),
        row("403 that is not about the client", noGrantType(), right(403, IR), "B1").skips("B11"),
        row("200", noGrantType(), right(200, IR), "B2").skips("B1").meets("B3"),
        row("299", noGrantType(), right(299, IR), "B2"),
        row("300", noGrantType(), right(300, IR), "B3").meets("B2"),
        row("302", noGrantType(), page(302), "A1 A12 B3 B5 D11").skips("B1").meets("B2 B4"),
        row("307", noGrantType(), page(307), "A1 A12 B3 B4 B5 D11"),
        row("308", noGrantType(), page(308), "A1 A12 B3 B4 B5 D11"),
        row("307 without credentials", anonymous(IR), page(307), "A1 A12 B3").skips("B4"),
        row("a page with 400", noGrantType(), page(400), "A1 A12 B5 D11").meets("B1"),
        row("a page with 404", noGrantType(), page(404), "A1 A12 B1 B5 D11"),
        row("429", noGrantType(), right(429, IR), "")
            .meets("B24 A25 H1")
            .skips("A1 B1 B5 D11 E2 E3"),
        row("429 to store", noGrantType(), right(429, IR).without("Cache-Control"), "B24"),
        row("429 with a page", noGrantType(), page(429), "").skips("A1 A12 B1 D11 E5"),
        row("429 to HEAD", head(), right(429, "").without("Cache-Control").body(""), "B24"),
        row("413 where it fits", noGrantType().orStatus(413), right(413, IR), "").meets("B1"),
        row("413 where it does not", noGrantType(), right(413, IR), "B1"),
        row("405", noGrantType().orStatus(405), right(405, IR).with("Allow", "POST"), "")
            .meets("B18 B1"),
        row("405 without Allow", noGrantType().orStatus(405), right(405, IR), "B18"),
        row("405 with an empty Allow", head(), right(405, "").body("").with("Allow", " "), "B18"),
        row("UMA", badCode(), right(403, "need_info"), "B12").meets("B1").skips("B11"),
        row("UMA with 500", badCode(), right(500, "need_info"), "B1 B12"),
        row("UMA with 400", badCode(), right(400, "request_denied"), "B1 B12"));
  }

  static List<Row> codes() {
    return List.of(
        row("invalid_grant with 401", badCode(), right(401, IG), "B12").skips("B1"),
        row("invalid_grant with 403", badCode(), right(403, IG), "B12").skips("B11"),
        row("invalid_scope with 422", scope(), right(422, "invalid_scope"), "B15"),
        row("invalid_scope with 400", scope(), right(400, "invalid_scope"), "").meets("B15"),
        row("another code for a scope", scope(), right(400, IG), "B15").meets("B12"),
        row("unsupported_grant_type", grant(), right(400, "unsupported_grant_type"), "")
            .meets("B14"),
        row("with 501", grant(), right(501, "unsupported_grant_type"), "B14").skips("B1"),
        row("another code for a grant type", grant(), right(400, IR), "B14"),
        row("unauthorized_client", badCode(), right(400, "unauthorized_client"), "B12")
            .meets("B13"),
        row("with 403", badCode(), right(403, "unauthorized_client"), "B12 B13").skips("B1"),
        row("to a stranger", wrongSecret(), right(400, "unauthorized_client"), "B13 B6"),
        row("a device code", device(), right(400, "slow_down"), "").meets("F1"),
        row("a device code with 401", device(), right(401, "expired_token"), "F1"),
        row("pending with 404", device(), right(404, "authorization_pending"), "B12 F1"),
        row("denied with 403", device(), right(403, "access_denied"), "B12 F1").skips("B1"),
        row("a proof", proof(), right(400, "invalid_dpop_proof"), "").meets("F4"),
        row("a proof with 401", proof(), right(401, "invalid_dpop_proof"), "F4").skips("B1"),
        row("another code for a proof", proof(), right(400, IG), "F4"),
        row("a target", target(), right(400, "invalid_target"), "").meets("F5"),
        row("a target with 404", target(), right(404, "invalid_target"), "F5").skips("B1"),
        row("another code for a target", target(), right(400, IG), "F5"),
        row("an ignored target", target().expecting(Expectation.EITHER), token(), "")
            .skips("F5 B1"),
        row("the server's fault", badCode(), right(500, "server_error"), "B12")
            .meets("B20 A4")
            .skips("B1"),
        row("the server's fault with 400", badCode(), right(400, "server_error"), "B12 B20"),
        row("499", badCode(), right(499, "server_error"), "B12 B20"),
        row("busy with 503", badCode(), right(503, "temporarily_unavailable"), "B12").meets("B20"),
        row("busy with 429", badCode(), right(429, "temporarily_unavailable"), "").skips("B12 B20"),
        row("busy with 400", badCode(), right(400, "temporarily_unavailable"), "B12 B20"));
  }

  static List<Row> client() {
    return List.of(
        row("401", wrongSecret(), right(401, IC), "").meets("B6 B8 B9 B10 B11 C1").skips("B1"),
        row("400 by header", wrongSecret(), right(400, IC), "B8 B9").skips("B1 B10 C1"),
        row("403 by header", wrongSecret(), right(403, IC), "B11 B8 B9").skips("B1"),
        row("403 by body", byBody(IC).because(Requirement.B6), right(403, IC), "B11")
            .skips("B1 B8"),
        row("a page with 403", byBody(IC), page(403), "A1 A12 B11").skips("B1"),
        row("a page with 403 and more", byHeader("Basic", IC, IR), page(403), "A1 A12 B11"),
        row("400 by body", byBody(IC).because(Requirement.B6), right(400, IC), "")
            .meets("B1 B6 B11")
            .skips("B8 B9"),
        row("401 by body", byBody(IC), right(401, IC), "").meets("B1 C1").skips("B8 B9 B10"),
        row("404 by body", byBody(IC), right(404, IC), "B1"),
        row(
                "a page with 401",
                wrongSecret(),
                page(401).with("WWW-Authenticate", BASIC),
                "A1 A12 B6")
            .meets("B8 B9"),
        row("a page with 400", wrongSecret(), page(400), "A1 A12 B6 B8 B9").skips("B1"),
        row("a page with 401 by body", byBody(IC, IR), page(401), "A1 A12").meets("B1").skips("B9"),
        row("invalid_request", byHeader("Basic", IC, IR), right(400, IR), "").skips("B8 B9"),
        row("a page where both fit", byHeader("Basic", IC, IR), page(400), "A1 A12").skips("B8"),
        row("invalid_client unasked", noGrantType(), right(400, IC), "B5 B8 B9 D11"),
        row("429 by header", wrongSecret(), right(429, IC), "").skips("B8 B9"),
        row("another code", wrongSecret(), right(400, IG), "B6").skips("B8"));
  }

  static List<Row> causes() {
    return List.of(
        cause(Requirement.B5, IR, IG),
        cause(Requirement.B6, IR, IG),
        cause(Requirement.D1, IR, IG),
        cause(Requirement.D2, IR, IG),
        cause(Requirement.D3, IR, IG),
        cause(Requirement.D7, IR, "unsupported_grant_type"),
        cause(Requirement.D9, IR, IG),
        cause(Requirement.D11, IR, "unsupported_grant_type"),
        cause(Requirement.D14, IR, IG),
        cause(Requirement.D15, IR, IG),
        cause(Requirement.F9, IR, IG),
        met(Requirement.B5),
        met(Requirement.B6),
        met(Requirement.D1),
        met(Requirement.D2),
        met(Requirement.D3),
        met(Requirement.D7),
        met(Requirement.D9),
        met(Requirement.D11),
        met(Requirement.D14),
        met(Requirement.D15),
        met(Requirement.F9),
        row("nobody looked at the URI", byBody(IR, IC).because(Requirement.D3), right(400, IC), "")
            .skips("D3"),
        row("an unknown code", cause(Requirement.B5), right(400, "oops"), "A4 B5"),
        row("ignored", good().because(Requirement.D8), token(), "").meets("D8"),
        row("not ignored", good().because(Requirement.D8), right(400, IR), "D8"),
        row("query", good().because(Requirement.D16), token(), "").meets("D16"),
        row("no query", good().because(Requirement.D16), right(400, IR), "D16"),
        row("a token for a stranger", stranger(), token(), "B6").skips("D11"),
        row("no token for a stranger", stranger(), right(400, IR), "").skips("B6").meets("D11"),
        row("a token for a wrong secret", wrongSecret().and(Trait.STRANGER), token(), "B6"),
        row("a token for a client that is known", wrongSecret(), token(), "").skips("B6"),
        row("a token for nothing", noGrantType(), token(), "").skips("B5 D11 A1 B2 E5"));
  }

  static List<Row> mediaTypes() {
    Requests text = byHeader("Basic", IR).and(Trait.WRONG_MEDIA_TYPE).orStatus(415);
    Requests unknown = byHeader("Basic", IR, IC).and(Trait.WRONG_MEDIA_TYPE);
    return List.of(
        row("400 for text", text, right(400, IR), "").meets("B19 B1"),
        row("415 for text", text, right(415, IR), "").meets("B19 B1"),
        row("500 for text", text, right(500, IR), "B1 B19"),
        row("401 for text", text, right(401, IR), "B1 B19"),
        row("401 for text of a stranger", unknown, right(401, IC), "").meets("B19"),
        row("another request", noGrantType(), right(415, IR), "B1").skips("B19"));
  }

  private static Requests stranger() {
    return cause(Requirement.D11).and(Trait.STRANGER);
  }

  private static Requests scope() {
    return byHeader("Basic", "invalid_scope").because(Requirement.B15);
  }

  private static Requests grant() {
    return byHeader("Basic", "unsupported_grant_type").because(Requirement.B14);
  }

  private static Requests device() {
    return byHeader("Basic", IG, "slow_down", "expired_token").because(Requirement.B12);
  }

  private static Requests proof() {
    return byHeader("Basic", "invalid_dpop_proof").because(Requirement.F4);
  }

  private static Requests target() {
    return byHeader("Basic", "invalid_target").because(Requirement.F5);
  }

  private static Requests cause(Requirement requirement) {
    return byBody(IR).because(requirement);
  }

  private static Row cause(Requirement requirement, String code, String other) {
    return row(
        requirement + " told as " + other,
        byBody(code).because(requirement),
        right(400, other),
        requirement.name());
  }

  private static Row met(Requirement requirement) {
    return row(requirement + " told", cause(requirement), right(400, IR), "")
        .meets(requirement.name());
  }
}
