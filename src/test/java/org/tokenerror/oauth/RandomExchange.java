package org.tokenerror.oauth;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.Headers;

/** Makes exchanges at random, of pieces that real ones have and of pieces that none should have. */
public final class RandomExchange {
  private static final List<String> WORDS =
      List.of(
          "invalid_grant",
          "invalid_client",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope",
          "server_error",
          "temporarily_unavailable",
          "slow_down",
          "need_info",
          "access_denied",
          "expired_token",
          "mfa_required",
          "INVALID_GRANT",
          "invalidClient",
          "Unauthorized",
          "Bad credentials",
          "Invalid client secret",
          "code expired",
          "caf\u00E9",
          "a \"quoted\" word",
          "back\\slash",
          "line\r\nbreak",
          "java.lang.NullPointerException",
          "at a.b.C.d(C.java:1)",
          "ORA-00942",
          "user johndoe is locked",
          "wrong password Passw0rd!x",
          "secret 7Fjfp0ZBr1KtDRbnfVdmIw",
          "\u4E0D\u5B58\u5728",
          "<b>x</b>",
          "https://h.example/x",
          "Invalid refresh token: 0a1b2c",
          "too many requests",
          "\uD83D\uDE00",
          "",
          " ",
          "x",
          "The very long description of a failure that goes on and on and does not stop until it"
              + " reaches a length that nobody would ever want to read, and then some more of it",
          "scope read;write is unknown",
          "grant_type is missing",
          "method_not_allowed");

  private static final List<String> NAMES =
      List.of(
          "error",
          "error",
          "error",
          "error_description",
          "error_description",
          "error_uri",
          "message",
          "code",
          "errorCode",
          "type",
          "status",
          "access_token",
          "refresh_token",
          "interval",
          "ticket",
          "trace",
          "x y",
          "\u00E9",
          "detail",
          "errors",
          "ok");

  private static final List<String> PARAMETERS =
      List.of(
          "grant_type=password",
          "grant_type=client_credentials",
          "grant_type=authorization_code",
          "grant_type=refresh_token",
          "grant_type=",
          "grant_type=foo",
          "username=johndoe",
          "password=Passw0rd!x",
          "client_id=s6BhdRkqt3",
          "client_secret=7Fjfp0ZBr1KtDRbnfVdmIw",
          "code=SplxlOBeZQQYbYS6WxSbIA",
          "refresh_token=tGzv3JOkF0XG5Qx2TlKWIA",
          "scope=read%3Bwrite",
          "resource=a",
          "client_assertion=eyJhbGciOiJub25lIn0.e30.",
          "x=%zz",
          "token=abcdefgh",
          "login_hint=a",
          "password=invalid",
          "client_secret=Client",
          "grant_type=urn:ietf:params:oauth:grant-type:device_code",
          "device_code=GmRhmhcxhw");

  private static final List<String> AUTHORIZATIONS =
      List.of(
          "Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW",
          "basic czZCaGRSa3F0MzpnWDFmQmF0M2JW",
          "Basic",
          "Basic !!!",
          "Bearer abcdefghijkl",
          "DPoP abcdefghijkl",
          "Digest username=\"x\"",
          "Negotiate YIIJ",
          "Foo bar",
          "=",
          "");

  private static final List<String> CHALLENGES =
      List.of(
          "Basic realm=\"x\"",
          "Basic realm=x y",
          "basic",
          "Bearer",
          "Bearer realm=\"oauth\", "
              + "error=\"invalid_token\", error_description=\"secret gX1fBat3bV\"",
          "Form realm=\"x\"",
          "Digest realm=\"a\", nonce=\"n\", qop=\"auth\"",
          "Negotiate",
          "Negotiate abcd==",
          "DPoP algs=\"ES256\"",
          "Basic realm=\"a\", realm=\"b\"",
          "Basic realm=\"x\", Bearer error=\"x\\\"y\"",
          ", ,",
          "HOBA max-age=1",
          "Basic realm=\"\u00E9\"",
          "SCRAM-SHA-256 realm=\"x\"");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/json;charset=UTF-8",
          "text/html",
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "broken",
          "text/json",
          "application/json; charset=iso-8859-1");

  private final Random random;

  private RandomExchange(long seed) {
    this.random = new Random(seed);
  }

  public static Evidence of(long seed) {
    RandomExchange exchange = new RandomExchange(seed);
    return new Evidence(exchange.request(), exchange.outcome());
  }

  private RequestFacts request() {
    Headers.Builder headers = Headers.builder();
    if (random.nextInt(8) > 0) {
      headers.add("Content-Type", random.nextInt(8) > 0 ? Exchange.FORM : pick(TYPES));
    }
    for (int i = random.nextInt(8) / 3; i > 0; i--) {
      headers.add("Authorization", pick(AUTHORIZATIONS));
    }
    StringBuilder form = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      form.append(pick(PARAMETERS)).append('&');
    }
    String text = form.toString();
    return RequestFacts.builder()
        .method(random.nextInt(6) > 0 ? "POST" : pick(List.of("GET", "PUT", "HEAD", "OPTIONS")))
        .path("/oauth/token")
        .headers(headers.build())
        .parameters(() -> FormParameters.parse(text))
        .build();
  }

  private Outcome outcome() {
    Headers headers = headers();
    int status =
        pick(
            List.of(
                200, 200, 204, 302, 400, 400, 401, 401, 403, 404, 405, 409, 413, 415, 429, 431, 500,
                502, 503, 504, 599));
    return switch (random.nextInt(8)) {
      case 0 -> new Outcome.SentError(status, Optional.of(sentence()), headers);
      case 1 -> new Outcome.SentError(status, Optional.empty(), headers);
      case 2 -> new Outcome.Threw(thrown(), headers);
      case 3 ->
          random.nextBoolean()
              ? new Outcome.Redirected(
                  302, "/login?error=" + pick(List.of("x", "invalid_scope")), headers)
              : new Outcome.TimedOut(headers);
      default -> returned(status, headers);
    };
  }

  private Outcome returned(int status, Headers headers) {
    Headers typed = headers.plus("Content-Type", pick(TYPES));
    String text = body();
    return new Outcome.Returned(
        status,
        typed,
        random.nextInt(5) > 0
            ? Outcome.Body.ofBytes(
                text.getBytes(StandardCharsets.UTF_8), random.nextInt(9) > 0, typed)
            : Outcome.Body.ofText(text, true));
  }

  private Headers headers() {
    Headers.Builder headers = Headers.builder();
    for (int i = random.nextInt(6) / 2; i > 0; i--) {
      headers.add("WWW-Authenticate", pick(CHALLENGES));
    }
    if (random.nextInt(5) == 0) {
      headers.add(pick(List.of("Allow", "Content-Encoding", "Location", "Retry-After")), "x");
    }
    return headers.build();
  }

  private String body() {
    return switch (random.nextInt(8)) {
      case 0 -> sentence();
      case 1 -> "<html><title>" + sentence() + "</title></html>";
      case 2 -> "error=" + pick(WORDS) + "&error_description=" + sentence();
      case 3 -> "<e><error>" + pick(WORDS) + "</error></e>";
      default -> object(0);
    };
  }

  private String object(int depth) {
    StringBuilder object = new StringBuilder("{");
    for (int i = random.nextInt(5); i >= 0; i--) {
      object
          .append('"')
          .append(pick(NAMES))
          .append("\":")
          .append(value(depth))
          .append(i > 0 ? "," : "");
    }
    return object.append(random.nextInt(30) > 0 ? "}" : "").toString();
  }

  private String value(int depth) {
    return switch (random.nextInt(9)) {
      case 0 -> pick(List.of("null", "true", "false", "0", "1", "-1.50", "1e400", "[]"));
      case 1 -> depth < 3 ? object(depth + 1) : "{}";
      case 2 -> "[" + value(3) + "," + value(3) + "]";
      default -> "\"" + escape(random.nextBoolean() ? pick(WORDS) : sentence()) + "\"";
    };
  }

  private String sentence() {
    StringBuilder sentence = new StringBuilder(pick(WORDS));
    for (int i = random.nextInt(3); i > 0; i--) {
      sentence.append(pick(List.of(" ", ": ", ". ", ", "))).append(pick(WORDS));
    }
    return sentence.toString();
  }

  private Throwable thrown() {
    Throwable cause = new IllegalArgumentException(sentence());
    return random.nextBoolean() ? cause : new RuntimeException(sentence(), cause);
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\r", "\\r")
        .replace("\n", "\\n");
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
