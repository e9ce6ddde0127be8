package org.tokenerror;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tokenerror.TokenErrorSettings.Mode;
import org.tokenerror.capture.CaptureOptions;
import org.tokenerror.capture.CapturedExchange;
import org.tokenerror.oauth.ErrorRenderer;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.FailureClassifier;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.Verdict;

/**
 * Takes an exchange along the line on which everything hangs.
 *
 * <pre>
 * request in -- observe ------- capture ---------- classify ---------- render -------- commit
 *            RequestReader  CapturedExchange  FailureClassifier   ErrorRenderer   replaceWith / release
 *              RequestFacts      Outcome           Verdict         ErrorResponse
 * </pre>
 */
final class Normalizer {
  private final TokenErrorSettings settings;
  private final EndpointPatterns endpoints;
  private final FailureClassifier classifier;
  private final ErrorRenderer renderer;
  private final Listeners listeners;

  /** Names the request attribute that leads a later pass back to its exchange. */
  private final String attribute;

  private Normalizer(
      TokenErrorSettings settings,
      EndpointPatterns endpoints,
      Extensions extensions,
      ErrorRenderer renderer,
      String filterName) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.classifier = new FailureClassifier(extensions.rules(), settings.answers());
    this.renderer = renderer;
    this.listeners = new Listeners(extensions.listeners());
    this.attribute = CapturedExchange.class.getName() + "." + filterName;
  }

  /**
   * Creates the line.
   *
   * @throws ServletException if there is no JSON-B implementation
   */
  static Normalizer create(
      TokenErrorSettings settings,
      EndpointPatterns endpoints,
      Extensions extensions,
      String filterName)
      throws ServletException {
    try {
      Extensions all = extensions.plus(new Extensions(List.of(), List.of(new LoggingListener())));
      ErrorRenderer renderer = new ErrorRenderer(settings.answers());
      return new Normalizer(settings, endpoints, all, renderer, filterName);
    } catch (IllegalStateException noJsonBinding) {
      throw new ServletException(noJsonBinding.getMessage(), noJsonBinding);
    }
  }

  void close() {
    renderer.close();
  }

  // ------------------------------------------------------------------ observe, capture

  void handle(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<CapturedExchange> running = running(request);
    if (running.isPresent() && request.getDispatcherType() == DispatcherType.ASYNC) {
      running.get().resume(request, response, chain);
      return;
    }
    String path = EndpointPatterns.pathWithinContext(request);
    if (running.filter(exchange -> staysInCharge(exchange, request)).isPresent()
        || settings.mode() == Mode.OFF
        || !endpoints.matches(path)) {
      chain.doFilter(request, response);
      return;
    }
    CapturedExchange exchange =
        new CapturedExchange(request, response, options(request), new Judge(request, path));
    request.setAttribute(attribute, exchange);
    exchange.proceed(chain);
  }

  /**
   * Tells whether an exchange needs no second one around or within it: one that has ended, whose
   * error page is not ours, and one that goes on. Only after an {@code Error}, which nobody
   * catches, an exchange is left behind that has not ended, and the error page takes its place.
   */
  private static boolean staysInCharge(CapturedExchange exchange, HttpServletRequest request) {
    return exchange.hasEnded() || request.getDispatcherType() != DispatcherType.ERROR;
  }

  private Optional<CapturedExchange> running(HttpServletRequest request) {
    return request.getAttribute(attribute) instanceof CapturedExchange exchange
        ? Optional.of(exchange)
        : Optional.empty();
  }

  private CaptureOptions options(HttpServletRequest request) {
    return new CaptureOptions(
        settings.captureLimit(),
        settings.mode() == Mode.OBSERVE,
        settings.successCacheHeaders() && request.getMethod().equals("POST"));
  }

  // ------------------------------------------------------------------ classify, render, commit

  private final class Judge implements CapturedExchange.Judge {
    private final HttpServletRequest request;
    private final String path;

    Judge(HttpServletRequest request, String path) {
      this.request = request;
      this.path = path;
    }

    @Override
    public boolean looksLikeFailure(Outcome soFar) {
      RequestReader reader = new RequestReader(request, path);
      return classifier.isFailure(new Evidence(reader.beforeTheEnd(), soFar));
    }

    @Override
    public void end(CapturedExchange exchange, Outcome outcome) throws IOException {
      try {
        decide(exchange, ErrorAttributes.outcome(request, outcome));
      } catch (RuntimeException e) {
        listeners.onOwnFailure(path, e);
        giveUp(exchange);
      }
    }

    private void decide(CapturedExchange exchange, Outcome outcome) throws IOException {
      RequestReader reader = new RequestReader(request, path);
      Evidence evidence = new Evidence(reader.afterTheEnd(exchange), outcome);
      Verdict verdict = classifier.classify(evidence);
      Optional<Verdict.Replace> enforced =
          verdict.replacement().filter(replacement -> settings.mode() == Mode.ENFORCE);
      if (enforced.isPresent()) {
        exchange.replaceWith(renderer.render(enforced.get(), evidence));
      } else {
        exchange.release();
      }
      Optional<String> incident =
          enforced.flatMap(replacement -> Incident.log(path, evidence, replacement));
      listeners.onDecision(
          new NormalizationEvent(path, outcome.status(), verdict, enforced.isPresent(), incident));
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
    public void tooLate() {
      listeners.onTooLate(path);
    }
  }
}
