package org.tokenerror.check.judge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tokenerror.check.wire.RawResponse;
import org.tokenerror.http.Headers;

/** Makes the answers that the tests let the judge have: a right one, and from it wrong ones. */
record Answers(RawResponse response) {
  /** Returns an answer with nothing wrong in it. */
  static Answers right(int status, String code) {
    Answers answer =
        make(
            status,
            Headers.of(
                "Content-Type", "application/json",
                "Cache-Control", "no-store",
                "Pragma", "no-cache",
                "X-Content-Type-Options", "nosniff"),
            bytes("{\"error\":\"" + code + "\"}"),
            RawResponse.Ending.WHOLE);
    return status == 401 ? answer.with("WWW-Authenticate", "Basic realm=\"token\"") : answer;
  }

  /** Returns a 400 with nothing wrong but the body. */
  static Answers json(String json) {
    return right(400, "").body(json);
  }

  /** Returns a 401 with this one challenge. */
  static Answers challenge(String challenge) {
    return right(401, "invalid_client").with("WWW-Authenticate", challenge);
  }

  static Answers page(int status) {
    return right(status, "").with("Content-Type", "text/html").body("<html>No</html>");
  }

  static Answers token() {
    return right(200, "")
        .without("X-Content-Type-Options")
        .body("{\"access_token\":\"t\",\"token_type\":\"Bearer\"}");
  }

  Answers status(int other) {
    return make(other, response.headers(), response.body(), response.ending());
  }

  Answers with(String name, String value) {
    return headers(response.headers().with(name, value));
  }

  Answers plus(String name, String value) {
    return headers(response.headers().plus(name, value));
  }

  Answers without(String name) {
    return headers(response.headers().without(List.of(name)));
  }

  Answers body(String text) {
    return body(bytes(text));
  }

  Answers body(byte[] bytes) {
    return make(response.status(), response.headers(), bytes, response.ending());
  }

  Answers ending(RawResponse.Ending other) {
    return make(response.status(), response.headers(), response.body(), other);
  }

  private Answers headers(Headers headers) {
    return make(response.status(), headers, response.body(), response.ending());
  }

  private static Answers make(int status, Headers headers, byte[] body, RawResponse.Ending ending) {
    return new Answers(new RawResponse("HTTP/1.1 " + status, status, headers, body, ending));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
