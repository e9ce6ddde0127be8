package org.tokenerror.oauth.answer;

import java.util.Objects;
import org.tokenerror.http.Challenge;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.ErrorResponse;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.Verdict;

/**
 * Makes the HTTP answer out of a verdict.
 *
 * <pre>
 * HTTP/1.1 401 Unauthorized
 * Content-Type: application/json
 * Content-Length: 76
 * Cache-Control: no-store
 * Pragma: no-cache
 * X-Content-Type-Options: nosniff
 * WWW-Authenticate: Basic realm="token"
 *
 * {"error":"invalid_client","error_description":"Client authentication failed."}
 * </pre>
 *
 * <p>It decides no code and no status, and it sends nothing. It may be used by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
public final class ErrorRenderer implements AutoCloseable {
  private final AnswerPolicy policy;
  private final ChallengePolicy challenges;
  private final ErrorJson json;

  /**
   * Creates a renderer and with it the JSON-B it writes with.
   *
   * @param policy what the RFC leaves open
   * @throws IllegalStateException when there is no JSON-B implementation
   */
  public ErrorRenderer(AnswerPolicy policy) {
    this.policy = Objects.requireNonNull(policy);
    this.challenges = new ChallengePolicy(policy);
    this.json = new ErrorJson();
  }

  /**
   * Renders an error.
   *
   * @param replacement what to say
   * @param evidence the exchange it is said in
   * @return the answer, whose header fields replace those of {@link
   *     ErrorResponse#replacedHeaders()}
   */
  public ErrorResponse render(Verdict.Replace replacement, Evidence evidence) {
    byte[] body = json.write(replacement.error(), replacement.extensionMembers());
    Headers.Builder headers = headersOf(body);
    if (replacement.status() == 401) { // C1
      for (Challenge challenge : challenges.challengesFor(evidence)) {
        headers.add("WWW-Authenticate", challenge.toHeaderValue());
      }
    }
    if (replacement.status() == 405 && !evidence.outcome().headers().contains("Allow")) { // B18
      RequestFacts request = evidence.request();
      headers.add("Allow", request.profile().methodsBesides(request.method()));
    }
    return new ErrorResponse(replacement.status(), headers.build(), body);
  }

  /**
   * Renders a server_error without looking at anything, for when looking failed.
   *
   * @return the answer, with status 500
   */
  public static ErrorResponse lastResort() {
    byte[] body = ErrorJson.plain(OAuthErrorCode.SERVER_ERROR);
    return new ErrorResponse(500, headersOf(body).build(), body);
  }

  private static Headers.Builder headersOf(byte[] body) {
    return Headers.builder()
        .add("Content-Type", "application/json") // A12
        .add("Content-Length", Integer.toString(body.length)) // A25
        .add("Cache-Control", "no-store") // E2
        .add("Pragma", "no-cache") // E3
        .add("X-Content-Type-Options", "nosniff"); // E5
  }

  /** Closes the JSON-B. */
  @Override
  public void close() {
    json.close();
  }

  @Override
  public String toString() {
    return "ErrorRenderer[policy=" + policy + "]";
  }
}
