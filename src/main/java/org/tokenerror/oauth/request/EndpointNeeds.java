package org.tokenerror.oauth.request;

import java.util.List;
import java.util.Optional;
import org.tokenerror.http.MediaType;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.RequestFacts;

/** Knows what a request needs at one kind of endpoint and not at another (S9). */
public final class EndpointNeeds {
  private EndpointNeeds() {}

  /** Tells whether a request's body may be of a media type (D15). */
  static boolean accepts(EndpointProfile profile, MediaType type) {
    return profile == EndpointProfile.REGISTRATION ? type.isJson() : type.isForm();
  }

  /** Returns the parameters that every request has, other than those of a grant. */
  static List<String> parameters(EndpointProfile profile) {
    return switch (profile) {
      case REVOCATION, INTROSPECTION -> List.of("token");
      default -> List.of();
    };
  }

  /**
   * Tells whether a request is, or should be, authorized by a token and not by client credentials.
   *
   * <p>RFC 7662, 2.1: introspection is protected by client authentication or by a bearer token; RFC
   * 7591, 3: registration by an initial access token, RFC 7592, 2 by a registration access token.
   *
   * @param request a request to any endpoint
   * @return false at the token endpoint
   */
  public static boolean aToken(RequestFacts request) {
    Optional<String> scheme = request.clientAuthentication().headerScheme();
    boolean token = scheme.filter(s -> s.equals("Bearer") || s.equals("DPoP")).isPresent();
    return switch (request.profile()) {
      case INTROSPECTION -> token;
      case REGISTRATION -> token || !request.headers().contains("Authorization");
      default -> false;
    };
  }
}
