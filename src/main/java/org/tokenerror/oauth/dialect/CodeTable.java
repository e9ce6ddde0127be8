package org.tokenerror.oauth.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.words.CodeSpelling;

/**
 * Maps a vendor's codes to OAuth's, some of them by grant type.
 *
 * <p>Capitals, camelCase, dots and dashes make no difference; a key that ends in {@code *} stands
 * for every code that begins so, the longest such key counts.
 */
final class CodeTable {
  /** Stands for every grant type that has no meaning of its own. */
  static final String ANY_GRANT = "*";

  private final Map<String, Map<String, OAuthErrorCode>> codes;
  private final Map<String, Map<String, OAuthErrorCode>> beginnings;

  /** Creates a table of meanings by grant type; each has one for {@link #ANY_GRANT}. */
  CodeTable(Map<String, Map<String, OAuthErrorCode>> meanings) {
    Map<String, Map<String, OAuthErrorCode>> whole = new TreeMap<>();
    Map<String, Map<String, OAuthErrorCode>> begun = new TreeMap<>();
    meanings.forEach((key, meaning) -> (isBeginning(key) ? begun : whole).put(fold(key), meaning));
    this.codes = Map.copyOf(whole);
    this.beginnings = Map.copyOf(begun);
  }

  /** Finds what a code means in a request. */
  Optional<OAuthErrorCode> find(String code, RequestFacts request) {
    String folded = fold(code);
    if (folded.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(codes.get(folded))
        .or(() -> Optional.ofNullable(codes.get(lastSegment(code))))
        .or(() -> byBeginning(folded))
        .map(meaning -> meaning(meaning, request));
  }

  int size() {
    return codes.size() + beginnings.size();
  }

  private Optional<Map<String, OAuthErrorCode>> byBeginning(String folded) {
    return beginnings.entrySet().stream()
        .filter(entry -> folded.startsWith(entry.getKey()))
        .max(java.util.Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue);
  }

  private static OAuthErrorCode meaning(Map<String, OAuthErrorCode> meaning, RequestFacts request) {
    OAuthErrorCode any = meaning.getOrDefault(ANY_GRANT, OAuthErrorCode.INVALID_REQUEST);
    return request.grantType().map(type -> meaning.getOrDefault(type, any)).orElse(any);
  }

  private static boolean isBeginning(String key) {
    return key.length() > 1 && key.endsWith("*");
  }

  private static String fold(String code) {
    return CodeSpelling.snake(code.length() > 200 ? "" : code);
  }

  /** Returns what stands behind the last dot, colon, slash or hash of a name. */
  private static String lastSegment(String code) {
    int at = code.length() - 1;
    while (at >= 0 && ".:/#".indexOf(code.charAt(at)) < 0) {
      at--;
    }
    return code.indexOf(' ') >= 0 ? "" : fold(code.substring(at + 1));
  }
}
