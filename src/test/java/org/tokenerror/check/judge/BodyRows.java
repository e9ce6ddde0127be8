package org.tokenerror.check.judge;

import static org.tokenerror.check.judge.Answers.json;
import static org.tokenerror.check.judge.Answers.page;
import static org.tokenerror.check.judge.Answers.right;
import static org.tokenerror.check.judge.Requests.badCode;
import static org.tokenerror.check.judge.Requests.head;
import static org.tokenerror.check.judge.Requests.wrongSecret;
import static org.tokenerror.check.judge.Row.row;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tokenerror.check.wire.RawResponse.Ending;

/** Lists answers whose body, or what describes it, is right or wrong. */
final class BodyRows {
  private static final Answers RIGHT = right(400, "invalid_grant");

  /** The digests of the right answer's body. */
  private static final String MD5 = "WBmHzhtyhmxT07hK+9EBUQ==";

  private static final String SHA = "W70pyQeAl1bzovIchdh17fbQH0EdJi5E5r3IoQShr2A=";

  private static final String START = "{\"error\":\"invalid_grant\"";

  private BodyRows() {}

  static List<Row> error() {
    return List.of(
        row("a right answer", badCode(), RIGHT, "")
            .meets("A1 A2 A3 A4 A12 A14 A15 A17 A18 A19 A20 A21 A25 A26 B2 B3 B4 B12")
            .skips("B1 A6 A7 A9 A10 A11 A13 A27 A28 B5 B8 B9 B13 B14 B15 C1 C2 C5 H4"),
        row("an empty body", badCode(), RIGHT.body(""), "A1 B12").skips("A2 A17 A18 A19 A20"),
        row("a page", badCode(), page(400), "A1 A12 B12").skips("A14 A17 A18 A19"),
        row("an array", badCode(), json("[\"invalid_grant\"]"), "A1 B12").meets("A17 A18"),
        row("a string", badCode(), json("\"invalid_grant\""), "A1 B12"),
        row("no error", badCode(), json("{\"code\":1}"), "A1 B12").meets("A14").skips("A2 A15"),
        row("a number", badCode(), json("{\"error\":17}"), "A2 B12").meets("A1").skips("A3 A4"),
        row("an object", badCode(), json("{\"error\":{\"code\":\"x\"}}"), "A2 B12").meets("A14"),
        row("an array of codes", badCode(), json("{\"error\":[\"invalid_grant\"]}"), "A2 B12"),
        row("true", badCode(), json("{\"error\":true}"), "A2 B12"),
        row("null", badCode(), json("{\"error\":null}"), "A2 B12").meets("A1"),
        row("an empty code", badCode(), json("{\"error\":\"\"}"), "A2 B12").skips("A3 A4"),
        row("a quote in the code", badCode(), json("{\"error\":\"invalid\\\"\"}"), "A3 A4 B12"),
        row("an accent in the code", badCode(), json("{\"error\":\"ung\u00fcltig\"}"), "A3 A4 B12"),
        row("an unknown code", badCode(), json("{\"error\":\"bad_code\"}"), "A4 B12").meets("A3"),
        row("another endpoint's code", badCode(), json("{\"error\":\"login_required\"}"), "A4 B12"),
        row("another code", badCode(), json("{\"error\":\"invalid_scope\"}"), "B12")
            .meets("A4 B15"),
        row("the second best code", badCode(), json("{\"error\":\"unsupported_grant_type\"}"), "")
            .meets("B12 B14"));
  }

  static List<Row> otherMembers() {
    return List.of(
        with("a good description", "\"error_description\":\"Code expired\"", "")
            .meets("A6 A7 A15 H4"),
        with("all legal characters", "\"error_description\":\" !#[]~\"", "").meets("A6"),
        with("a quote", "\"error_description\":\"a \\\"b\\\"\"", "A6"),
        with("a backslash", "\"error_description\":\"a\\\\b\"", "A6"),
        with("a line break", "\"error_description\":\"a\\nb\"", "A6"),
        with("a delete character", "\"error_description\":\"a\\u007fb\"", "A6"),
        with("an accent", "\"error_description\":\"caf\u00e9\"", "A6"),
        with("an empty description", "\"error_description\":\"\"", "A7").meets("A6"),
        with("a null description", "\"error_description\":null", "A7").meets("A15"),
        with("a number as description", "\"error_description\":17", "A15").meets("A7").skips("A6"),
        with("a list as description", "\"error_description\":[\"a\"]", "A15"),
        with("a URI", "\"error_uri\":\"https://as.example/e#1\"", "").meets("A9 A10 A11 A15"),
        with("a URI in capitals", "\"error_uri\":\"HTTP://as.example/e\"", "").meets("A11"),
        with("a blank in a URI", "\"error_uri\":\"https://as.example/a b\"", "A9 A10").skips("A11"),
        with("a broken URI", "\"error_uri\":\"https://as.example/%zz\"", "A9").meets("A10"),
        with("a port that is none", "\"error_uri\":\"https://as.example:abc/x\"", "A9")
            .skips("A11"),
        with("a port", "\"error_uri\":\"https://as.example:8443/x\"", "").meets("A9 A11"),
        with("no port", "\"error_uri\":\"https://as.example:/x\"", "").meets("A9"),
        with("an address", "\"error_uri\":\"https://[::1]/x\"", "").meets("A9"),
        with("an address and a port", "\"error_uri\":\"https://[::1]:8443/x\"", "").meets("A9"),
        with("an empty URI", "\"error_uri\":\"\"", "A11 A9"),
        with("a number as URI", "\"error_uri\":17", "A15 A9").skips("A10 A11"),
        with("a null URI", "\"error_uri\":null", "A9").meets("A15"),
        with("a relative URI", "\"error_uri\":\"/errors/1\"", "A11").meets("A9 A10"),
        with("another scheme", "\"error_uri\":\"urn:example:1\"", "A11").meets("A9"),
        with("a token beside it", "\"access_token\":\"t\"", "A21"),
        with("a refresh token beside it", "\"refresh_token\":\"t\"", "A21"),
        with("an ID token beside it", "\"id_token\":\"t\"", "A21"),
        with("an empty token beside it", "\"access_token\":\"\"", "").meets("A21"),
        with("the code twice", "\"error\":\"invalid_grant\"", "A20").skips("A17"),
        with("an extension's member", "\"interval\":5", "").meets("A15 A17"),
        with("an entity", "\"error_description\":\"isn&#39;t\"", "H4"),
        with("a named entity", "\"error_description\":\"a &lt; b\"", "H4"),
        row("a wrapper", badCode(), json("{\"response\":{\"error\":\"invalid_grant\"}}"), "A14 B12")
            .meets("A1"),
        row("another wrapper", badCode(), json("{\"data\":{\"x\":1}}"), "A1 B12").meets("A14"));
  }

  static List<Row> wire() {
    byte[] latin = (START + ",\"x\":\"\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf16 = (START + "}").getBytes(StandardCharsets.UTF_16BE);
    return List.of(
        row("two fields", badCode(), RIGHT.plus("Content-Type", "application/json"), "A12"),
        row("no media type", badCode(), RIGHT.without("Content-Type"), "A12").skips("A13"),
        row("text/json", badCode(), RIGHT.with("Content-Type", "text/json"), "A12").skips("A13"),
        row("problem", badCode(), RIGHT.with("Content-Type", "application/problem+json"), "A12"),
        charset("UTF-8", "").meets("A12 A13"),
        charset("\"utf8\"", "").meets("A13"),
        charset("US-ASCII", "").meets("A13"),
        charset("ISO-8859-1", "A13").meets("A12"),
        row("cut off", badCode(), RIGHT.body(START), "A17"),
        row("something behind", badCode(), RIGHT.body(START + "}<html>"), "A17"),
        row("a map printed", badCode(), RIGHT.body("{error=invalid_grant}"), "A17"),
        row("Latin-1", badCode(), RIGHT.body(latin), "A18"),
        row("UTF-16", badCode(), RIGHT.body(utf16), "A18"),
        row("a mark", badCode(), RIGHT.body("\uFEFF" + START + "}"), "A19").meets("A17 A18"),
        row("a mark and nothing", badCode(), RIGHT.body("\uFEFF"), "A1 A19 B12"),
        row("cut short", badCode(), RIGHT.ending(Ending.CUT_SHORT), "A25"),
        row("bytes behind", badCode(), RIGHT.ending(Ending.SURPLUS), "A25"),
        row("no end", badCode(), RIGHT.ending(Ending.TOO_LONG), "A25"),
        row("too slow", badCode(), RIGHT.ending(Ending.TOO_SLOW), "A25"),
        row(
                "too large",
                badCode(),
                RIGHT.ending(Ending.TOO_LONG).with("Content-Length", "999999").body(START),
                "")
            .skips("A1 A17 A25 B12 E2 E3"),
        row("no number", badCode(), RIGHT.with("Content-Length", "abc"), "A25"),
        row("less than nothing", badCode(), RIGHT.with("Content-Length", "-5"), "A25"),
        row("a length", badCode(), RIGHT.with("Content-Length", "9"), "").meets("A25"),
        row("chunks", badCode(), RIGHT.with("Transfer-Encoding", "chunked"), "").meets("A25"),
        row(
            "two lengths",
            badCode(),
            RIGHT.plus("Content-Length", "9").plus("Content-Length", "9"),
            "A25"),
        row(
            "length and chunks",
            badCode(),
            RIGHT.plus("Content-Length", "9").plus("Transfer-Encoding", "chunked"),
            "A25"),
        row("a coding", badCode(), RIGHT.with("Content-Encoding", "gzip"), "A26"),
        row("no coding", badCode(), RIGHT.with("Content-Encoding", "Identity"), "").meets("A26"),
        row("a range", badCode(), RIGHT.with("Content-Range", "bytes 0-1/2"), "A26"),
        row("a file", badCode(), RIGHT.with("Content-Disposition", "attachment"), "A26"),
        row("no file", badCode(), RIGHT.with("Content-Disposition", "Inline;filename=f.txt"), "")
            .meets("A26"),
        row("a HEAD with a body", head(), right(405, "").with("Allow", "POST"), "A28"),
        row("a HEAD", head(), right(405, "").with("Allow", "POST").body(""), "")
            .meets("A28 A25 B18")
            .skips("A1 A12 A26 B1 E2 E3 E5"));
  }

  static List<Row> digests() {
    return List.of(
        row("the right MD5", badCode(), RIGHT.with("Content-MD5", MD5), "").meets("A26"),
        row("the right SHA", badCode(), RIGHT.with("Digest", "SHA-256=" + SHA), "").meets("A26"),
        row(
                "the right digest",
                badCode(),
                RIGHT.with("Content-Digest", "sha-256=:" + SHA + ":"),
                "")
            .meets("A26"),
        row("another MD5", badCode(), RIGHT.with("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="), "A26"),
        row("another SHA", badCode(), RIGHT.with("Digest", "SHA-256=AAAA"), "A26"),
        row("another digest", badCode(), RIGHT.with("Content-Digest", "sha-256=:AAAA:"), "A26"),
        row("another of the whole", badCode(), RIGHT.with("Repr-Digest", "sha-256=:AAAA:"), "A26"),
        row("an unknown algorithm", badCode(), RIGHT.with("Digest", "unixsum=30637"), "")
            .meets("A26"));
  }

  static List<Row> accept() {
    Requests html = wrongSecret().and(Trait.OTHER_FORMAT_ACCEPTED);
    Answers refused = right(401, "invalid_client");
    return List.of(
        row("JSON for who wants a page", html, refused, "").meets("A27"),
        row(
            "a page for who wants one",
            html,
            page(401).with("WWW-Authenticate", "Basic realm=\"x\""),
            "A1 A12 A27 B6"),
        row("406", html, right(406, "invalid_client"), "A27 B8 B9"));
  }

  private static Row with(String name, String member, String fails) {
    return row(name, badCode(), RIGHT.body(START + "," + member + "}"), fails);
  }

  private static Row charset(String name, String fails) {
    String type = "application/json;charset=" + name;
    return row("charset " + name, badCode(), RIGHT.with("Content-Type", type), fails);
  }
}
