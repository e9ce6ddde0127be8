package org.tokenerror.oauth.words;

import static org.tokenerror.oauth.OAuthErrorCode.INVALID_REQUEST;
import static org.tokenerror.oauth.OAuthErrorCode.UNAUTHORIZED_CLIENT;
import static org.tokenerror.oauth.OAuthErrorCode.UNSUPPORTED_GRANT_TYPE;

import java.util.Optional;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.request.GrantTypes;

/**
 * Understands clauses about grant types: the server does not know it, or the client may not use it.
 *
 * <p>The grant type may be meant by its own name: "client_credentials is not supported". What is
 * said of a grant itself, a code or a token, is for {@link ClauseTable}.
 */
final class GrantTypeWords {
  /** RFC 6749's own grant types are known everywhere: what is refused is this client's use. */
  private final boolean core;

  private final Words.Phrases own;
  private final Words.Phrases served;

  GrantTypeWords(RequestFacts request) {
    this.core = request.grantType().filter(GrantTypes::isCore).isPresent();
    this.own = request.grantType().map(Words::of).map(Words::asPhrase).orElseGet(Words.Phrases::of);
    this.served =
        request
            .grantType()
            .flatMap(type -> request.clientId().map(client -> type + " for " + client))
            .map(Words::of)
            .map(Words::asPhrase)
            .orElseGet(Words.Phrases::of);
  }

  /** Finds the code that a clause about grant types means. */
  Optional<OAuthErrorCode> read(Words clause) {
    boolean namesIt = clause.has(Vocabulary.GRANT_TYPE);
    boolean named = namesIt || clause.has(Vocabulary.BARE_GRANT) || clause.has(own);
    boolean off = clause.has(Vocabulary.BARE_GRANT) && clause.has(Vocabulary.SWITCHED_OFF);
    if (off && !clause.has(Vocabulary.CLIENT)) {
      return Optional.of(UNSUPPORTED_GRANT_TYPE);
    }
    if (named && clause.has(Vocabulary.UNAVAILABLE_HERE)) {
      return Optional.of(
          clause.has(Vocabulary.CLIENT) && namesIt ? UNAUTHORIZED_CLIENT : UNSUPPORTED_GRANT_TYPE);
    }
    if (named && !namesIt && clause.has(Vocabulary.MAY_NOT_USE) && clause.has(Vocabulary.CLIENT)) {
      return Optional.of(UNAUTHORIZED_CLIENT);
    }
    if (clause.has(Vocabulary.CANNOT) && clause.has(served)) { // cannot serve x for client y
      return Optional.of(core ? UNAUTHORIZED_CLIENT : UNSUPPORTED_GRANT_TYPE);
    }
    return namesIt ? named(clause) : Optional.empty();
  }

  private static Optional<OAuthErrorCode> named(Words clause) {
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
    return clause.has(Vocabulary.WRONG) ? Optional.of(UNSUPPORTED_GRANT_TYPE) : Optional.empty();
  }
}
