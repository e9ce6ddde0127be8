package org.tokenerror.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads challenges out of {@code WWW-Authenticate} fields, legal or not.
 *
 * <p>The comma is the trouble: it separates challenges as well as the parameters of one, and a
 * scheme may be followed by nothing, by a token68 or by parameters. What a word is shows only by
 * what comes after it:
 *
 * <pre>
 * Basic realm="a, b", Negotiate, Bearer realm="c"    three challenges
 * Negotiate abc=                                     a token68, since nothing follows its {@code =}
 * Bearer abc=def                                     a parameter
 * </pre>
 *
 * <p>So one loop looks at one word at a time and never goes back further than its beginning. Where
 * the text is broken, the loop passes over characters until it sees a word again; without a comma
 * in front only a registered scheme starts a challenge then. It does not repair anything, that is
 * for {@link ChallengeRules}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">RFC 9110, section 11.6.1</a>
 */
final class ChallengeParser {

  /** Says what was read last. */
  private enum Place {
    /** The start of a field, or a comma: a challenge or a parameter is to come. */
    COMMA,
    /** A scheme and a blank: a token68 or a parameter may follow. */
    SCHEME,
    /** Anything else: only a comma may follow. */
    ELEMENT
  }

  private final List<Draft> drafts = new ArrayList<>();
  private boolean strict = true;

  private String text = "";
  private int position;
  private Place place = Place.COMMA;

  /**
   * How many challenges there were before this field: its first parameter cannot belong to them.
   */
  private int earlierDrafts;

  private ChallengeParser() {}

  static ParsedChallenges parse(List<String> fieldValues) {
    ChallengeParser parser = new ChallengeParser();
    fieldValues.forEach(parser::readField);
    List<Challenge> challenges = parser.drafts.stream().map(Draft::finish).toList();
    return new ParsedChallenges(
        challenges, parser.strict && challenges.stream().allMatch(ChallengeRules::isLegal));
  }

  private void readField(String fieldValue) {
    text = Grammar.trim(fieldValue);
    position = 0;
    place = Place.COMMA;
    earlierDrafts = drafts.size();
    // C7, C8: no control characters, US-ASCII.
    expect(text.chars().allMatch(c -> c == '\t' || Grammar.isPrintableAscii((char) c)));
    while (position < text.length()) {
      readElement();
      position = Grammar.skipBlanks(text, position);
    }
    // "A sender MUST NOT generate empty list elements": no empty field and no comma at the end.
    expect(place != Place.COMMA);
  }

  /** Reads one comma, scheme, token68 or parameter, or passes over one character at least. */
  private void readElement() {
    int wordEnd = Grammar.skipToken(text, position);
    if (isSeparator(position)) {
      expect(place != Place.COMMA && text.charAt(position) == ',');
      place = Place.COMMA;
      position++;
    } else if (place == Place.SCHEME && readToken68()) {
      place = Place.ELEMENT;
    } else if (wordEnd == position) {
      skipJunk();
    } else if (isAt(Grammar.skipBlanks(text, wordEnd), '=')) {
      readParameter(wordEnd);
      place = Place.ELEMENT;
    } else {
      readScheme(wordEnd);
    }
  }

  private void readScheme(int end) {
    String scheme = text.substring(position, end);
    position = end;
    boolean ended = end == text.length() || Grammar.isBlank(text.charAt(end)) || isSeparator(end);
    boolean legal = place == Place.COMMA && ended;
    expect(legal);
    if (legal || AuthScheme.isRegistered(scheme)) {
      drafts.add(new Draft(scheme));
      // challenge = auth-scheme [ 1*SP ( token68 / #auth-param ) ]
      int blanksEnd = Grammar.skipBlanks(text, end);
      expect(endsAt(end) || text.substring(end, blanksEnd).indexOf('\t') < 0);
      // Without a blank no token68 is looked for: looking again and again would not be linear.
      place = endsAt(end) || blanksEnd == end ? Place.ELEMENT : Place.SCHEME;
    } else {
      place = Place.ELEMENT;
    }
  }

  /** Reads a token68, or returns false and stays where it is. */
  private boolean readToken68() {
    int padding = Grammar.skipToken68Chars(text, position);
    int end = padding;
    while (isAt(end, '=')) {
      end++;
    }
    if (padding == position || !endsAt(end)) {
      return false;
    }
    Draft draft = drafts.get(drafts.size() - 1);
    if (!ChallengeRules.hasNoToken68(draft.scheme)) {
      draft.token68 = Optional.of(text.substring(position, end));
    } else {
      // "Basic realm=": somebody forgot the value rather than sent a token68.
      expect(false);
      if (text.substring(position, end).equalsIgnoreCase("realm=")) {
        draft.add("realm", "");
      }
    }
    position = end;
    return true;
  }

  private void readParameter(int nameEnd) {
    String name = text.substring(position, nameEnd);
    int equals = Grammar.skipBlanks(text, nameEnd);
    int valueStart = Grammar.skipBlanks(text, equals + 1);
    // BWS: a sender MUST NOT generate blanks around the "=".
    expect(place != Place.ELEMENT && equals == nameEnd && valueStart == equals + 1);
    position = valueStart;
    String value = isAt(valueStart, '"') ? readQuoted() : readUnquoted(name);
    if (drafts.isEmpty()) {
      expect(false);
    } else {
      Draft draft = drafts.get(drafts.size() - 1);
      // No comma between the scheme and the first parameter, and both in one field.
      expect(place == Place.SCHEME || draft.hasParameters());
      expect(drafts.size() > earlierDrafts);
      // C4: "each parameter name MUST only occur once per challenge".
      expect(draft.add(name, value));
    }
  }

  private String readQuoted() {
    int closing = Grammar.closingQuote(text, position);
    String value = Grammar.unquote(text, position, closing);
    expect(closing < text.length() && value.indexOf('\t') < 0);
    position = Math.min(closing + 1, text.length());
    return value;
  }

  /**
   * Reads a token, or what stands in its place up to a comma or the next parameter, such as {@code
   * realm=My Realm}.
   */
  private String readUnquoted(String name) {
    int start = position;
    int end = start;
    while (end < text.length() && !isSeparator(end)) {
      int word = Grammar.skipBlanks(text, end);
      int wordEnd = Grammar.skipToken(text, word);
      if (word > end && wordEnd > word && isAt(Grammar.skipBlanks(text, wordEnd), '=')) {
        break;
      }
      end = wordEnd > word || isSeparator(word) ? wordEnd : Math.min(word + 1, text.length());
    }
    position = end;
    String value = Grammar.trim(text.substring(start, end));
    // C5: "a sender MUST only generate the quoted-string syntax" for realm.
    boolean legal = Grammar.isToken(value) && !name.equalsIgnoreCase("realm");
    expect(legal);
    return legal ? value : withoutStrayQuotes(value);
  }

  private static String withoutStrayQuotes(String value) {
    int length = value.length();
    if (length > 1 && value.charAt(0) == '\'' && value.charAt(length - 1) == '\'') {
      return value.substring(1, length - 1);
    }
    return value.endsWith("\"") ? value.substring(0, length - 1) : value;
  }

  private void skipJunk() {
    expect(false);
    position = isAt(position, '"') ? Grammar.skipQuoted(text, position) : position + 1;
    place = Place.ELEMENT;
  }

  private boolean isAt(int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  private boolean isSeparator(int index) {
    return isAt(index, ',') || isAt(index, ';');
  }

  /** Tells whether nothing but blanks is left before the next comma or the end. */
  private boolean endsAt(int index) {
    int next = Grammar.skipBlanks(text, index);
    return next == text.length() || text.charAt(next) == ',';
  }

  /** Notes that the text is not legal unless a condition holds. */
  private void expect(boolean holds) {
    strict &= holds;
  }

  /** Collects one challenge. */
  private static final class Draft {
    private final String scheme;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private Optional<String> token68 = Optional.empty();

    Draft(String scheme) {
      this.scheme = scheme;
    }

    boolean hasParameters() {
      return !parameters.isEmpty();
    }

    /** Adds a parameter; false if there is one of this name, or a token68, which stays. */
    boolean add(String name, String value) {
      String key = Grammar.lowerCase(name);
      if (token68.isPresent() || parameters.containsKey(key)) {
        return false;
      }
      parameters.put(key, value);
      return true;
    }

    Challenge finish() {
      return new Challenge(scheme, token68, parameters);
    }
  }
}
