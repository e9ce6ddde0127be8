package org.tokenerror.oauth.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.http.Challenge;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.RequestFacts;

/**
 * Sees a login that takes several requests, of which the first ones are to be refused.
 *
 * <p>Clients send nothing but the header until they are through, and go on only from a 401.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4559#section-4.1">RFC 4559, section 4.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-3.3">RFC 7616, section 3.3</a>
 */
public final class LoginInSteps {
  private static final Set<String> SCHEMES = Set.of("digest", "negotiate", "ntlm");

  private LoginInSteps() {}

  /**
   * Tells whether servlet and client are in the middle of one.
   *
   * @param evidence the request and how the servlet answered it
   * @return false if the servlet wants no such login or the client sent more than a header for it
   */
  public static boolean goesOn(Evidence evidence) {
    return evidence.outcome().status() == 401
        && isMere(evidence.request())
        && Challenge.parseAll(evidence.outcome().headers().all("WWW-Authenticate"))
            .challenges()
            .stream()
            .anyMatch(challenge -> isOfSteps(challenge.scheme()));
  }

  private static boolean isMere(RequestFacts request) {
    Optional<String> scheme = request.clientAuthentication().headerScheme();
    return (scheme.isEmpty() || isOfSteps(scheme.get())) && request.parameters().names().isEmpty();
  }

  private static boolean isOfSteps(String scheme) {
    return SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
  }
}
