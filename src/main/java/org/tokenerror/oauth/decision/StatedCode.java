package org.tokenerror.oauth.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tokenerror.http.Challenge;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.request.GrantTypes;
import org.tokenerror.oauth.words.CodeAliases;
import org.tokenerror.oauth.words.CodeSpelling;

/**
 * Finds the registered code a servlet stated in its body, its message, its redirect or its
 * challenge.
 *
 * <p>Codes that stand at the wrong endpoint or for the wrong thing become what they were meant to
 * be.
 */
final class StatedCode {
  private StatedCode() {}

  static Optional<OAuthErrorCode> find(Reading reading) {
    Stream<String> codes =
        Stream.concat(reading.said().codes().stream(), challengeErrors(reading).stream());
    return codes
        .map(text -> meaning(text, reading))
        .flatMap(Optional::stream)
        .findFirst()
        .map(code -> correct(code, reading));
  }

  private static Optional<OAuthErrorCode> meaning(String text, Reading reading) {
    EndpointCodes codes = new EndpointCodes(reading.request().profile());
    Optional<OAuthErrorCode> code =
        CodeSpelling.standard(text)
            .flatMap(found -> codes.stated(found, reading.evidence()))
            .or(() -> CodeAliases.find(text));
    boolean sentence = text.strip().indexOf(' ') > 0;
    if (sentence && code.filter(OAuthErrorCode::isExtension).isPresent()) {
      return Optional.empty(); // "Access denied" is what any 403 says, and no code
    }
    // RFC 9110 15.5.2, 15.5.4: 401 and 403 are about the client, so the server did not fail
    boolean contradicted =
        code.filter(OAuthErrorCode.SERVER_ERROR::equals).isPresent()
            && (reading.status() == 401 || reading.status() == 403);
    boolean loose = code.filter(reading.heard()::isLoose).isPresent();
    return contradicted || loose ? Optional.empty() : code;
  }

  private static OAuthErrorCode correct(OAuthErrorCode code, Reading reading) {
    RequestFacts request = reading.request();
    if (request.profile() != EndpointProfile.TOKEN || request.grantType().isEmpty()) {
      return code;
    }
    return switch (code) {
      // RFC 8628 3.5: only a device code, or CIBA's request, expires by this name
      case EXPIRED_TOKEN -> GrantTypes.isPolling(request) ? code : OAuthErrorCode.INVALID_GRANT;
      // RFC 7591 3.2.2 has it for registration; RFC 6749 5.2: "does not match the redirection URI"
      case INVALID_REDIRECT_URI -> OAuthErrorCode.INVALID_GRANT;
      default -> code;
    };
  }

  private static List<String> challengeErrors(Reading reading) {
    return Challenge.parseAll(reading.outcome().headers().all("WWW-Authenticate"))
        .challenges()
        .stream()
        .map(challenge -> challenge.parameter("error"))
        .flatMap(Optional::stream)
        .filter(error -> !isAboutLogin(error, reading))
        .toList();
  }

  /**
   * RFC 6750 3.1: with 401 it is the login that is malformed, which RFC 6749 5.2 calls the client.
   */
  private static boolean isAboutLogin(String error, Reading reading) {
    return reading.status() == 401
        && reading.request().profile() == EndpointProfile.TOKEN
        && error.equals(OAuthErrorCode.INVALID_REQUEST.wireName());
  }
}
