package org.tokenerror.demo.legacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Holds the token that a request earned.
 *
 * <p>The same request always earns the same token, so that two answers can be compared byte for
 * byte. Such a token protects nothing: it is a digest of public words.
 *
 * @param accessToken the token, base64url
 * @param scope the granted scope
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749 section 5.1</a>
 */
record TokenAnswer(String accessToken, String scope) {

  static TokenAnswer earnedBy(String clientId, String grantType, String subject, String scope) {
    String words = String.join("|", clientId, grantType, subject, scope);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      String token = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
      return new TokenAnswer(token.substring(0, 32), scope);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Writes the answer as RFC 6749 section 5.1 asks. */
  String json() {
    return "{" + members() + "}";
  }

  /** Writes the members alone, for answers that put something around or behind them. */
  String members() {
    return "\"access_token\":\""
        + accessToken
        + "\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\""
        + scope
        + "\"";
  }

  /** Writes the answer as some vendors did before the RFC. */
  String form() {
    return "access_token="
        + accessToken
        + "&token_type=bearer&expires_in=3600&scope="
        + scope.replace(' ', '+');
  }

  /** Writes the answer as XML, which some vendors offer beside JSON. */
  String xml() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OAuth><access_token>"
        + accessToken
        + "</access_token><token_type>bearer</token_type><scope>"
        + scope
        + "</scope></OAuth>";
  }
}
