package org.tokenerror.check.judge;

import static org.tokenerror.check.judge.Answers.json;
import static org.tokenerror.check.judge.Answers.page;
import static org.tokenerror.check.judge.Answers.right;
import static org.tokenerror.check.judge.Answers.token;
import static org.tokenerror.check.judge.Requests.badCode;
import static org.tokenerror.check.judge.Requests.byHeader;
import static org.tokenerror.check.judge.Requests.good;
import static org.tokenerror.check.judge.Requests.head;
import static org.tokenerror.check.judge.Requests.wrongSecret;
import static org.tokenerror.check.judge.Row.row;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Lists answers whose other fields, or whose words, are right or wrong. */
final class HeaderRows {
  private static final Answers RIGHT = right(400, "invalid_grant");

  private HeaderRows() {}

  static List<Row> caching() {
    return List.of(
        row("all there", badCode(), RIGHT, "").meets("E2 E3 E4 E5").skips("E1 E7 F3"),
        row("no Cache-Control", badCode(), RIGHT.without("Cache-Control"), "E2").skips("E4"),
        row("no-cache", badCode(), RIGHT.with("Cache-Control", "no-cache"), "E2").meets("E4"),
        row("a list", badCode(), RIGHT.with("Cache-Control", "private, No-Store"), "").meets("E2"),
        row("no Pragma", badCode(), RIGHT.without("Pragma"), "E3"),
        row("public too", badCode(), RIGHT.with("Cache-Control", "no-store, public"), "E4"),
        row("an age", badCode(), RIGHT.with("Cache-Control", "no-store, Max-Age=60"), "E4"),
        row(
            "a quoted age",
            badCode(),
            RIGHT.with("Cache-Control", "no-store, s-maxage=\"9\""),
            "E4"),
        row("no age", badCode(), RIGHT.with("Cache-Control", "no-store, max-age=0"), "")
            .meets("E4"),
        expires("Sun, 22 Nov 2026 10:00:01 GMT", "E4"),
        expires("Sun, 22 Nov 2026 10:00:00 GMT", "").meets("E4"),
        expires("Thu, 01 Jan 1970 00:00:00 GMT", "").meets("E4"),
        expires("0", "").meets("E4"),
        row(
                "an expiry alone",
                badCode(),
                RIGHT.without("Cache-Control").with("Expires", "Sun, 22 Nov 2026 10:00:01 GMT"),
                "E2")
            .meets("E4"),
        row("no nosniff", badCode(), RIGHT.without("X-Content-Type-Options"), "E5"),
        row("a token", good(), token(), "").meets("E1 E3 A25").skips("E2 E4 E5 A1"),
        row("a token to keep", good(), token().without("Cache-Control"), "E1"),
        row("a token to keep for old caches", good(), token().without("Pragma"), "E3"),
        row("preflight", head(), right(200, "").body("").without("Pragma"), "")
            .skips("E1 E2 E3 E5"));
  }

  static List<Row> browsersAndNonces() {
    Requests allowed = badCode().and(Trait.ORIGIN_ALLOWED);
    Answers nonce = right(400, "use_dpop_nonce").with("DPoP-Nonce", "n-1");
    Requests dpop = byHeader("Basic", "use_dpop_nonce");
    return List.of(
        row("readable", allowed, RIGHT.with("Access-Control-Allow-Origin", "*"), "").meets("E7"),
        row(
                "readable to the origin",
                allowed,
                RIGHT.with("Access-Control-Allow-Origin", Sent.ORIGIN),
                "")
            .meets("E7"),
        row(
            "readable to another",
            allowed,
            RIGHT.with("Access-Control-Allow-Origin", "https://other.example"),
            "E7"),
        row("hidden", allowed, RIGHT, "E7"),
        row("a nonce", dpop, nonce, "").meets("F2 F3"),
        row("no nonce", dpop, nonce.without("DPoP-Nonce"), "F2").skips("F3"),
        row("a nonce with 401", dpop, right(401, "use_dpop_nonce").with("DPoP-Nonce", "n-1"), "F2"),
        row("two nonces", dpop, nonce.plus("DPoP-Nonce", "n-2"), "F3"),
        row("an empty nonce", dpop, nonce.with("DPoP-Nonce", ""), "F3"),
        row("a nonce with a blank", dpop, nonce.with("DPoP-Nonce", "n 1"), "F3"),
        row("a nonce unasked", badCode(), RIGHT.with("DPoP-Nonce", "n-1"), "")
            .meets("F3")
            .skips("F2"));
  }

  static List<Row> internals() {
    return List.of(
        row("nothing", badCode(), said("The code has expired."), "").meets("H1 H2 H4").skips("H3"),
        shows("java.lang.NullPointerException"),
        shows("at TokenService.kt:41"),
        shows("at /srv/app/x.js:3:7"),
        shows("server.js:3:7"),
        shows("goroutine 1 [running]"),
        shows("Traceback (most recent call last)"),
        shows("nginx/1.25.3"),
        shows("Microsoft-IIS/10.0"),
        shows("SELECT id FROM tokens"),
        shows("INSERT INTO tokens"),
        shows("insert into tokens (id)"),
        shows("select id from tokens where a = 1"),
        shows("file:/opt/app"),
        shows("(/etc/passwd)"),
        hides("Please select a value from the list"),
        hides("Please insert into the field"),
        hides("see https://as/docs/etc/"),
        hides("see docs/etc/x and ./var/x"),
        hides("Apache 2 is a licence"),
        hides("apache/httpd"),
        shows("NullPointerException: null"),
        shows("com.example.TokenError"),
        shows("org.springframework.security.Foo"),
        shows("x at com.example.Foo.bar(Foo.java:12)"),
        shows("Caused by: nothing"),
        shows("select * from tokens"),
        shows("ORA-00942"),
        shows("jdbc:h2"),
        shows("/opt/app/conf"),
        shows("WEB-INF"),
        shows("Apache Tomcat/9.0.98"),
        shows("Jetty 12.0.1"),
        shows("10.0.0.17 refused"),
        shows("10.0.0.17:5432 refused"),
        shows("localhost:5432 refused"),
        hides("Please select a grant"),
        hides("Exception"),
        hides("the Error is known"),
        hides("OAuthError"),
        hides("an exception.to the rule"),
        hides("java. is a language"),
        hides("Tomcat is a server"),
        hides("at 10.0.0 o'clock"),
        hides("1.2.3.4000"),
        hides("localhost"),
        hides("localhost: no"),
        row("a frame", badCode(), page(400).body("File \"app.py\", line 3"), "A1 A12 B12 H1"),
        row("a frame in JSON", badCode(), said("File \\\"app.py\\\", line 3"), "A6 H1"),
        row("a path", badCode(), page(400).body("C:\\temp"), "A1 A12 B12 H1"),
        row("a page", badCode(), page(400).body("<h3>Apache Tomcat/10.1.59</h3>"), "A1 A12 B12 H1"),
        row("a page to HEAD", head(), page(405).with("Allow", "POST").body("Jetty/12"), "A28 H1"));
  }

  static List<Row> echoes() {
    String base64 =
        Base64.getEncoder()
            .encodeToString(("id:" + Requests.SECRET).getBytes(StandardCharsets.UTF_8));
    Requests markup = badCode().hostile("<script>x");
    return List.of(
        row(
            "the secret",
            wrongSecret(),
            right(401, "invalid_client").with("X", Requests.SECRET),
            "H2"),
        row("in capitals", badCode(), said(Requests.SECRET.toUpperCase(Locale.ROOT)), "H2"),
        row("in base64", badCode(), said("Basic " + base64), "H2"),
        row("in a name", badCode(), RIGHT.with(Requests.SECRET, "1"), "H2"),
        row("escaped", badCode(), said("\\u0057r0ng-Xk7q-secret"), "H2"),
        row("another secret", badCode(), said("Wr0ng"), "").meets("H2"),
        row(
            "markup",
            markup,
            RIGHT.with("Content-Type", "text/html").body("<script>x"),
            "A1 A12 B12 H3"),
        row("markup escaped as JSON", markup, said("\\u003cscript>x"), "H3"),
        row("no markup", markup, said("script x"), "").meets("H3"),
        row("a field", badCode().hostile("\nX-Xk7q: 1"), RIGHT.with("X-Xk7q", "1"), "H3"),
        row("a line", badCode().hostile("\nX-Xk7q: 1"), said("x\\r\\nX-Xk7q: 1"), "A6").meets("H3"),
        row("no line", badCode().hostile("\nX-Xk7q: 1"), said("x  X-Xk7q: 1"), "").meets("H3"),
        row("as HTML", badCode(), page(400).body("Wr0ng&#45;Xk7q&#x2d;secret"), "A1 A12 B12 H2"),
        row("escaped twice", badCode(), said("\\\\u0057r0ng-Xk7q-secret"), "A6 H2"),
        row("a secret in a token", good(), token().with("X", Requests.SECRET), "H2"));
  }

  private static Row expires(String when, String fails) {
    return row(
        "expires " + when,
        badCode(),
        RIGHT.with("Date", "Sun, 22 Nov 2026 10:00:00 GMT").with("Expires", when),
        fails);
  }

  private static Row shows(String words) {
    return row("shows " + words, badCode(), said(words), "H1");
  }

  private static Row hides(String words) {
    return row("hides " + words, badCode(), said(words), "").meets("H1");
  }

  private static Answers said(String words) {
    return json("{\"error\":\"invalid_grant\",\"error_description\":\"" + words + "\"}");
  }
}
