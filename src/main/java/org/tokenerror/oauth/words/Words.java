package org.tokenerror.oauth.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tokenerror.http.AsciiText;

/**
 * Holds one clause of a text as plain lower-case words, ready to be searched for phrases.
 *
 * <p>Accents, capitals, quotes, underscores and camelCase make no difference. It knows no grammar:
 * the order of words counts only inside a phrase.
 */
final class Words {
  private static final int LONGEST_TEXT = 8_192;
  private static final int MOST_CLAUSES = 64;

  private final List<String> tokens;

  private Words(List<String> tokens) {
    this.tokens = tokens;
  }

  /** Splits a text into clauses at full stops, semicolons, line breaks and the like. */
  static List<Words> clauses(String text) {
    String plain = plain(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    List<Words> clauses = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    StringBuilder token = new StringBuilder();
    for (int i = 0; i <= plain.length() && clauses.size() < MOST_CLAUSES; i++) {
      char c = i < plain.length() ? plain.charAt(i) : '\n';
      if (isWordCharacter(c)) {
        if (isSeam(plain, i)) {
          flush(token, tokens);
        }
        token.append(Character.toLowerCase(c));
      } else if (c != '\'' && c != '\u2019') { // "doesn't" is one word: doesnt
        flush(token, tokens);
        if (endsClause(plain, i, c) && !tokens.isEmpty()) {
          clauses.add(new Words(List.copyOf(tokens)));
          tokens.clear();
        }
      }
    }
    return clauses;
  }

  /** Makes one clause of a whole text. */
  static Words of(String text) {
    List<String> tokens = new ArrayList<>();
    clauses(text).forEach(clause -> tokens.addAll(clause.tokens));
    return new Words(tokens);
  }

  /** Tells whether one of the phrases occurs. */
  boolean has(Phrases phrases) {
    for (int at = 0; at < tokens.size(); at++) {
      if (phrases.matchAt(tokens, at) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Makes a phrase of these words, none of no words. */
  Phrases asPhrase() {
    return new Phrases(tokens.isEmpty() ? List.of() : List.of(tokens));
  }

  /** Returns these words without the phrases that occur in them. */
  Words without(Phrases phrases) {
    List<String> kept = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int length = phrases.matchAt(tokens, at);
      if (length == 0) {
        kept.add(tokens.get(at));
      }
      at += Math.max(length, 1);
    }
    return new Words(kept);
  }

  @Override
  public String toString() {
    return "Words[" + tokens.size() + "]"; // H2
  }

  private static void flush(StringBuilder token, List<String> tokens) {
    if (token.length() > 0) {
      tokens.add(token.toString());
      token.setLength(0);
    }
  }

  /** Tells whether a new word begins inside a run of letters: refreshToken, client_key&#38169;. */
  private static boolean isSeam(String text, int at) {
    if (at == 0 || !isWordCharacter(text.charAt(at - 1))) {
      return false;
    }
    char before = text.charAt(at - 1);
    char c = text.charAt(at);
    return (Character.isUpperCase(c) && Character.isLowerCase(before))
        || isIdeograph(c) != isIdeograph(before);
  }

  private static boolean endsClause(String text, int at, char c) {
    if (c == '.' || c == '!' || c == '?') { // but not in "oauth.v2" or "e.g."
      return at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
    }
    return c == ';' || c == '\n' || c == '\r';
  }

  private static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static boolean isIdeograph(char c) {
    return Character.isIdeographic(c);
  }

  private static String plain(String text) {
    if (AsciiText.isAscii(text)) {
      return text;
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /**
   * Holds phrases: words in a row, of which a word ending in {@code *} stands for its beginning.
   */
  static final class Phrases {
    private final Map<String, List<List<String>>> byFirstWord;
    private final Map<Character, List<List<String>>> byFirstLetter;
    private final List<List<String>> ideographs;

    private Phrases(List<List<String>> phrases) {
      this.byFirstWord =
          phrases.stream().filter(p -> !isOpen(p)).collect(Collectors.groupingBy(p -> p.get(0)));
      this.byFirstLetter =
          phrases.stream()
              .filter(p -> isOpen(p) && !isIdeograph(p.get(0).charAt(0)))
              .collect(Collectors.groupingBy(p -> p.get(0).charAt(0)));
      this.ideographs = phrases.stream().filter(p -> isIdeograph(p.get(0).charAt(0))).toList();
    }

    static Phrases of(String... commaSeparated) {
      List<List<String>> phrases = new ArrayList<>();
      for (String line : commaSeparated) {
        for (String phrase : line.split(",", -1)) {
          if (!phrase.isBlank()) {
            phrases.add(List.of(phrase.strip().toLowerCase(Locale.ROOT).split(" ", -1)));
          }
        }
      }
      return new Phrases(phrases);
    }

    /** Tells whether the first word stands for more than one, so that it cannot be looked up. */
    private static boolean isOpen(List<String> phrase) {
      return phrase.get(0).endsWith("*") || isIdeograph(phrase.get(0).charAt(0));
    }

    /** Returns how many words the first phrase that begins here has, 0 when none does. */
    int matchAt(List<String> tokens, int at) {
      String token = tokens.get(at);
      int length = firstMatch(byFirstWord.getOrDefault(token, List.of()), tokens, at);
      if (length == 0) {
        length = firstMatch(byFirstLetter.getOrDefault(token.charAt(0), List.of()), tokens, at);
      }
      return length > 0 ? length : firstMatch(ideographs, tokens, at);
    }

    private static int firstMatch(List<List<String>> phrases, List<String> tokens, int at) {
      for (int i = 0; i < phrases.size(); i++) { // asked for every word: no iterators
        List<String> phrase = phrases.get(i);
        if (at + phrase.size() <= tokens.size() && begins(phrase, tokens, at)) {
          return phrase.size();
        }
      }
      return 0;
    }

    private static boolean begins(List<String> phrase, List<String> tokens, int at) {
      for (int i = 0; i < phrase.size(); i++) {
        if (!matches(phrase.get(i), tokens.get(at + i))) {
          return false;
        }
      }
      return true;
    }

    private static boolean matches(String word, String token) {
      int length = word.length() - 1;
      return word.charAt(length) == '*'
          ? token.regionMatches(0, word, 0, length)
          : token.equals(word) || (isIdeograph(word.charAt(0)) && token.contains(word));
    }
  }
}
