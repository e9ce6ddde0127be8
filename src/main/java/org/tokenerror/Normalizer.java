package org.tokenerror;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tokenerror.ExchangeJudge.Means;
import org.tokenerror.TokenErrorSettings.Mode;
import org.tokenerror.capture.CaptureOptions;
import org.tokenerror.capture.CapturedExchange;
import org.tokenerror.capture.CapturedExchange.Judge;
import org.tokenerror.capture.ReplayingRequest;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.RequestCheck;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.answer.ErrorRenderer;
import org.tokenerror.oauth.decision.FailureClassifier;
import org.tokenerror.oauth.dialect.Dialects;

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
  private final Means means;
  private final Means loginMeans;

  /** Names the request attribute that leads a later pass back to its exchange. */
  private final String attribute;

  private Normalizer(
      TokenErrorSettings settings,
      EndpointPatterns endpoints,
      Means means,
      Means loginMeans,
      String filterName) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.means = means;
    this.loginMeans = loginMeans;
    this.attribute = CapturedExchange.class.getName() + "." + filterName;
  }

  /**
   * Creates the line of an application whose servlets are all registered, and says in one log line
   * what it covers.
   *
   * @throws ServletException if there is no JSON-B implementation, or a mistake in a dialect
   */
  static Normalizer create(LoadedSettings loaded, Extensions extensions, FilterConfig config)
      throws ServletException {
    ServletContext context = config.getServletContext();
    TokenErrorSettings settings = loaded.settings();
    EndpointPatterns endpoints = EndpointPatterns.of(settings, context);
    try {
      Extensions all =
          extensions
              .plus(Extensions.handedOver(context.getAttribute(TokenErrorFilter.EXTENSIONS)))
              .plus(Extensions.found(context.getClassLoader()))
              .plus(new Extensions(List.of(), List.of(new LoggingListener())));
      Extensions login = all.plus(new Extensions(List.of(new ContainerLogin()), List.of()));
      AnswerPolicy answers = settings.answers();
      Dialects dialects = DialectFiles.read(settings.dialects(), context);
      Listeners listeners = new Listeners(all.listeners());
      Means means =
          new Means(
              new FailureClassifier(all.rules(), answers, dialects),
              new ErrorRenderer(answers),
              listeners,
              new RequestGate(settings, listeners));
      Means loginMeans = means.with(new FailureClassifier(login.rules(), answers, dialects));
      String name = config.getFilterName();
      CoverageReport.log(context, loaded, endpoints, ContainerRefusals.of(context).container());
      return new Normalizer(settings, endpoints, means, loginMeans, name);
    } catch (IllegalStateException noJsonBinding) {
      throw new ServletException(noJsonBinding.getMessage(), noJsonBinding);
    }
  }

  void close() {
    means.renderer().close();
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
    if ((running.isPresent() && staysInCharge(running.get(), request))
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
    boolean observed = means.gate().isObserved(bare);
    RequestReader reader = bare.reading(means.gate().opened(bare.request(), observed));
    HttpServletRequest request = reader.request();
    Optional<RequestCheck> refusal = refusal(reader, observed);
    Judge judge = new ExchangeJudge(means, reader, reader::afterTheEnd, observed, refusal);
    CapturedExchange exchange =
        new CapturedExchange(request, response, options(reader, observed), judge);
    request.setAttribute(attribute, exchange);
    exchange.proceed(refusal.isPresent() ? Normalizer::stop : replaying(request, chain));
  }

  // ------------------------------------------------------------------ refused by the container

  /** Tells whether a request that the container refused is ours, and no filter has seen it. */
  boolean concerns(HttpServletRequest request) {
    return settings.mode() != Mode.OFF
        && running(request).isEmpty()
        && request.getDispatcherType() == DispatcherType.REQUEST
        && endpoints.matches(EndpointPatterns.pathWithinContext(request));
  }

  /** Answers it; tells whether it did. */
  boolean answerRefusal(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      Optional<String> message)
      throws IOException {
    String path = EndpointPatterns.pathWithinContext(request);
    EndpointProfile profile = endpoints.profileOf(path).orElse(EndpointProfile.TOKEN);
    RequestReader reader = new RequestReader(request, path, profile);
    boolean observed = means.gate().isObserved(reader);
    CaptureOptions options = new CaptureOptions(settings.captureLimit(), observed, false, false);
    Judge judge =
        status == HttpServletResponse.SC_UNAUTHORIZED
            ? new ExchangeJudge(
                loginMeans,
                reader,
                exchange -> factsOfLogin(reader, exchange),
                observed,
                Optional.empty())
            : new ExchangeJudge(means, reader, reader::afterTheEnd, observed, Optional.empty());
    CapturedExchange exchange = new CapturedExchange(request, response, options, judge);
    request.setAttribute(attribute, exchange);
    return exchange.refused(status, message);
  }

  /** The container has not looked at the body, and nobody needs to, if no client is observed. */
  private RequestFacts factsOfLogin(RequestReader reader, CapturedExchange exchange) {
    return settings.observeClients().isEmpty()
        ? reader.beforeTheEnd()
        : reader.afterTheEnd(exchange);
  }

  private Optional<RequestCheck> refusal(RequestReader reader, boolean observed) {
    try {
      return means.gate().refusal(reader, observed);
    } catch (RuntimeException e) { // S11
      means.listeners().onOwnFailure(reader.path(), e);
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
        settings.successCacheHeaders() && mayGrant(reader),
        reader.profile() == EndpointProfile.TOKEN);
  }

  /**
   * E1: some servlets grant a token to a GET as well, and what comes to a mere look is no grant.
   */
  private static boolean mayGrant(RequestReader reader) {
    return reader.profile().allows(reader.request().getMethod()) || namesGrantInQuery(reader);
  }

  private static boolean namesGrantInQuery(RequestReader reader) {
    String query = reader.request().getQueryString();
    return query != null && query.contains("grant_type=");
  }
}
