package org.tokenerror.oauth.decision;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.http.Json;
import org.tokenerror.http.MediaType;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.Verdict.Reason;
import org.tokenerror.oauth.request.RequestProof;
import org.tokenerror.oauth.said.ErrorShape;
import org.tokenerror.oauth.said.Markup;
import org.tokenerror.oauth.said.Redirect;
import org.tokenerror.oauth.said.SaidReader;
import org.tokenerror.oauth.success.SuccessScanner;
import org.tokenerror.oauth.words.CodeSpelling;
import org.tokenerror.oauth.words.WordTable;

/**
 * Tells failures from successes (S1).
 *
 * <p>A 2xx needs positive evidence to be a failure: whatever this class does not understand is a
 * success, and so is every answer with a token in it.
 */
final class FailureDetector {
  private static final int LONGEST_SENTENCE = 2_000;

  private final Evidence evidence;

  FailureDetector(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Finds why the answer is no failure; empty when it is one. */
  Optional<Reason> reasonToKeep() {
    Outcome outcome = evidence.outcome();
    if (evidence.request().isPreflight()) {
      return Optional.of(Reason.PREFLIGHT);
    }
    int status = outcome.status();
    if (status < 200 || status == 304) {
      return Optional.of(Reason.NOT_AN_ANSWER);
    }
    Optional<String> location = Redirect.target(outcome);
    if (location.isPresent()) {
      return isSamePath(location.get()) ? Optional.of(Reason.SAME_PATH_REDIRECT) : Optional.empty();
    }
    if (!(outcome instanceof Outcome.Returned) || status >= 400) {
      return Optional.empty();
    }
    if (status >= 300) {
      return Optional.of(Reason.NOT_AN_ANSWER);
    }
    return isFailure(outcome) ? Optional.empty() : Optional.of(Reason.SUCCESS);
  }

  /** Compares paths only: another scheme or host is transport, not an answer. */
  private boolean isSamePath(String location) {
    String own = withoutPathParameters(evidence.request().path());
    try {
      URI base = new URI("http", "localhost", own.isEmpty() ? "/" : own, null);
      String target = base.resolve(location.strip()).getPath();
      return target != null && withoutPathParameters(target).equals(own);
    } catch (java.net.URISyntaxException | IllegalArgumentException notAUri) {
      return false;
    }
  }

  private static String withoutPathParameters(String path) {
    int semicolon = path.indexOf(';');
    return semicolon < 0 ? path : path.substring(0, semicolon);
  }

  private boolean isFailure(Outcome outcome) {
    return evidence.request().profile() == EndpointProfile.TOKEN
        ? isFailureOfTokenEndpoint(outcome)
        : isFailureElsewhere(outcome);
  }

  /** S9: finds an error or a page where another endpoint's answer belongs. */
  private boolean isFailureElsewhere(Outcome outcome) {
    EndpointProfile profile = evidence.request().profile();
    Optional<Json.Obj> object = SaidReader.object(outcome);
    if (!hasContent(profile)) { // F11: only what is certainly an error of the request
      return object
          .flatMap(found -> found.string("error"))
          .flatMap(CodeSpelling::standard)
          .filter(new EndpointCodes(profile)::knows)
          .isPresent();
    }
    Outcome.Body body = outcome.body();
    boolean asks = Set.of("POST", "PUT").contains(evidence.request().method());
    if (object.isPresent()) {
      ErrorShape shape = new ErrorShape(object.get(), profile);
      boolean registered = object.get().string("error").flatMap(CodeSpelling::standard).isPresent();
      boolean complains = shape.hasErrorMember() || shape.saysNo();
      return !shape.hasToken() && (registered || (complains && asks && body.isComplete()));
    }
    return asks
        && (Markup.isHtml(body.text())
            || isHtmlFragment(outcome, body.text())
            || (body.isComplete() && isComplaint(body.text())));
  }

  private boolean isFailureOfTokenEndpoint(Outcome outcome) {
    Outcome.Body body = outcome.body();
    if (body.text().isBlank()) {
      return evidence.request().isPost() && namesGrant() && !isCodedStill(outcome);
    }
    String text = body.text();
    if (new SuccessScanner(true).feed(text.toCharArray(), 0, text.length())) {
      return false;
    }
    Optional<Json.Obj> object = SaidReader.object(outcome);
    if (object.isPresent()) {
      return isFailureObject(object.get(), body);
    }
    if (!isTokenRequest() || (!body.isComplete() && !Markup.isHtml(text))) {
      return false;
    }
    return Markup.isHtml(text)
        || isHtmlFragment(outcome, text)
        || (namesGrant() && (isBareJson(text) || isComplaint(text)));
  }

  /**
   * Finds the beginning of a compressed body, whose rest comes when a filter behind ours ends it.
   */
  private static boolean isCodedStill(Outcome outcome) {
    Outcome.Body body = outcome.body();
    return body.text().isEmpty()
        && !body.isEmpty()
        && outcome.headers().contains("Content-Encoding");
  }

  private boolean isFailureObject(Json.Obj object, Outcome.Body body) {
    ErrorShape shape = new ErrorShape(object, EndpointProfile.TOKEN);
    if (shape.hasToken()) {
      return false;
    }
    if (shape.hasErrorMember()) {
      boolean registered = object.string("error").flatMap(CodeSpelling::standard).isPresent();
      return registered || (isTokenRequest() && body.isComplete());
    }
    return body.isComplete()
        && ((shape.saysNo() && wantsToken(evidence.request()))
            || (object.members().isEmpty() && namesGrant()));
  }

  /** Tells whether the request wanted a token: a POST, or anything that names a grant. */
  private boolean isTokenRequest() {
    return !RequestProof.isSafeMethod(evidence.request()) || namesGrant();
  }

  /** Tells whether a request names a grant, or is a token request that forgot to (S1). */
  static boolean wantsToken(RequestFacts request) {
    if (request.profile() != EndpointProfile.TOKEN) {
      return hasContent(request.profile()) && request.isPost(); // S9: or what is given there
    }
    RequestProof proof = new RequestProof(request);
    return request.grantType().isPresent() || proof.lacksGrantType() || proof.hasWrongMediaType();
  }

  /** Tells whether a success answers with something the client has to read. */
  private static boolean hasContent(EndpointProfile profile) {
    // RFC 7009 2.2: "The content of the response body is ignored"
    return profile != EndpointProfile.REVOCATION;
  }

  private boolean namesGrant() {
    return evidence.request().grantType().isPresent();
  }

  private static boolean isHtmlFragment(Outcome outcome, String text) {
    return SaidReader.mediaType(outcome).filter(MediaType::isHtml).isPresent()
        && Markup.isMarkup(text);
  }

  /** Finds {@code true}, {@code null} and {@code []}, in which no token can be. */
  private static boolean isBareJson(String text) {
    return List.of("true", "false", "null", "[]", "0", "1")
        .contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** Finds a sentence that says what is wrong. */
  private boolean isComplaint(String text) {
    return text.length() < LONGEST_SENTENCE
        && text.strip().indexOf(' ') > 0
        && new WordTable(evidence.request(), false).read(List.of(text)).isPresent();
  }
}
