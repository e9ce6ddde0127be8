package org.tokenerror;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tokenerror.TokenErrorSettings.Mode;
import org.tokenerror.capture.CaptureOptions;
import org.tokenerror.capture.CapturedExchange;
import org.tokenerror.capture.ReplayingRequest;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestCheck;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.answer.ErrorRenderer;
import org.tokenerror.oauth.decision.FailureClassifier;
import org.tokenerror.oauth.dialect.Dialects;
import org.tokenerror.oauth.request.RequestChecks;

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
  private final RequestGate gate;

  /** Names the request attribute that leads a later pass back to its exchange. */
  private final String attribute;

  private Normalizer(
      TokenErrorSettings settings,
      EndpointPatterns endpoints,
      Extensions extensions,
      FailureClassifier classifier,
      ErrorRenderer renderer,
      String filterName) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.classifier = classifier;
    this.renderer = renderer;
    this.listeners = new Listeners(extensions.listeners());
    this.gate = new RequestGate(settings, listeners);
    this.attribute = CapturedExchange.class.getName() + "." + filterName;
  }

  /**
   * Creates the line.
   *
   * @throws ServletException if there is no JSON-B implementation, or a mistake in a dialect
   */
  static Normalizer create(
      TokenErrorSettings settings,
      EndpointPatterns endpoints,
      Extensions extensions,
      FilterConfig config)
      throws ServletException {
    try {
      Extensions all = extensions.plus(new Extensions(List.of(), List.of(new LoggingListener())));
      ErrorRenderer renderer = new ErrorRenderer(settings.answers());
      Dialects dialects = DialectFiles.read(settings.dialects(), config.getServletContext());
      FailureClassifier classifier =
          new FailureClassifier(all.rules(), settings.answers(), dialects);
      String name = config.getFilterName();
      return new Normalizer(settings, endpoints, all, classifier, renderer, name);
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
      running.get().resume(request, response, replaying(request, chain));
      return;
    }
    String path = EndpointPatterns.pathWithinContext(request);
    if (running.filter(exchange -> staysInCharge(exchange, request)).isPresent()
        || settings.mode() == Mode.OFF) {
      chain.doFilter(request, response);
      return;
    }
    Optional<EndpointProfile> profile = endpoints.profileOf(path);
    if (profile.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    capture(new RequestReader(request, path, profile.get()), response, chain);
  }

  private void capture(RequestReader bare, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean observed = gate.isObserved(bare);
    HttpServletRequest request = gate.opened(bare.request(), observed);
    RequestReader reader = new RequestReader(request, bare.path(), bare.profile());
    Optional<RequestCheck> refusal = refusal(reader, observed);
    Judge judge = new Judge(reader, observed, refusal);
    CapturedExchange exchange =
        new CapturedExchange(request, response, options(reader, observed), judge);
    request.setAttribute(attribute, exchange);
    exchange.proceed(refusal.isPresent() ? Normalizer::stop : replaying(request, chain));
  }

  private Optional<RequestCheck> refusal(RequestReader reader, boolean observed) {
    try {
      return gate.refusal(reader, observed);
    } catch (RuntimeException e) { // S11
      listeners.onOwnFailure(reader.path(), e);
      return Optional.empty();
    }
  }

  /** Takes the place of the chain for a request that is refused. */
  private static void stop(ServletRequest request, ServletResponse response) {}

  private static FilterChain replaying(HttpServletRequest request, FilterChain chain) {
    return ReplayingRequest.in(request)
        .<FilterChain>map(body -> (given, shown) -> body.run(chain, given, shown))
        .orElse(chain);
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

  private CaptureOptions options(RequestReader reader, boolean observed) {
    return new CaptureOptions(
        settings.captureLimit(),
        observed,
        settings.successCacheHeaders() && reader.profile().allows(reader.request().getMethod()),
        reader.profile() == EndpointProfile.TOKEN);
  }

  // ------------------------------------------------------------------ classify, render, commit

  private final class Judge implements CapturedExchange.Judge {
    private final RequestReader reader;
    private final boolean observed;
    private final Optional<RequestCheck> refusal;

    Judge(RequestReader reader, boolean observed, Optional<RequestCheck> refusal) {
      this.reader = reader;
      this.observed = observed;
      this.refusal = refusal;
    }

    @Override
    public boolean looksLikeFailure(Outcome soFar) {
      RequestFacts request = reader.beforeTheEnd();
      // what is dropped can never be released
      return !gate.mayBeObservedClient(request)
          && classifier.isFailure(new Evidence(request, soFar));
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
      RequestFacts request = reader.afterTheEnd(exchange);
      Evidence evidence = new Evidence(request, outcome);
      Verdict verdict = classifier.classify(evidence);
      Optional<Verdict.Replace> enforced =
          verdict.replacement().filter(found -> !observed && !gate.isObservedClient(request));
      Optional<Incident> incident = enforced.flatMap(found -> Incident.of(evidence, found));
      if (enforced.isPresent()) {
        exchange.replaceWith(renderer.render(Incident.told(enforced.get(), incident), evidence));
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
}
