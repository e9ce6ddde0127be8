package org.tokenerror.oauth.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.http.AuthScheme;
import org.tokenerror.http.Challenge;
import org.tokenerror.http.ParsedChallenges;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.ClientAuthentication;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.request.EndpointNeeds;
import org.tokenerror.oauth.signs.UnsafeText;

/**
 * Decides the challenges of a 401 (S6).
 *
 * <p>It keeps what the servlet sent, repairs what is broken and adds what is missing. It cannot
 * invent what only a server knows: a Digest nonce (C20).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">RFC 9110, section 11.6.1</a>
 */
final class ChallengePolicy {
  private static final String REALM = "realm";

  /** Schemes of which a challenge is right with a realm alone. */
  private static final Set<String> REALM_SUFFICES = Set.of("Basic", "Bearer", "DPoP", "OAuth");

  private static final Set<String> ERROR_PARAMETERS =
      Set.of("error", "error_description", "error_uri");

  private final AnswerPolicy policy;

  ChallengePolicy(AnswerPolicy policy) {
    this.policy = policy;
  }

  /** Returns the challenges of a 401, never none. */
  List<Challenge> challengesFor(Evidence evidence) {
    List<Challenge> challenges = new ArrayList<>();
    for (Challenge sent : sent(evidence).challenges()) {
      repair(sent, evidence.request())
          .filter(repaired -> !challenges.contains(repaired)) // C9: none duplicated
          .ifPresent(challenges::add);
    }
    ClientAuthentication client = evidence.request().clientAuthentication();
    // RFC 6749 5.2: "matching the authentication scheme used by the client" (B10)
    Optional<Challenge> matching =
        client
            .headerScheme()
            .filter(scheme -> challenges.stream().noneMatch(sent -> sent.hasScheme(scheme)))
            .flatMap(this::create);
    matching.ifPresent(challenge -> challenges.add(0, challenge));
    if (challenges.isEmpty()) {
      schemes(evidence.request()).forEach(scheme -> challenges.add(supported(scheme)));
    }
    return challenges;
  }

  private List<String> schemes(RequestFacts request) {
    boolean token = EndpointNeeds.aToken(request);
    return token ? List.of("Bearer") : policy.supportedSchemes();
  }

  /** Tells whether the servlet's own challenges are those of {@link #challengesFor}, and legal. */
  boolean isSatisfied(Evidence evidence) {
    ParsedChallenges sent = sent(evidence);
    return isRepaired(sent, evidence.request())
        && sent.challenges().stream()
            .map(ChallengePolicy::canonical)
            .toList()
            .equals(challengesFor(evidence));
  }

  /** Tells whether the servlet's challenges, if any, may stay as they are. */
  boolean areLegal(Evidence evidence) {
    ParsedChallenges sent = sent(evidence);
    return sent.challenges().isEmpty() || isRepaired(sent, evidence.request());
  }

  private boolean isRepaired(ParsedChallenges sent, RequestFacts request) {
    return sent.strict()
        && sent.challenges().stream()
            .allMatch(c -> repair(c, request).filter(canonical(c)::equals).isPresent());
  }

  private static Challenge canonical(Challenge challenge) {
    return new Challenge(
        AuthScheme.canonical(challenge.scheme()), challenge.token68(), challenge.parameters());
  }

  private static ParsedChallenges sent(Evidence evidence) {
    return Challenge.parseAll(evidence.outcome().headers().all("WWW-Authenticate"));
  }

  private Optional<Challenge> repair(Challenge sent, RequestFacts request) {
    if (!AuthScheme.isRegistered(sent.scheme())) { // C23: an invented scheme matches nothing
      return Optional.empty();
    }
    Challenge challenge = canonical(sent);
    return switch (challenge.scheme()) {
      case "Basic" -> Optional.of(withRealm(legal(challenge, request)));
      case "Bearer", "DPoP", "OAuth" -> Optional.of(bearer(legal(challenge, request)));
      case "Digest" -> // C20
          challenge.parameter("nonce").isPresent()
              ? Optional.of(withRealm(legal(challenge, request)))
              : Optional.empty();
      case "Negotiate" -> Optional.of(new Challenge("Negotiate", challenge.token68(), Map.of()));
      default -> Optional.of(challenge);
    };
  }

  /** Drops parameters that must not leave: illegal ones, and words for somebody else (H1, H2). */
  private static Challenge legal(Challenge challenge, RequestFacts request) {
    boolean anonymous = request.clientAuthentication() instanceof ClientAuthentication.None;
    UnsafeText unsafe = new UnsafeText(request);
    Challenge legal = Challenge.of(challenge.scheme());
    for (Map.Entry<String, String> parameter : challenge.parameters().entrySet()) {
      String name = parameter.getKey();
      String value = parameter.getValue();
      boolean error = ERROR_PARAMETERS.contains(name);
      boolean illegal =
          (error && (!OAuthError.isLegalText(value) || anonymous)) // C16, C18
              || (name.equals("error_uri") && !ErrorUri.isAbsolute(value)) // C17
              || (name.equals("error_description") && unsafe.isUnsafe(value))
              || (name.equals("charset") && !value.equalsIgnoreCase("UTF-8")) // C12
              || unsafe.hasSecret(value);
      if (!illegal) {
        legal = legal.with(name, value);
      }
    }
    return legal;
  }

  /** RFC 6750 3: a Bearer challenge has at least one parameter (C14). */
  private Challenge bearer(Challenge challenge) {
    return challenge.parameters().isEmpty() ? withRealm(challenge) : challenge;
  }

  /** RFC 7617 2, RFC 7616 3.3: the realm is required (C11). */
  private Challenge withRealm(Challenge challenge) {
    return challenge.parameter(REALM).isPresent()
        ? challenge
        : challenge.with(REALM, policy.realm());
  }

  /** Creates a challenge of the scheme the client used, if that can be done from here. */
  private Optional<Challenge> create(String scheme) {
    String canonical = AuthScheme.canonical(scheme);
    if (REALM_SUFFICES.contains(canonical)) {
      return Optional.of(Challenge.of(canonical).with(REALM, policy.realm()));
    }
    return canonical.equals("Negotiate")
        ? Optional.of(Challenge.of(canonical)) // RFC 4559 4.1
        : Optional.empty();
  }

  private Challenge supported(String scheme) {
    return create(scheme)
        .orElseGet(() -> Challenge.of(AuthScheme.canonical(scheme)).with(REALM, policy.realm()));
  }
}
