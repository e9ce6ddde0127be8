package org.tokenerror.oauth.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.oauth.OAuthErrorCode;

/**
 * Recognises an error code however a servlet spells it.
 *
 * <p>{@code invalidGrant}, {@code INVALID_GRANT}, {@code Invalid grant}, {@code
 * oauth.InvalidGrant}, {@code InvalidGrantException} and {@code invalid_grant: expired} are all
 * {@code invalid_grant}. It does not guess: what is none of the registered codes after folding
 * stays unknown.
 */
public final class CodeSpelling {
  private static final int LONGEST = 80;
  private static final int LONGEST_MEMBER = 4;

  /** Words that many servlets use for any failure at all, so that they tell nothing. */
  private static final Set<String> GENERIC =
      Set.of(
          "access",
          "api",
          "application",
          "auth",
          "authentication",
          "authorization",
          "authorized",
          "bad",
          "client",
          "code",
          "default",
          "error",
          "errors",
          "exception",
          "fail",
          "failed",
          "failure",
          "forbidden",
          "found",
          "general",
          "generic",
          "http",
          "internal",
          "invalid",
          "is",
          "login",
          "no",
          "not",
          "oauth",
          "oauth2",
          "of",
          "oidc",
          "problem",
          "request",
          "response",
          "result",
          "server",
          "service",
          "status",
          "the",
          "token",
          "unauthorized",
          "unexpected",
          "unknown",
          "validation",
          "wrong");

  private CodeSpelling() {}

  /**
   * Finds the registered code in a text that is a code, or begins with one and a colon.
   *
   * @param text any text
   * @return the code, empty when it is none
   */
  public static Optional<OAuthErrorCode> standard(String text) {
    return variants(text).stream()
        .map(OAuthErrorCode::ofWireName)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Folds a text in every way it may hold a code, the likeliest first. */
  static List<String> variants(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.length() > 8 * LONGEST) {
      return List.of();
    }
    int colon = trimmed.indexOf(':');
    String whole = fold(trimmed);
    String beforeColon = colon > 0 ? fold(trimmed.substring(0, colon)) : whole;
    boolean name = trimmed.chars().noneMatch(Character::isWhitespace); // not a sentence
    String lastSegment = name ? fold(trimmed.substring(lastSeparator(trimmed) + 1)) : whole;
    return List.of(whole, beforeColon, lastSegment);
  }

  /**
   * Folds camelCase, blanks, dots, dashes and capitals to snake_case, without common affixes.
   *
   * @param text any text
   * @return words in lower case, joined by underscores
   */
  public static String fold(String text) {
    if (text.length() > LONGEST) {
      return "";
    }
    String snake = snake(text);
    for (String prefix : List.of("oauth2_", "oauth_", "oidc_", "error_", "err_")) {
      if (snake.startsWith(prefix) && snake.length() > prefix.length() + LONGEST_MEMBER) {
        snake = snake.substring(prefix.length());
      }
    }
    for (String suffix : List.of("_exception", "_error")) {
      if (snake.endsWith(suffix)
          && snake.length() > suffix.length() + LONGEST_MEMBER
          && !snake.equals(OAuthErrorCode.SERVER_ERROR.wireName())) {
        snake = snake.substring(0, snake.length() - suffix.length());
      }
    }
    return snake.equals("server") ? OAuthErrorCode.SERVER_ERROR.wireName() : snake;
  }

  /**
   * Folds as {@link #fold} does but drops nothing.
   *
   * @param text any text
   * @return words in lower case, joined by underscores
   */
  public static String snake(String text) {
    StringBuilder folded = new StringBuilder(text.length() + 8);
    char previous = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letterOrDigit = Character.isLetterOrDigit(c);
      boolean hump = Character.isUpperCase(c) && Character.isLowerCase(previous);
      boolean acronymEnds =
          Character.isUpperCase(c)
              && Character.isUpperCase(previous)
              && i + 1 < text.length()
              && Character.isLowerCase(text.charAt(i + 1));
      boolean separated = folded.length() > 0 && folded.charAt(folded.length() - 1) == '_';
      if ((!letterOrDigit || hump || acronymEnds) && folded.length() > 0 && !separated) {
        folded.append('_');
      }
      if (letterOrDigit) {
        folded.append(c);
      }
      previous = c;
    }
    int length = folded.length();
    if (length > 0 && folded.charAt(length - 1) == '_') {
      folded.setLength(length - 1);
    }
    return folded.toString().toLowerCase(Locale.ROOT).replace("o_auth", "oauth");
  }

  /**
   * Tells whether a text is written as OAuth codes are, so that it may be an extension's (F19).
   *
   * <p>Reason phrases, sentences, numbers and words for any failure at all are not.
   *
   * @param text any text
   * @return true for what may be such a code
   */
  public static boolean isExtensionLike(String text) {
    if (text.length() > LONGEST || text.indexOf('_') <= 0 || text.endsWith("_")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) {
        return false;
      }
    }
    return !GENERIC.containsAll(List.of(text.split("_", -1)));
  }

  private static int lastSeparator(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '.' || c == ':' || c == '/' || c == '#') {
        return i;
      }
    }
    return -1;
  }
}
