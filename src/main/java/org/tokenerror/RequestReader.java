package org.tokenerror;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.tokenerror.capture.CapturedExchange;
import org.tokenerror.capture.ReplayingRequest;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.RequestFacts;

/**
 * Reads what a decision needs to know of a request.
 *
 * <p>Before the servlet has ended only the method, the path and the header fields are read, and a
 * form that {@link ReplayingRequest} gives again. Other parameters are read after it failed, and in
 * the way that cannot starve it (D21): from the copy of what it read by itself, else from the
 * container.
 */
final class RequestReader {
  /** What Tomcat leaves when it gave up on the parameters. */
  private static final String TOMCAT_GAVE_UP = "org.apache.catalina.parameter_parse_failed";

  private final HttpServletRequest request;
  private final String path;
  private final EndpointProfile profile;

  RequestReader(HttpServletRequest request, String path, EndpointProfile profile) {
    this.request = request;
    this.path = path;
    this.profile = profile;
  }

  /** Returns a reader of the same request in another form. */
  RequestReader reading(HttpServletRequest other) {
    return other == request ? this : new RequestReader(other, path, profile);
  }

  HttpServletRequest request() {
    return request;
  }

  String path() {
    return path;
  }

  EndpointProfile profile() {
    return profile;
  }

  /** Tells whether the container has not dispatched the request yet. */
  boolean isFirstPass() {
    return request.getDispatcherType() == DispatcherType.REQUEST;
  }

  /** All facts that can be known without the servlet noticing, before it is called. */
  RequestFacts beforeTheServlet() {
    return facts()
        .parameters(() -> replayed().orElseGet(() -> hasNoBody() ? queryParameters() : beginning()))
        .build();
  }

  private boolean hasNoBody() {
    return request.getContentLengthLong() == 0;
  }

  private FormParameters beginning() {
    return queryParameters().markedIncomplete();
  }

  private Optional<FormParameters> replayed() {
    return request instanceof ReplayingRequest replaying
        ? replaying.form().map(form -> queryParameters().plus(form))
        : Optional.empty();
  }

  /** The facts without the parameters of the body, for as long as the servlet is at work. */
  RequestFacts beforeTheEnd() {
    return facts().parameters(this::beginning).build();
  }

  /** All facts; the body's parameters are read when first asked for. */
  RequestFacts afterTheEnd(CapturedExchange exchange) {
    return facts().parameters(() -> replayed().orElseGet(() -> parameters(exchange))).build();
  }

  private RequestFacts.Builder facts() {
    return RequestFacts.builder()
        .method(request.getMethod())
        .path(path)
        .profile(profile)
        .headers(headers())
        .query(this::queryParameters);
  }

  private Headers headers() {
    Headers.Builder headers = Headers.builder();
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        headers.add(name, value);
      }
    }
    return headers.build();
  }

  private FormParameters queryParameters() {
    String query = request.getQueryString();
    return query == null ? FormParameters.empty() : FormParameters.parse(query);
  }

  private FormParameters parameters(CapturedExchange exchange) {
    if (exchange.isFormReadByServlet()) {
      return exchange
          .formReadByServlet()
          .map(form -> queryParameters().plus(FormParameters.parse(form)))
          .orElseGet(() -> queryParameters().markedIncomplete());
    }
    try {
      Map<String, String[]> known = request.getParameterMap();
      FormParameters parameters = FormParameters.of(known);
      boolean gaveUp =
          request.getAttribute(TOMCAT_GAVE_UP) != null || exchange.hasBrokenParameters();
      return gaveUp ? parameters.markedMalformed() : parameters;
    } catch (RuntimeException e) {
      // Tomcat 11 and Jetty throw for a broken encoding, a broken body or too many parameters, and
      // Undertow whenever the thread may not wait, as in a WriteListener
      return exchange.isNonBlocking() && !exchange.hasBrokenParameters()
          ? queryParameters().markedIncomplete()
          : queryParameters().markedMalformed();
    }
  }
}
