package org.tokenerror.oauth.words;

import static org.tokenerror.oauth.OAuthErrorCode.ACCESS_DENIED;
import static org.tokenerror.oauth.OAuthErrorCode.AUTHORIZATION_PENDING;
import static org.tokenerror.oauth.OAuthErrorCode.EXPIRED_TOKEN;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_CLIENT;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_GRANT;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_REQUEST;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_SCOPE;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_TARGET;
import static org.tokenerror.oauth.OAuthErrorCode.SLOW_DOWN;
import static org.tokenerror.oauth.OAuthErrorCode.TEMPORARILY_UNAVAILABLE;
import static org.tokenerror.oauth.OAuthErrorCode.UNAUTHORIZED_CLIENT;

import java.util.Optional;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.request.GrantTypes;

/**
 * Understands a clause: a subject (which part of the request) and a predicate (what is wrong with
 * it).
 *
 * <p>Nothing here knows a product: phrases of one product belong into its dialect table. The
 * vocabulary is {@link Vocabulary}.
 */
final class ClauseTable {
  private final RequestFacts request;
  private final boolean serverFault;
  private final GrantTypeWords grantTypes;

  ClauseTable(RequestFacts request, boolean serverFault) {
    this.request = request;
    this.serverFault = serverFault;
    this.grantTypes = new GrantTypeWords(request);
  }

  /** Says what a clause means that names what is wrong. */
  Optional<OAuthErrorCode> plain(Words clause) {
    return load(clause)
        .or(() -> polling(clause))
        .or(() -> foreign(clause))
        .or(() -> shape(clause))
        .or(() -> scheme(clause))
        .or(() -> grantType(clause))
        .or(() -> scope(clause))
        .or(() -> target(clause))
        .or(() -> claim(clause))
        .or(() -> client(clause))
        .or(() -> user(clause))
        .or(() -> grant(clause));
  }

  /** Says what a clause means that hints at what is wrong. */
  Optional<OAuthErrorCode> vague(Words clause) {
    return token(clause)
        .or(() -> weakClient(clause))
        .or(() -> parameter(clause))
        .or(() -> when(clause.has(Statements.WAIT), TEMPORARILY_UNAVAILABLE));
  }

  /** Says what a clause means that is about the grant type. */
  Optional<OAuthErrorCode> grantType(Words clause) {
    return grantTypes.read(clause);
  }

  private Optional<OAuthErrorCode> load(Words clause) {
    if (clause.has(Statements.TOO_OFTEN)) {
      return Optional.of(GrantTypes.isPolling(request) ? SLOW_DOWN : TEMPORARILY_UNAVAILABLE);
    }
    return when(clause.has(Statements.UNAVAILABLE), TEMPORARILY_UNAVAILABLE);
  }

  /** RFC 8628 3.5: what a client hears that polls for the decision of a user. */
  private Optional<OAuthErrorCode> polling(Words clause) {
    if (!GrantTypes.isPolling(request) || isAboutClient(clause)) {
      return Optional.empty();
    }
    if (clause.has(Statements.DENIED)
        && (clause.has(Vocabulary.USER) || clause.has(Vocabulary.CONSENT))) {
      return Optional.of(ACCESS_DENIED);
    }
    if (clause.has(Statements.EXPIRED)) {
      return Optional.of(EXPIRED_TOKEN);
    }
    return when(clause.has(Statements.PENDING), AUTHORIZATION_PENDING);
  }

  /** RFC 6749 5.2: "or was issued to another client". */
  private Optional<OAuthErrorCode> foreign(Words clause) {
    return when(clause.has(Statements.FOREIGN) && !isClientCredentials(), INVALID_GRANT);
  }

  /** RFC 6749 5.2: "unsupported authentication method" (B17). */
  private Optional<OAuthErrorCode> scheme(Words clause) {
    boolean wrong = clause.has(Vocabulary.WRONG) || clause.has(Vocabulary.UNSUPPORTED);
    return when(clause.has(Vocabulary.SCHEME) && wrong, INVALID_CLIENT);
  }

  private Optional<OAuthErrorCode> shape(Words clause) {
    boolean severalTimes =
        clause.has(Vocabulary.SEVERAL)
            && (clause.has(Vocabulary.PARAMETER)
                || clause.has(Vocabulary.CLIENT)
                || clause.has(Vocabulary.CREDENTIALS)
                || clause.has(Vocabulary.SCHEME)
                || clause.has(Vocabulary.AUTHENTICATION));
    return when(severalTimes || clause.has(Statements.HTTP_SHAPE), INVALID_REQUEST);
  }

  private Optional<OAuthErrorCode> scope(Words clause) {
    return when(
        clause.has(Vocabulary.SCOPE) && (isAmiss(clause) || clause.has(Vocabulary.TOO_MUCH)),
        INVALID_SCOPE);
  }

  private Optional<OAuthErrorCode> target(Words clause) {
    boolean asked =
        GrantTypes.is(request, GrantTypes.EXCHANGE)
            || request.parameters().contains("resource")
            || request.parameters().contains("audience");
    boolean target = clause.has(Vocabulary.TARGET) || (asked && clause.has(Vocabulary.RESOURCE));
    boolean other = clause.has(Vocabulary.CLIENT) || clause.has(Vocabulary.GRANT);
    return when(target && !other && !isAssertion() && isAmiss(clause), INVALID_TARGET);
  }

  /** RFC 7521 4.1.1: an assertion with a wrong issuer, audience or signature is a bad grant. */
  private Optional<OAuthErrorCode> claim(Words clause) {
    boolean wrong = clause.has(Vocabulary.CLAIM) && isAmiss(clause);
    return when(wrong && isAssertion() && !isAboutClient(clause), INVALID_GRANT);
  }

  private Optional<OAuthErrorCode> client(Words clause) {
    if (!isAboutClient(clause) || (isPasswordGrant() && clause.has(Vocabulary.USER))) {
      return Optional.empty();
    }
    boolean id = clause.has(Vocabulary.STRONG_CLIENT);
    if (clause.has(Vocabulary.FORBIDDEN) && !id) {
      return Optional.of(UNAUTHORIZED_CLIENT);
    }
    return when(isAmiss(clause), INVALID_CLIENT);
  }

  private Optional<OAuthErrorCode> user(Words clause) {
    if (clause.has(Vocabulary.SECOND_FACTOR) && isAmiss(clause) && !isClientCredentials()) {
      return Optional.of(INVALID_GRANT);
    }
    boolean credentials = clause.has(Vocabulary.CREDENTIALS);
    boolean user = clause.has(Vocabulary.USER);
    if ((!user && !credentials) || !isAmiss(clause)) {
      return Optional.empty();
    }
    if (isPasswordGrant() || (user && clause.has(Vocabulary.ACCOUNT) && !isClientCredentials())) {
      boolean absent = clause.has(Vocabulary.MISSING) && !isWrong(clause);
      return Optional.of(absent ? INVALID_REQUEST : INVALID_GRANT);
    }
    return Optional.of(INVALID_CLIENT);
  }

  private Optional<OAuthErrorCode> grant(Words clause) {
    if (!clause.has(Vocabulary.GRANT)) {
      return Optional.empty();
    }
    // RFC 8693 2.2.2: a subject or actor token that is no good is invalid_request
    if (isWrong(clause) && !clause.has(Vocabulary.EXCHANGED)) {
      return Optional.of(INVALID_GRANT);
    }
    return when(isAmiss(clause), INVALID_REQUEST);
  }

  private Optional<OAuthErrorCode> token(Words clause) {
    if (!clause.has(Vocabulary.TOKEN) || isClientCredentials()) {
      return Optional.empty();
    }
    return isWrong(clause)
        ? Optional.of(INVALID_GRANT)
        : when(clause.has(Vocabulary.MISSING), INVALID_CLIENT);
  }

  private Optional<OAuthErrorCode> weakClient(Words clause) {
    if (!clause.has(Vocabulary.AUTHENTICATION)) {
      return Optional.empty();
    }
    boolean wrong = isWrong(clause) || clause.has(Vocabulary.MISSING);
    boolean userOnly =
        isPasswordGrant() && !request.clientAuthentication().usedAuthorizationHeader();
    return when(wrong, userOnly ? INVALID_GRANT : INVALID_CLIENT);
  }

  private Optional<OAuthErrorCode> parameter(Words clause) {
    return when(
        clause.has(Vocabulary.PARAMETER)
            && (clause.has(Vocabulary.WRONG) || clause.has(Vocabulary.MISSING)),
        INVALID_REQUEST);
  }

  private static boolean isAboutClient(Words clause) {
    return clause.has(Vocabulary.STRONG_CLIENT)
        || (clause.has(Vocabulary.CLIENT) && !clause.has(Vocabulary.GRANT));
  }

  private boolean isPasswordGrant() {
    return GrantTypes.is(request, GrantTypes.PASSWORD);
  }

  private boolean isClientCredentials() {
    return GrantTypes.is(request, GrantTypes.CLIENT_CREDENTIALS);
  }

  private boolean isAssertion() {
    return GrantTypes.is(request, GrantTypes.JWT_BEARER)
        || GrantTypes.is(request, GrantTypes.SAML_BEARER);
  }

  private boolean isAmiss(Words clause) {
    return isWrong(clause) || clause.has(Vocabulary.MISSING);
  }

  private boolean isWrong(Words clause) {
    return clause.has(Vocabulary.WRONG)
        || clause.has(Vocabulary.UNSUPPORTED)
        || clause.has(Vocabulary.FORBIDDEN)
        || (!serverFault && clause.has(Vocabulary.FAILED));
  }

  private static Optional<OAuthErrorCode> when(boolean holds, OAuthErrorCode code) {
    return holds ? Optional.of(code) : Optional.empty();
  }
}
