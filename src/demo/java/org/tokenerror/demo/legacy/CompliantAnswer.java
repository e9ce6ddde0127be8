package org.tokenerror.demo.legacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sends the answer that RFC 6749 section 5.2 describes, to show that it passes untouched.
 *
 * <p>The refusal's own words stay behind: some of them repeat what the client sent.
 *
 * <pre>
 * HTTP/1.1 401
 * WWW-Authenticate: Basic realm="legacy"
 * Cache-Control: no-store
 * Pragma: no-cache
 * Content-Type: application/json
 *
 * {"error":"invalid_client","error_description":"Client authentication failed"}
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749 section 5.2</a>
 */
final class CompliantAnswer {

  private static final Map<String, String> CHALLENGES =
      Map.of(
          "basic", "Basic realm=\"legacy\"",
          "bearer", "Bearer realm=\"legacy\"",
          "dpop", "DPoP algs=\"ES256\"",
          "digest", "Digest realm=\"legacy\", qop=\"auth\", nonce=\"bm9uY2U\", algorithm=SHA-256",
          "negotiate", "Negotiate");

  private static final Map<String, String> SENTENCES =
      Map.of(
          "invalid_client", "Client authentication failed",
          "invalid_grant", "The grant is invalid, expired or revoked",
          "invalid_request", "The request is malformed",
          "invalid_scope", "The scope is unknown",
          "unauthorized_client", "The client may not use this grant type",
          "unsupported_grant_type", "The grant type is not supported");

  private CompliantAnswer() {}

  static void send(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    Optional<String> authorization = Optional.ofNullable(request.getHeader("Authorization"));
    if (refusal.status() == 405) {
      response.setStatus(405);
      response.setHeader("Allow", "POST");
    } else if (refusal.code().equals("invalid_client") && authorization.isPresent()) {
      // "If the client attempted to authenticate via the "Authorization" request header field, the
      // authorization server MUST respond with an HTTP 401 (Unauthorized) status code and include
      // the "WWW-Authenticate" response header field matching the authentication scheme"
      response.setStatus(401);
      response.setHeader("WWW-Authenticate", challenge(authorization.get()));
    } else {
      response.setStatus(400);
    }
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Pragma", "no-cache");
    String description = SENTENCES.getOrDefault(refusal.code(), "The request was refused");
    String body = BodyFailure.codeAndDescription(refusal.code(), description);
    Bodies.send(response, "application/json", body.getBytes(StandardCharsets.US_ASCII));
  }

  private static String challenge(String authorization) {
    int blank = authorization.indexOf(' ');
    String scheme = blank < 0 ? authorization : authorization.substring(0, blank);
    return CHALLENGES.getOrDefault(scheme.toLowerCase(Locale.ROOT), "Basic realm=\"legacy\"");
  }
}
