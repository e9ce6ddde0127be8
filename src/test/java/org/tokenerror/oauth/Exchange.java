package org.tokenerror.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.decision.FailureClassifier;

/** Builds evidence for tests: a request, then how it ended. */
public final class Exchange {
  public static final String FORM = "application/x-www-form-urlencoded";
  public static final String SECRET = "gX1fBat3bV";

  private final String method;
  private final Headers headers;
  private final String query;
  private final String form;
  private final EndpointProfile profile;

  private Exchange(String method, Headers headers, String query, String form) {
    this(method, headers, query, form, EndpointProfile.TOKEN);
  }

  private Exchange(
      String method, Headers headers, String query, String form, EndpointProfile profile) {
    this.method = method;
    this.headers = headers;
    this.query = query;
    this.form = form;
    this.profile = profile;
  }

  /** The same request to another kind of endpoint. */
  public Exchange at(EndpointProfile other) {
    return new Exchange(method, headers, query, form, other);
  }

  public static Exchange post(String form) {
    return new Exchange("POST", Headers.of("Content-Type", FORM), "", form);
  }

  public static Exchange get(String query) {
    return new Exchange("GET", Headers.empty(), query, "");
  }

  /** A code grant of a client that used Basic. */
  public static Exchange basic() {
    return post("grant_type=authorization_code&code=SplxlOBeZQ").withBasic();
  }

  /** A code grant of a client that sent its secret in the body. */
  public static Exchange body() {
    return post(
        "grant_type=authorization_code&code=SplxlOBeZQ&client_id=s6&client_secret=" + SECRET);
  }

  public static Exchange password() {
    return post("grant_type=password&username=johndoe&password=A3ddj3w");
  }

  public Exchange withBasic() {
    return authorization("Basic " + base64("s6BhdRkqt3:" + SECRET));
  }

  public Exchange authorization(String value) {
    return new Exchange(method, headers.plus("Authorization", value), query, form, profile);
  }

  public Exchange header(String name, String value) {
    return new Exchange(method, headers.with(name, value), query, form, profile);
  }

  public Exchange method(String value) {
    return new Exchange(value, headers, query, form, profile);
  }

  public RequestFacts facts() {
    return RequestFacts.builder()
        .method(method)
        .path("/oauth/token")
        .profile(profile)
        .headers(headers)
        .query(() -> FormParameters.parse(query))
        .parameters(() -> FormParameters.parse(query).plus(FormParameters.parse(form)))
        .build();
  }

  public Evidence json(int status, String body, String... responseHeaders) {
    return returned(status, "application/json", body, responseHeaders);
  }

  public Evidence returned(int status, String contentType, String body, String... responseHeaders) {
    Headers all = Headers.of(responseHeaders).plus("Content-Type", contentType);
    return new Evidence(
        facts(), new Outcome.Returned(status, all, Outcome.Body.ofText(body, true)));
  }

  public Evidence empty(int status, String... responseHeaders) {
    return new Evidence(
        facts(), new Outcome.Returned(status, Headers.of(responseHeaders), Outcome.Body.none()));
  }

  public Evidence sentError(int status, String message, String... responseHeaders) {
    return new Evidence(
        facts(), new Outcome.SentError(status, Optional.of(message), Headers.of(responseHeaders)));
  }

  public Evidence redirected(String location) {
    return new Evidence(facts(), new Outcome.Redirected(302, location, Headers.empty()));
  }

  public Evidence threw(Throwable cause) {
    return new Evidence(facts(), new Outcome.Threw(cause, Headers.empty()));
  }

  public static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Classifies with the defaults and expects a replacement. */
  public static Verdict.Replace replaced(Evidence evidence) {
    return new FailureClassifier(java.util.List.of(), AnswerPolicy.defaults())
        .classify(evidence)
        .replacement()
        .orElseThrow(() -> new AssertionError("kept"));
  }

  /** Classifies with the defaults and expects the servlet's answer to be kept. */
  public static Verdict.Reason kept(Evidence evidence) {
    Verdict verdict =
        new FailureClassifier(java.util.List.of(), AnswerPolicy.defaults()).classify(evidence);
    if (verdict instanceof Verdict.Keep keep) {
      return keep.reason();
    }
    throw new AssertionError(verdict.toString());
  }

  /** Makes the exchange that a second filter in front of the first would see. */
  public static Evidence after(Evidence evidence, ErrorResponse response) {
    Headers kept = evidence.outcome().headers().without(ErrorResponse.replacedHeaders());
    for (Headers.Field field : response.headers().fields()) {
      kept = kept.plus(field.name(), field.value());
    }
    return new Evidence(
        evidence.request(),
        new Outcome.Returned(
            response.status(), kept, Outcome.Body.ofBytes(response.body(), true, kept)));
  }
}
