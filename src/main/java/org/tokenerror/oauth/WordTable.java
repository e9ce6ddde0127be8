package org.tokenerror.oauth;

import static org.tokenerror.oauth.OAuthErrorCode.AUTHORIZATION_PENDING;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_CLIENT;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_GRANT;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_REQUEST;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_SCOPE;
import static org.tokenerror.oauth.OAuthErrorCode.INVALID_TARGET;
import static org.tokenerror.oauth.OAuthErrorCode.SLOW_DOWN;
import static org.tokenerror.oauth.OAuthErrorCode.TEMPORARILY_UNAVAILABLE;
import static org.tokenerror.oauth.OAuthErrorCode.UNAUTHORIZED_CLIENT;
import static org.tokenerror.oauth.OAuthErrorCode.UNSUPPORTED_GRANT_TYPE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Understands a clause: a subject (which part of the request) and a predicate (what is wrong with
 * it).
 *
 * <p>Nothing here knows a product: phrases of one product belong into its dialect table. The
 * vocabulary is {@link Vocabulary}.
 */
final class WordTable {
  private static final int MOST_TEXTS = 32;

  private final RequestFacts request;
  private final boolean serverFault;

  /**
   * Reads words said about a request, more reluctantly when the server says it failed itself (B20).
   */
  WordTable(RequestFacts request, boolean serverFault) {
    this.request = request;
    this.serverFault = serverFault;
  }

  /** Finds the code that the first telling clause of the texts means. */
  Optional<OAuthErrorCode> read(List<String> texts) {
    return texts.stream()
        .limit(MOST_TEXTS)
        .flatMap(text -> Words.clauses(text).stream())
        .map(this::readClause)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<OAuthErrorCode> readClause(Words raw) {
    Words clause = raw.without(Vocabulary.MEANINGLESS);
    return Stream.<Optional<OAuthErrorCode>>of(
            load(clause),
            polling(clause),
            grantType(clause),
            shape(clause),
            scope(clause),
            client(clause),
            user(clause),
            grant(clause),
            weakClient(clause),
            parameter(clause))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<OAuthErrorCode> load(Words clause) {
    if (clause.has(Vocabulary.TOO_OFTEN)) {
      return Optional.of(GrantTypes.isPolling(request) ? SLOW_DOWN : TEMPORARILY_UNAVAILABLE);
    }
    return when(clause.has(Vocabulary.UNAVAILABLE), TEMPORARILY_UNAVAILABLE);
  }

  private Optional<OAuthErrorCode> polling(Words clause) {
    return when(
        GrantTypes.isPolling(request) && clause.has(Vocabulary.PENDING), AUTHORIZATION_PENDING);
  }

  private Optional<OAuthErrorCode> grantType(Words clause) {
    if (!clause.has(Vocabulary.GRANT_TYPE)) {
      return Optional.empty();
    }
    if (clause.has(Vocabulary.FORBIDDEN)
        || (clause.has(Vocabulary.CLIENT) && clause.has(Vocabulary.UNSUPPORTED))) {
      return Optional.of(UNAUTHORIZED_CLIENT);
    }
    if (clause.has(Vocabulary.UNSUPPORTED)) {
      return Optional.of(UNSUPPORTED_GRANT_TYPE);
    }
    if (clause.has(Vocabulary.MISSING)) {
      return Optional.of(INVALID_REQUEST);
    }
    return when(clause.has(Vocabulary.WRONG), UNSUPPORTED_GRANT_TYPE);
  }

  private Optional<OAuthErrorCode> shape(Words clause) {
    boolean severalTimes =
        clause.has(Vocabulary.SEVERAL)
            && (clause.has(Vocabulary.PARAMETER)
                || clause.has(Vocabulary.CLIENT)
                || clause.has(Vocabulary.CREDENTIALS));
    return when(severalTimes || clause.has(Vocabulary.HTTP_SHAPE), INVALID_REQUEST);
  }

  private Optional<OAuthErrorCode> scope(Words clause) {
    boolean wrong = isWrong(clause) || clause.has(Vocabulary.MISSING);
    if (clause.has(Vocabulary.SCOPE) && wrong) {
      return Optional.of(INVALID_SCOPE);
    }
    return when(
        clause.has(Vocabulary.TARGET) && wrong && !clause.has(Vocabulary.CLIENT), INVALID_TARGET);
  }

  private Optional<OAuthErrorCode> client(Words clause) {
    boolean client =
        clause.has(Vocabulary.STRONG_CLIENT)
            || (clause.has(Vocabulary.CLIENT) && !clause.has(Vocabulary.GRANT));
    if (!client || (isPasswordGrant() && clause.has(Vocabulary.USER))) {
      return Optional.empty();
    }
    boolean id = clause.has(Vocabulary.STRONG_CLIENT);
    if (clause.has(Vocabulary.FORBIDDEN) && !id) {
      return Optional.of(UNAUTHORIZED_CLIENT);
    }
    return when(isWrong(clause) || clause.has(Vocabulary.MISSING), INVALID_CLIENT);
  }

  private Optional<OAuthErrorCode> user(Words clause) {
    boolean credentials = clause.has(Vocabulary.CREDENTIALS);
    boolean user = clause.has(Vocabulary.USER);
    if ((!user && !credentials) || (!isWrong(clause) && !clause.has(Vocabulary.MISSING))) {
      return Optional.empty();
    }
    if (isPasswordGrant() || (user && clause.has(Vocabulary.ACCOUNT) && !isClientCredentials())) {
      boolean absent = clause.has(Vocabulary.MISSING) && !isWrong(clause);
      return Optional.of(absent ? INVALID_REQUEST : INVALID_GRANT);
    }
    return Optional.of(INVALID_CLIENT);
  }

  private Optional<OAuthErrorCode> grant(Words clause) {
    boolean grant = clause.has(Vocabulary.GRANT);
    boolean token = clause.has(Vocabulary.TOKEN) && !isClientCredentials();
    if (!grant && !token) {
      return Optional.empty();
    }
    if (isWrong(clause)) {
      return Optional.of(INVALID_GRANT);
    }
    return when(clause.has(Vocabulary.MISSING), grant ? INVALID_REQUEST : INVALID_CLIENT);
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

  private boolean isPasswordGrant() {
    return GrantTypes.is(request, GrantTypes.PASSWORD);
  }

  private boolean isClientCredentials() {
    return GrantTypes.is(request, GrantTypes.CLIENT_CREDENTIALS);
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
