package org.tokenerror.oauth.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.http.AuthScheme;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.Headers;
import org.tokenerror.http.MediaType;
import org.tokenerror.oauth.ClientAuthentication;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.RequestFacts;

/**
 * Proves from a request alone that it is wrong.
 *
 * <p>It proves nothing about what the server knows: whether a client, a code or a scope exists.
 */
public final class RequestProof {
  /** RFC 8707 2, RFC 8693 2.1: these may be repeated (D10). */
  private static final Set<String> REPEATABLE = Set.of("resource", "audience");

  private final RequestFacts request;

  /**
   * Looks at a request.
   *
   * @param request the request
   */
  public RequestProof(RequestFacts request) {
    this.request = request;
  }

  /**
   * D11, D7: finds that there is no grant type, or an empty one.
   *
   * @return false where no grant is named, and when the parameters are not all known
   */
  public boolean lacksGrantType() {
    return request.profile().needsGrantType()
        && isReadable()
        && request.grantType().isEmpty()
        && !isVisit();
  }

  /**
   * Finds a mere look at the endpoint: no token request, of which something could be missing.
   *
   * @return true for a wrong method without any parameter
   */
  public boolean isVisit() {
    return hasWrongMethod() && request.parameters().names().isEmpty();
  }

  /**
   * D9: finds a parameter that is there more than once; one without a value is not (D7).
   *
   * @return its name
   */
  public Optional<String> repeatedParameter() {
    FormParameters parameters = request.parameters();
    return parameters.names().stream()
        .filter(name -> !REPEATABLE.contains(name) && isRepeated(parameters.all(name)))
        .findFirst();
  }

  private static boolean isRepeated(List<String> values) {
    return values.size() > 1
        && values.stream().filter(value -> !value.isEmpty()).limit(2).count() > 1;
  }

  /**
   * D7, B5: finds a parameter that the grant type, or the endpoint, requires and is not there.
   *
   * @return its name, empty too when the parameters are not all known
   */
  public Optional<String> missingParameter() {
    if (!isReadable()) {
      return Optional.empty();
    }
    return request.profile().needsGrantType()
        ? GrantTypes.missingParameter(request)
        : EndpointNeeds.parameters(request.profile()).stream()
            .filter(name -> request.parameter(name).isEmpty())
            .findFirst();
  }

  /**
   * Tells whether the request presents something that was given out, and that may be gone: a code,
   * a token, an assertion, a user's password.
   *
   * @return whether all is there that the grant type requires
   */
  public boolean presentsGrant() {
    return GrantTypes.presentsGrant(request);
  }

  /**
   * D1, D20: finds more than one way to authenticate.
   *
   * @return false for one way and for none
   */
  public boolean hasSeveralMechanisms() {
    return request.clientAuthentication() instanceof ClientAuthentication.Several;
  }

  /**
   * B16, B17: finds an Authorization header that cannot be right, whatever it means.
   *
   * @return true for malformed credentials and for an unknown scheme
   */
  public boolean hasUnusableAuthorization() {
    return request.clientAuthentication() instanceof ClientAuthentication.Header header
        && (!header.wellFormed() || !AuthScheme.isRegistered(header.scheme()));
  }

  /**
   * D14: finds a method that may not be used here, at most endpoints any other than POST.
   *
   * @return false where clients are registered and the method is one of RFC 7592
   */
  public boolean hasWrongMethod() {
    return !request.profile().allows(request.method());
  }

  /**
   * D15: finds a body that is no form, or where clients are registered no JSON.
   *
   * @return false for a request without Content-Type
   */
  public boolean hasWrongMediaType() {
    return request.isPost()
        && request.headers().contains("Content-Type")
        && request
            .mediaType()
            .filter(type -> EndpointNeeds.accepts(request.profile(), type))
            .isEmpty();
  }

  /**
   * RFC 6749 App. B: finds broken percent encoding, UTF-8 or NUL, and D12: line breaks and the like
   * in the grant type.
   *
   * @return true when a parameter cannot be decoded
   */
  public boolean isMalformed() {
    return request.parameters().isMalformed()
        || request.grantType().filter(type -> type.chars().anyMatch(c -> c < ' ')).isPresent();
  }

  /**
   * B6: finds that the client did not say who it is, and would have had to.
   *
   * @return false where a client may be anonymous
   */
  public boolean lacksAuthentication() {
    // RFC 7521 4.1: with an assertion as grant the client need not authenticate
    return request.profile() != EndpointProfile.REGISTRATION // RFC 7591 3: it may be open
        && isReadable()
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

  /**
   * Tells whether the method is one that only asks what is there.
   *
   * @param request the request
   * @return true for GET, HEAD and OPTIONS
   */
  public static boolean isSafeMethod(RequestFacts request) {
    return Set.of("GET", "HEAD", "OPTIONS").contains(request.method().toUpperCase(Locale.ROOT));
  }
}
