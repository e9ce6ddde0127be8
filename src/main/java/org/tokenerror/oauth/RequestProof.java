package org.tokenerror.oauth;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.http.AuthScheme;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.Headers;
import org.tokenerror.http.MediaType;

/**
 * Proves from a request alone that it is wrong.
 *
 * <p>It proves nothing about what the server knows: whether a client, a code or a scope exists.
 */
final class RequestProof {
  /** RFC 8707 2, RFC 8693 2.1: these may be repeated (D10). */
  private static final Set<String> REPEATABLE = Set.of("resource", "audience");

  /** Parameters of requests to other endpoints, which need no grant_type. */
  private static final List<String> OTHER_ENDPOINTS =
      List.of(
          "token",
          "response_type",
          "request",
          "request_uri",
          "login_hint",
          "login_hint_token",
          "id_token_hint");

  private final RequestFacts request;

  RequestProof(RequestFacts request) {
    this.request = request;
  }

  /** D11, D7: finds that there is no grant type, or an empty one. */
  boolean lacksGrantType() {
    return isReadable()
        && request.grantType().isEmpty()
        && OTHER_ENDPOINTS.stream().noneMatch(request.parameters()::contains);
  }

  /** D9: finds a parameter that is there more than once. */
  Optional<String> repeatedParameter() {
    FormParameters parameters = request.parameters();
    return parameters.names().stream()
        .filter(name -> !REPEATABLE.contains(name) && parameters.all(name).size() > 1)
        .findFirst();
  }

  /** D7, B5: finds a parameter that the grant type requires and that is not there. */
  Optional<String> missingParameter() {
    return isReadable() ? GrantTypes.missingParameter(request) : Optional.empty();
  }

  /** D1, D20: finds more than one way to authenticate. */
  boolean hasSeveralMechanisms() {
    return request.clientAuthentication() instanceof ClientAuthentication.Several;
  }

  /** B16, B17: finds an Authorization header that cannot be right, whatever it means. */
  boolean hasUnusableAuthorization() {
    return request.clientAuthentication() instanceof ClientAuthentication.Header header
        && (!header.wellFormed() || !AuthScheme.isRegistered(header.scheme()));
  }

  /** D14: finds a method other than POST. */
  boolean hasWrongMethod() {
    return !request.isPost();
  }

  /** D15: finds a body that is no form. */
  boolean hasWrongMediaType() {
    return request.isPost()
        && request.headers().contains("Content-Type")
        && request.mediaType().filter(MediaType::isForm).isEmpty();
  }

  /** RFC 6749 App. B: finds broken percent encoding, UTF-8 or NUL. */
  boolean isMalformed() {
    return request.parameters().isMalformed();
  }

  /** B6: finds that the client did not say who it is, and would have had to. */
  boolean lacksAuthentication() {
    // RFC 7521 4.1: with an assertion as grant the client need not authenticate
    return isReadable()
        && request.clientAuthentication() instanceof ClientAuthentication.None
        && !GrantTypes.is(request, GrantTypes.JWT_BEARER)
        && !GrantTypes.is(request, GrantTypes.SAML_BEARER);
  }

  /** Tells whether all parameters are known, so that a missing one is really missing. */
  private boolean isReadable() {
    if (hasWrongMediaType() || isMalformed() || !request.parameters().isComplete()) {
      return false;
    }
    Headers headers = request.headers();
    boolean announced =
        headers.first("Content-Length").filter(length -> !length.strip().equals("0")).isPresent()
            || headers.contains("Transfer-Encoding");
    boolean isForm = request.mediaType().filter(MediaType::isForm).isPresent();
    boolean bodyUnseen =
        announced && isForm && request.query().names().containsAll(request.parameters().names());
    return !bodyUnseen;
  }

  /** Tells whether the method is one that only asks what is there. */
  static boolean isSafeMethod(RequestFacts request) {
    return Set.of("GET", "HEAD", "OPTIONS").contains(request.method().toUpperCase(Locale.ROOT));
  }
}
