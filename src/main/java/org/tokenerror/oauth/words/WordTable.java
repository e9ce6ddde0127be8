package org.tokenerror.oauth.words;

import static org.tokenerror.oauth.OAuthErrorCode.INVALID_CLIENT;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;

/**
 * Reads texts clause by clause, and finds the code that the first telling one means.
 *
 * <p>It bounds how much is read, and it knows no word: {@link ClauseTable} does.
 */
public final class WordTable {
  private static final int MOST_TEXTS = 32;

  private final ClauseTable clauses;

  /**
   * Reads words said about a request, more reluctantly when the server says it failed itself (B20).
   *
   * @param request the request
   * @param serverFault whether the status is 500 or more
   */
  public WordTable(RequestFacts request, boolean serverFault) {
    this.clauses = new ClauseTable(request, serverFault);
  }

  /**
   * Tells whether words are about a second factor, such as a one-time password.
   *
   * @param text any text
   * @return true for such words, whatever they say about it
   */
  public static boolean namesSecondFactor(String text) {
    return Words.of(text).has(Vocabulary.SECOND_FACTOR);
  }

  /**
   * Tells whether words say that the client is not the one it says it is.
   *
   * @param text what the servlet said
   * @param request the request
   * @return true when the words mean {@code invalid_client}
   */
  public static boolean rejectsClient(String text, RequestFacts request) {
    return new WordTable(request, false)
        .read(List.of(text))
        .filter(INVALID_CLIENT::equals)
        .isPresent();
  }

  /**
   * Finds the code that the first telling clause of the texts means, a plain one if there is.
   *
   * @param texts the likeliest first
   * @return the code, empty when nothing is understood
   */
  public Optional<OAuthErrorCode> read(List<String> texts) {
    return readPlain(texts).or(() -> readVague(texts));
  }

  /**
   * Reads only clauses that name what is wrong.
   *
   * @param texts the likeliest first
   * @return the code, empty when nothing is named
   */
  public Optional<OAuthErrorCode> readPlain(List<String> texts) {
    return first(texts, clauses::plain);
  }

  /**
   * Reads a message that is about the grant type, and about nothing else before that.
   *
   * @param message what the servlet said
   * @return {@code unsupported_grant_type} or {@code unauthorized_client}; empty when it is about
   *     something else or only says that there is none
   */
  public Optional<OAuthErrorCode> readRefusedGrantType(String message) {
    List<String> texts = List.of(message);
    return first(texts, clauses::grantType)
        .filter(code -> code != OAuthErrorCode.INVALID_REQUEST)
        .filter(code -> readPlain(texts).equals(Optional.of(code)));
  }

  /**
   * Tells whether a page asks whoever reads it to say who it is.
   *
   * @param page the text of a page
   * @return whether it is a login page
   */
  public static boolean asksToSignIn(String page) {
    return Words.clauses(page).stream().anyMatch(clause -> clause.has(Statements.SIGN_IN));
  }

  /**
   * Reads only clauses that hint at what is wrong: "Token error", "Authentication failed".
   *
   * @param texts the likeliest first
   * @return the code, empty when nothing is hinted at
   */
  public Optional<OAuthErrorCode> readVague(List<String> texts) {
    return first(texts, clauses::vague);
  }

  private static Optional<OAuthErrorCode> first(
      List<String> texts, Function<Words, Optional<OAuthErrorCode>> meaning) {
    return texts.stream()
        .limit(MOST_TEXTS)
        .flatMap(text -> Words.clauses(text).stream())
        .map(clause -> clause.without(Statements.MEANINGLESS))
        .map(meaning)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
