package org.tokenerror;

import java.io.IOException;
import java.util.Optional;
import org.tokenerror.capture.CapturedExchange;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestCheck;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.answer.ErrorRenderer;
import org.tokenerror.oauth.decision.FailureClassifier;
import org.tokenerror.oauth.request.RequestChecks;

/** Classifies the outcome of one exchange, renders what takes its place, and tells who listens. */
final class ExchangeJudge implements CapturedExchange.Judge {

  /** What all exchanges of a filter are judged with. */
  record Means(
      FailureClassifier classifier, ErrorRenderer renderer, Listeners listeners, RequestGate gate) {

    /** The same with another classifier. */
    Means with(FailureClassifier other) {
      return new Means(other, renderer, listeners, gate);
    }
  }

  /** Says what may be known of the request once it has failed. */
  interface Facts {
    RequestFacts of(CapturedExchange exchange);
  }

  private final FailureClassifier classifier;
  private final ErrorRenderer renderer;
  private final Listeners listeners;
  private final RequestGate gate;
  private final RequestReader reader;
  private final Facts facts;
  private final boolean observed;
  private final Optional<RequestCheck> refusal;

  ExchangeJudge(
      Means means,
      RequestReader reader,
      Facts facts,
      boolean observed,
      Optional<RequestCheck> refusal) {
    this.classifier = means.classifier();
    this.renderer = means.renderer();
    this.listeners = means.listeners();
    this.gate = means.gate();
    this.reader = reader;
    this.facts = facts;
    this.observed = observed;
    this.refusal = refusal;
  }

  @Override
  public boolean looksLikeFailure(Outcome soFar) {
    RequestFacts request = reader.beforeTheEnd();
    // what is dropped can never be released
    return !gate.mayBeObservedClient(request) && classifier.isFailure(new Evidence(request, soFar));
  }

  @Override
  public void end(CapturedExchange exchange, Outcome outcome) throws IOException {
    try {
      if (refusal.isPresent()) {
        refuse(exchange, refusal.get(), outcome);
      } else {
        decide(exchange, ErrorAttributes.outcome(reader.request(), outcome));
      }
    } catch (RuntimeException e) {
      listeners.onOwnFailure(reader.path(), e);
      giveUp(exchange);
    }
  }

  private void refuse(CapturedExchange exchange, RequestCheck check, Outcome outcome)
      throws IOException {
    RequestFacts request = reader.beforeTheServlet();
    Evidence evidence = new Evidence(request, outcome);
    exchange.replaceWith(renderer.render(RequestChecks.refusal(check, request), evidence));
  }

  private void decide(CapturedExchange exchange, Outcome outcome) throws IOException {
    RequestFacts request = facts.of(exchange);
    Evidence evidence = new Evidence(request, outcome);
    Verdict verdict = classifier.classify(evidence);
    boolean spared = verdict.isFailure() && gate.isObservedClient(request);
    Optional<Verdict.Replace> enforced =
        verdict.replacement().filter(found -> !observed && !spared);
    Optional<Incident> incident = enforced.flatMap(found -> Incident.of(evidence, found));
    if (enforced.isPresent()) {
      exchange.replaceWith(renderer.render(Incident.told(enforced.get(), incident), evidence));
    } else if (spared) {
      exchange.releaseAsItIs();
    } else {
      exchange.release();
    }
    incident.ifPresent(happened -> happened.log(reader.path()));
    report(evidence, verdict, enforced.isPresent(), incident.map(Incident::id));
  }

  private void report(
      Evidence evidence, Verdict verdict, boolean enforced, Optional<String> incident) {
    int status = evidence.outcome().status();
    listeners.onDecision(
        new NormalizationEvent(reader.path(), status, verdict, enforced, incident));
    if (verdict.isFailure()) {
      gate.afterFailure(evidence.request());
    } else {
      gate.afterSuccess(reader);
    }
  }

  /** Lets the servlet's answer go; one that was too large to be kept becomes a plain 500. */
  private void giveUp(CapturedExchange exchange) throws IOException {
    if (exchange.isWhole()) {
      exchange.release();
    } else {
      exchange.replaceWith(ErrorRenderer.lastResort());
    }
  }

  @Override
  public void succeeded() {
    try {
      gate.afterSuccess(reader);
    } catch (RuntimeException e) {
      listeners.onOwnFailure(reader.path(), e);
    }
  }

  @Override
  public void tooLate() {
    listeners.onTooLate(reader.path());
  }
}
