package org.tokenerror;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.FailureRule;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.OAuthErrorCode;

/**
 * Reads the 401 of a container's own login, which is asked for before anything else of a request.
 *
 * <p>Whatever may be wrong with the request besides does not count: clients begin a Digest or
 * Negotiate login with an empty request, and go on only from a 401 with a challenge.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2">RFC 9110, section 15.5.2</a>
 */
final class ContainerLogin implements FailureRule {

  @Override
  public String name() {
    return "CONTAINER_LOGIN";
  }

  @Override
  public Optional<OAuthError> apply(Evidence evidence) {
    if (evidence.outcome().status() != HttpServletResponse.SC_UNAUTHORIZED) {
      return Optional.empty();
    }
    boolean byToken =
        isTokenProtected(evidence.request().profile())
            && evidence
                .request()
                .clientAuthentication()
                .headerScheme()
                .filter(s -> isToken(s))
                .isPresent();
    OAuthErrorCode code = byToken ? OAuthErrorCode.INVALID_TOKEN : OAuthErrorCode.INVALID_CLIENT;
    return Optional.of(OAuthError.of(code.wireName()));
  }

  /** RFC 7662 2.1, RFC 7591 3: these may be protected by a token in place of a client's secret. */
  private static boolean isTokenProtected(EndpointProfile profile) {
    return profile == EndpointProfile.INTROSPECTION || profile == EndpointProfile.REGISTRATION;
  }

  private static boolean isToken(String scheme) {
    return scheme.equalsIgnoreCase("Bearer") || scheme.equalsIgnoreCase("DPoP");
  }
}
