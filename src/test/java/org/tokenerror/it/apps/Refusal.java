package org.tokenerror.it.apps;

import static org.tokenerror.it.apps.Refusal.Answer.INVALID_CLIENT;
import static org.tokenerror.it.apps.Refusal.Answer.INVALID_GRANT;
import static org.tokenerror.it.apps.Refusal.Answer.INVALID_REQUEST;
import static org.tokenerror.it.apps.Refusal.Answer.UNAUTHORIZED_CLIENT;
import static org.tokenerror.it.apps.Refusal.Answer.UNSUPPORTED_GRANT_TYPE;

import java.util.List;
import java.util.Locale;
import org.tokenerror.testing.TokenRequest;

/**
 * Describes a request that a token endpoint refuses, and the error that RFC 6749 has for it.
 *
 * @param name what is wrong with the request
 * @param answer the error of RFC 6749
 * @param scheme the scheme of the challenge; empty when the client used no Authorization header
 */
record Refusal(String name, Answer answer, String scheme, TokenRequest request) {
  static final Refusal WRONG_SECRET_IN_HEADER =
      new Refusal(
          "wrong secret in header",
          INVALID_CLIENT,
          "Basic",
          goodGrant(TokenRequest.by("web", "wr0ng")));

  static final Refusal UNKNOWN_CLIENT_IN_HEADER =
      new Refusal(
          "unknown client in header",
          INVALID_CLIENT,
          "Basic",
          goodGrant(TokenRequest.by("x", "wr0ng")));

  static final Refusal WRONG_SECRET_IN_BODY =
      new Refusal(
          "wrong secret in body",
          INVALID_CLIENT,
          "",
          goodGrant(TokenRequest.anonymous())
              .with("client_id", "web")
              .with("client_secret", "wr0ng"));

  static final Refusal NO_CREDENTIALS =
      new Refusal("no credentials", INVALID_CLIENT, "", goodGrant(TokenRequest.anonymous()));

  static final Refusal BASIC_NOT_BASE64 =
      new Refusal(
          "basic not base64",
          INVALID_CLIENT,
          "Basic",
          goodGrant(withHeader("Basic !!not*base64!!")));

  static final Refusal BASIC_WITHOUT_COLON =
      new Refusal(
          "basic without colon",
          INVALID_CLIENT,
          "Basic",
          goodGrant(withHeader("Basic bm9jb2xvbg==")));

  static final Refusal BASIC_EMPTY =
      new Refusal("basic empty", INVALID_CLIENT, "Basic", goodGrant(withHeader("Basic")));

  static final Refusal UNKNOWN_SCHEME =
      new Refusal(
          "unknown scheme", INVALID_CLIENT, "Basic", goodGrant(withHeader("Shop c2VjcmV0")));

  static final Refusal BEARER =
      new Refusal("bearer", INVALID_CLIENT, "Bearer", goodGrant(withHeader("Bearer wr0ng")));

  static final Refusal DIGEST =
      new Refusal(
          "digest",
          INVALID_CLIENT,
          "Basic",
          goodGrant(withHeader("Digest username=\"web\", nonce=\"n\"")));

  static final Refusal GRANT_TYPE_MISSING =
      new Refusal("grant type missing", INVALID_REQUEST, "", web().with("scope", "read"));

  static final Refusal GRANT_TYPE_EMPTY =
      new Refusal("grant type empty", INVALID_REQUEST, "", web().grant(""));

  static final Refusal GRANT_TYPE_UNKNOWN =
      new Refusal("grant type unknown", UNSUPPORTED_GRANT_TYPE, "", web().grant("urn:example:odd"));

  static final Refusal GRANT_TYPE_NOT_ALLOWED =
      new Refusal(
          "grant type not allowed",
          UNAUTHORIZED_CLIENT,
          "",
          goodGrant(TokenRequest.by("kiosk", "kiosk-secret")));

  static final Refusal CODE_MISSING =
      new Refusal("code missing", INVALID_REQUEST, "", web().grant("authorization_code"));

  static final Refusal CODE_BAD =
      new Refusal(
          "code bad",
          INVALID_GRANT,
          "",
          web()
              .grant("authorization_code")
              .with("code", "b4d-c0de")
              .with("redirect_uri", "https://shop.example.com/back"));

  static final Refusal REFRESH_TOKEN_BAD =
      new Refusal(
          "refresh token bad",
          INVALID_GRANT,
          "",
          web().grant("refresh_token").with("refresh_token", "b4d-refresh"));

  /** Two different ones, so that no server can take one for the other. */
  static final Refusal GRANT_TYPE_TWICE =
      new Refusal(
          "grant type twice",
          INVALID_REQUEST,
          "",
          web().grant("urn:example:odd").grant("client_credentials"));

  static final Refusal GET =
      new Refusal(
          "get", INVALID_REQUEST, "", web().method("GET").query("grant_type=client_credentials"));

  static final Refusal PUT =
      new Refusal("put", INVALID_REQUEST, "", goodGrant(web()).method("PUT"));

  static final Refusal JSON =
      new Refusal(
          "json",
          INVALID_REQUEST,
          "",
          web()
              .line("Content-Type: application/json")
              .raw("{\"grant_type\":\"client_credentials\"}"));

  private static final List<Refusal> ALL =
      List.of(
          WRONG_SECRET_IN_HEADER,
          UNKNOWN_CLIENT_IN_HEADER,
          WRONG_SECRET_IN_BODY,
          NO_CREDENTIALS,
          BASIC_NOT_BASE64,
          BASIC_WITHOUT_COLON,
          BASIC_EMPTY,
          UNKNOWN_SCHEME,
          BEARER,
          DIGEST,
          GRANT_TYPE_MISSING,
          GRANT_TYPE_EMPTY,
          GRANT_TYPE_UNKNOWN,
          GRANT_TYPE_NOT_ALLOWED,
          CODE_MISSING,
          CODE_BAD,
          REFRESH_TOKEN_BAD,
          GRANT_TYPE_TWICE,
          GET,
          PUT,
          JSON);

  /** Returns them all. */
  static List<Refusal> all() {
    return ALL;
  }

  @Override
  public String toString() {
    return name;
  }

  /** What can be answered; {@link #ACCEPTED} is for servers that see nothing wrong. */
  enum Answer {
    INVALID_REQUEST,
    INVALID_CLIENT,
    INVALID_GRANT,
    UNAUTHORIZED_CLIENT,
    UNSUPPORTED_GRANT_TYPE,
    ACCEPTED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static TokenRequest web() {
    return TokenRequest.by("web", "web-secret");
  }

  private static TokenRequest withHeader(String authorization) {
    return TokenRequest.anonymous().authorization(authorization);
  }

  private static TokenRequest goodGrant(TokenRequest request) {
    return request.grant("client_credentials");
  }
}
