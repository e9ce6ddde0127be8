package org.tokenerror.check.judge;

import static org.tokenerror.check.judge.Answers.challenge;
import static org.tokenerror.check.judge.Answers.page;
import static org.tokenerror.check.judge.Answers.right;
import static org.tokenerror.check.judge.Requests.anonymous;
import static org.tokenerror.check.judge.Requests.byBody;
import static org.tokenerror.check.judge.Requests.byHeader;
import static org.tokenerror.check.judge.Requests.wrongSecret;
import static org.tokenerror.check.judge.Row.row;

import java.util.List;

/** Lists answers whose challenge is right or wrong. */
final class ChallengeRows {
  private static final String IC = "invalid_client";
  private static final String IR = "invalid_request";

  private ChallengeRows() {}

  static List<Row> presence() {
    Answers without = right(401, IC).without("WWW-Authenticate");
    return List.of(
        row("none", wrongSecret(), without, "B9 C1").skips("B10 C2 C5"),
        row("none, by body", byBody(IC), without, "C1").skips("B9"),
        row("none, anonymous", anonymous(IC), without, "C1"),
        row("an empty one", wrongSecret(), challenge(""), "B10 C1 C2").meets("B9"),
        row("one with 401 where it does not fit", byHeader("Basic", IR), right(401, IR), "B1")
            .meets("B9 B10"),
        row(
            "none with 401 where it does not fit",
            byHeader("Basic", IR),
            right(401, IR).without("WWW-Authenticate"),
            "B1 B9 C1"),
        row("one with 400", byBody(IR), right(400, IR).with("WWW-Authenticate", "Basic"), "C11")
            .meets("C2")
            .skips("C1 B9"));
  }

  static List<Row> scheme() {
    Requests dpop = byHeader("DPoP", IC);
    Requests foo = byHeader("Foo", IC).and(Trait.UNSUPPORTED_SCHEME);
    Requests broken = byHeader("Basic", IC, IR).and(Trait.MALFORMED_BASIC);
    Requests odd = wrongSecret().and(Trait.UNUSUAL_CASE);
    return List.of(
        row("Bearer for Basic", wrongSecret(), challenge("Bearer realm=\"x\""), "B10"),
        row("basic for Basic", wrongSecret(), challenge("basic realm=\"x\""), "").meets("B10 C23"),
        row("both", wrongSecret(), challenge("Bearer realm=\"x\", Basic realm=\"x\""), "")
            .meets("B10 C9"),
        row(
                "in two fields",
                wrongSecret(),
                challenge("Bearer realm=\"x\"").plus("WWW-Authenticate", "Basic realm=\"x\""),
                "")
            .meets("B10 C2"),
        row(
            "Basic in a realm only",
            wrongSecret(),
            challenge("Bearer realm=\"a, Basic b\""),
            "B10"),
        row("Basic for Bearer", byHeader("Bearer", IC), challenge("Basic realm=\"x\""), "")
            .skips("B10 C19"),
        row("DPoP", dpop, challenge("DPoP algs=\"ES256\""), "").meets("C19").skips("B10"),
        row("Basic for DPoP", dpop, challenge("Basic realm=\"x\""), "C19"),
        row("DPoP with 400", dpop, right(400, IC), "B8 B9").skips("C19"),
        row("Basic for Foo", foo, challenge("Basic realm=\"x\""), "").meets("B17"),
        row(
            "400 for Foo",
            foo,
            right(400, IC).with("WWW-Authenticate", "Basic realm=\"x\""),
            "B17 B8"),
        row("nothing for Foo", foo, right(401, IC).without("WWW-Authenticate"), "B17 B9 C1"),
        row("Basic for broken Basic", broken, challenge("Basic realm=\"x\""), "").meets("B16"),
        row("Bearer for broken Basic", broken, challenge("Bearer realm=\"x\""), "B10 B16"),
        row("400 for broken Basic", broken, right(400, IR), "B16"),
        row(
            "400 and Basic",
            broken,
            right(400, IR).with("WWW-Authenticate", "Basic realm=\"x\""),
            "B16"),
        row("bAsIc", odd, challenge("Basic realm=\"x\""), "").meets("C3 B10"),
        row("bAsIc not known", odd, challenge("Bearer realm=\"x\""), "B10 C3"),
        row(
            "400 for bAsIc",
            odd,
            right(400, IC).with("WWW-Authenticate", "Basic realm=\"x\""),
            "B8 C3"),
        row("an invented scheme", wrongSecret(), both("Form"), "C23").meets("C2"),
        row("the same twice", wrongSecret(), both("Basic realm=\"token\""), "C9"),
        row("two realms", wrongSecret(), both("Basic realm=\"other\""), "").meets("C9"));
  }

  static List<Row> grammar() {
    return List.of(
        only("Basic realm=\"x\"", "")
            .meets("C2 C4 C5 C6 C7 C8 C9 C11 C23")
            .skips("C12 C14 C15 C16"),
        only("Basic realm=\"x\",", "").meets("C2"),
        only(", Basic realm=\"x\"", "").meets("C2"),
        only("Basic realm = \"x\"", "").meets("C2 C5"),
        only("Basic  realm=\"x\" , charset=\"UTF-8\"", "").meets("C2 C12"),
        only("Basic\trealm=\"x\"", "C2").meets("C7 C5"),
        only("Basic \trealm=\"x\"", "C2"),
        only("Basic realm\t=\t\"x\"\t,\tcharset=\"UTF-8\"", "").meets("C2"),
        only("Basic realm=x", "C5").meets("C2 C11"),
        only("Basic realm=\"a b", "C2 C6"),
        only("Basic realm=\"a\"b\"", "C2 C6"),
        only("Basic realm=\"a\\\"b\"", "").meets("C6"),
        only("Basic realm=\"a\\\\\"", "").meets("C6"),
        only("Basic realm=\"a\\\"", "C2 C6"),
        only("Basic realm=\"a\\", "C2 C6"),
        only("Basic realm=\"a\" charset=\"UTF-8\"", "C2").meets("C6").skips("C12"),
        only("Basic realm=a b", "C2 C5"),
        only("Basic REALM=\"a\"", "").meets("C5 C11"),
        only("Basic realm=\"a\", realm=\"b\"", "C4"),
        only("Basic realm=\"a\", Realm=\"b\"", "C4"),
        only("Basic realm=\"a\", charset=\"UTF-8\"", "").meets("C4 C12"),
        only("Basic realm=\"a\", charset=utf-8", "").meets("C12 C5"),
        only("Basic realm=\"a\", charset=\"ISO-8859-1\"", "C12"),
        only("Basic realm=\"a\", x=", "C2"),
        only("Basic realm=\"a\", ???", "C2"),
        only("Basic realm=\"a\", x;y", "C2"),
        only("Basic realm=\"a\u00e9\"", "C8"),
        only("Basic realm=\"a\u007f\"", "C7"),
        only("Basic realm=\"a\u0001\"", "C7"),
        only("Basic", "C11").meets("C2 C1"),
        only("Basic ", "C11").meets("C2"),
        only("Basic abc=", "C11").meets("C2"),
        only("Basic ===", "B10 C1 C2"),
        only("Basic a/b.c-d_e~f+g==", "C11").meets("C2"),
        only("Basic ;", "C11 C2"),
        only("Basic a b", "C11 C2"),
        only("Basic a/b realm=\"x\"", "C11 C2"));
  }

  static List<Row> moreGrammar() {
    return List.of(
        row("only a parameter", wrongSecret(), challenge("realm=\"x\""), "B10 C1 C2"),
        row("only commas", wrongSecret(), challenge(" , ,"), "B10 C1 C2"),
        row(
            "a parameter in a field of its own",
            wrongSecret(),
            challenge("Basic realm=\"x\"").plus("WWW-Authenticate", "charset=\"UTF-8\""),
            "C2"),
        row(
            "an empty field beside",
            wrongSecret(),
            challenge("Basic realm=\"x\"").plus("WWW-Authenticate", ""),
            "C2"),
        row("Negotiate", wrongSecret(), both("Negotiate"), "").meets("C2 C23"),
        row("Negotiate with data", wrongSecret(), both("Negotiate YII="), "").meets("C2"),
        row("Negotiate first", wrongSecret(), challenge("Negotiate, Basic realm=\"x\""), "")
            .meets("C2 B10"),
        row(
                "Negotiate with data first",
                wrongSecret(),
                challenge("Negotiate YII=, Basic realm=\"x\""),
                "")
            .meets("C2 B10"),
        row("not a scheme", wrongSecret(), challenge("(Basic realm=\"x\""), "B10 C1 C2"),
        row(
            "a scheme that breaks off",
            wrongSecret(),
            challenge("Basic:realm=\"x\""),
            "B10 C1 C2"));
  }

  static List<Row> bearer() {
    return List.of(
        row("bare", wrongSecret(), both("Bearer"), "C14"),
        row("full", wrongSecret(), both("Bearer error=\"invalid_token\", scope=\"a b\""), "")
            .meets("C14 C15 C16 C17")
            .skips("C18"),
        row("with a URI", wrongSecret(), both("Bearer error_uri=\"https://a.example/\""), "")
            .meets("C17"),
        row("with a relative URI", wrongSecret(), both("Bearer error_uri=\"/e\""), "C17"),
        row("with a broken URI", wrongSecret(), both("Bearer error_uri=\"https://a b\""), "C17"),
        row("DPoP with a relative URI", wrongSecret(), both("DPoP error_uri=\"/e\""), "C17"),
        row("error twice", wrongSecret(), both("Bearer error=\"a\", error=\"b\""), "C15 C4"),
        row("another twice", wrongSecret(), both("Bearer x=\"a\", x=\"b\""), "C4").meets("C15"),
        row("an accent", wrongSecret(), both("Bearer error_description=\"\u00e9\""), "C16 C8"),
        row("a quote", wrongSecret(), both("Bearer error=\"a\\\"b\""), "C16").meets("C6"),
        row("a scope", wrongSecret(), both("Bearer scope=\"a\\\\b\""), "C16"),
        row("DPoP with a quote", wrongSecret(), both("DPoP error=\"a\\\"b\""), "C16"),
        row(
                "Basic may say anything",
                wrongSecret(),
                challenge("Basic realm=\"x\", error=\"a\\\"b\""),
                "")
            .skips("C16 C17 C18"),
        row("a stranger told nothing", anonymous(IC), challenge("Bearer realm=\"x\""), "")
            .meets("C18"),
        row("a stranger told an error", anonymous(IC), challenge("Bearer error=\"x\""), "C18"),
        row("a stranger told more", anonymous(IC), challenge("DPoP error_uri=\"urn:x\""), "C18"),
        row(
            "a stranger told why",
            anonymous(IC),
            challenge("Bearer error_description=\"x\""),
            "C18"),
        row(
            "a page with a challenge",
            wrongSecret(),
            page(401).with("WWW-Authenticate", "Basic realm=x"),
            "A1 A12 B6 C5"));
  }

  /** A right challenge with another one in front. */
  private static Answers both(String other) {
    return challenge(other).plus("WWW-Authenticate", "Basic realm=\"token\"");
  }

  private static Row only(String challenge, String fails) {
    return row("[" + challenge + "]", wrongSecret(), challenge(challenge), fails);
  }
}
