package org.tokenerror;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenerror.TokenErrorSettings.Mode;
import org.tokenerror.capture.ReplayingRequest;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.RequestCheck;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.request.RequestChecks;

/**
 * Decides which requests are only observed, and checks requests, in front of the servlet or behind
 * it, as the settings say (S10).
 *
 * <p>What is checked behind the servlet costs a success next to nothing: its parameters are not
 * looked at.
 */
final class RequestGate {
  private final Mode mode;
  private final Mode checks;
  private final Set<String> observedClients;
  private final List<EndpointPattern> observedEndpoints;
  private final NormalizationListener listeners;

  RequestGate(TokenErrorSettings settings, NormalizationListener listeners) {
    this.mode = settings.mode();
    this.checks = settings.requestChecks();
    this.observedClients = new HashSet<>(settings.observeClients());
    this.observedEndpoints = settings.observeEndpoints().stream().map(EndpointPattern::of).toList();
    this.listeners = listeners;
  }

  // ------------------------------------------------------------------ who is only observed

  /** Tells whether nothing may change, as far as the path and the header fields say. */
  boolean isObserved(RequestReader reader) {
    return mode == Mode.OBSERVE
        || isObservedEndpoint(reader.path())
        || (!observedClients.isEmpty() && isObservedClient(reader.beforeTheEnd()));
  }

  private boolean isObservedEndpoint(String path) {
    if (observedEndpoints.isEmpty()) {
      return false;
    }
    String plain =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return observedEndpoints.stream().anyMatch(pattern -> pattern.matches(plain));
  }

  /** Tells whether the client is one of those for which nothing may change. */
  boolean isObservedClient(RequestFacts request) {
    return !observedClients.isEmpty()
        && request.clientId().filter(observedClients::contains).isPresent();
  }

  /** Tells whether the client may still turn out to be one for which nothing may change. */
  boolean mayBeObservedClient(RequestFacts soFar) {
    return !observedClients.isEmpty()
        && soFar.clientId().filter(id -> !observedClients.contains(id)).isEmpty();
  }

  // ------------------------------------------------------------------ in front of the servlet

  /** Returns a request that can be looked into, if it is to be. */
  HttpServletRequest opened(HttpServletRequest request, boolean observed) {
    boolean enforced =
        checks == Mode.ENFORCE
            && !observed
            && request.getDispatcherType() == DispatcherType.REQUEST
            && !request.getMethod().equals("OPTIONS");
    return enforced ? ReplayingRequest.of(request) : request;
  }

  /** Finds why a request is refused; the servlet must not see it then. */
  Optional<RequestCheck> refusal(RequestReader reader, boolean observed) {
    if (checks != Mode.ENFORCE || observed || !reader.isFirstPass()) {
      return Optional.empty();
    }
    RequestFacts request = reader.beforeTheServlet();
    List<RequestCheck> failed = RequestChecks.failedBy(request);
    if (failed.isEmpty() || isObservedClient(request)) {
      return Optional.empty();
    }
    tell(request, failed, true);
    return Optional.of(failed.get(0));
  }

  // ------------------------------------------------------------------ behind the servlet

  /** Checks all of a request that the servlet has failed, and changes nothing. */
  void afterFailure(RequestFacts request) {
    if (checks != Mode.OFF) {
      tell(request, RequestChecks.failedBy(request), false);
    }
  }

  /** Checks the head of a request that succeeded, and changes nothing. */
  void afterSuccess(RequestReader reader) {
    if (checks != Mode.OFF && looksOdd(reader.request(), reader.profile())) {
      RequestFacts request = reader.beforeTheEnd();
      tell(request, RequestChecks.failedByHeadOf(request), false);
    }
  }

  /** Spares the usual request everything else. */
  private static boolean looksOdd(HttpServletRequest request, EndpointProfile profile) {
    String type = request.getContentType();
    return mayNameClient(request.getQueryString())
        || !profile.allows(request.getMethod())
        || type == null
        || !(type.startsWith("application/x-www-form-urlencoded")
            && profile != EndpointProfile.REGISTRATION)
        || hasSeveral("Authorization", request)
        || hasSeveral("DPoP", request);
  }

  /** Tells whether credentials may be in a query, perhaps percent-encoded (D3). */
  private static boolean mayNameClient(@Nullable String query) {
    return query != null && (query.contains("client_") || query.indexOf('%') >= 0);
  }

  private static boolean hasSeveral(String name, HttpServletRequest request) {
    if (request.getHeader(name) == null) {
      return false;
    }
    Enumeration<String> values = request.getHeaders(name);
    values.nextElement();
    return values.hasMoreElements();
  }

  private void tell(RequestFacts request, List<RequestCheck> failed, boolean refused) {
    if (!failed.isEmpty()) {
      listeners.onRequestChecks(
          new RequestCheckEvent(request.path(), request.profile(), failed, refused));
    }
  }
}
