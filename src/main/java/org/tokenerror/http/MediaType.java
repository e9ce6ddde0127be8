package org.tokenerror.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Describes the format of a body, as {@code Content-Type} does.
 *
 * <p>It does not look at the body: a servlet may well call HTML {@code application/json}.
 *
 * @param type the top-level type in lower case, such as {@code application}
 * @param subtype the subtype in lower case, such as {@code json}
 * @param parameters the parameters in their order, names in lower case, values without quotes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1">RFC 9110, section 8.3.1</a>
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {

  private static final Set<String> JSON =
      Set.of(
          "application/json",
          "text/json",
          "application/x-json",
          "application/javascript",
          "application/x-javascript",
          "text/javascript");
  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
  private static final Set<String> XML = Set.of("application/xml", "text/xml");

  /**
   * Keeps a copy, type, subtype and parameter names in lower case.
   *
   * @param type the top-level type
   * @param subtype the subtype
   * @param parameters the parameters
   */
  public MediaType {
    type = Grammar.lowerCase(type);
    subtype = Grammar.lowerCase(subtype);
    Map<String, String> copy = new LinkedHashMap<>();
    parameters.forEach((name, value) -> copy.putIfAbsent(Grammar.lowerCase(name), value));
    parameters = Collections.unmodifiableMap(copy);
  }

  /**
   * Reads a field value such as {@code text/html; charset="UTF-8"}.
   *
   * <p>Parameters that make no sense are passed over, and the first of a repeated one counts. A
   * list of media types is none.
   *
   * @param value the value of a {@code Content-Type} field
   * @return the media type, or empty if there is no type and subtype in front, or a comma behind
   */
  public static Optional<MediaType> parse(String value) {
    int start = Grammar.skipBlanks(value, 0);
    int slash = Grammar.skipToken(value, start);
    if (slash == start || slash == value.length() || value.charAt(slash) != '/') {
      return Optional.empty();
    }
    int end = Grammar.skipToken(value, slash + 1);
    int next = Grammar.skipBlanks(value, end);
    boolean ended = next == value.length() || value.charAt(next) == ';';
    if (end == slash + 1 || !ended || isList(value)) {
      return Optional.empty();
    }
    return Optional.of(
        new MediaType(
            value.substring(start, slash),
            value.substring(slash + 1, end),
            parseParameters(value, next)));
  }

  /**
   * Tells whether such a body is JSON, under its own name or one of those JSON and JSONP are seen
   * under.
   *
   * @return true for {@code application/json}, {@code text/json}, JavaScript and {@code +json}
   */
  public boolean isJson() {
    return JSON.contains(essence()) || subtype.endsWith("+json");
  }

  /**
   * Tells whether this is {@code application/json} itself, whatever its parameters.
   *
   * @return true for {@code application/json} alone
   */
  public boolean isExactlyJson() {
    return essence().equals("application/json");
  }

  /**
   * Tells whether such a body is a web page.
   *
   * @return true for HTML and XHTML
   */
  public boolean isHtml() {
    return HTML.contains(essence());
  }

  /**
   * Tells whether such a body is XML, a web page excepted.
   *
   * @return true for the two XML types and {@code +xml}
   */
  public boolean isXml() {
    return XML.contains(essence()) || (subtype.endsWith("+xml") && !isHtml());
  }

  /**
   * Tells whether such a body is an encoded form, the format of every token request.
   *
   * @return true for {@code application/x-www-form-urlencoded}
   */
  public boolean isForm() {
    return essence().equals("application/x-www-form-urlencoded");
  }

  /**
   * Tells whether such a body can be read as characters.
   *
   * @return true for {@code text/*} and for the textual formats named above
   */
  public boolean isText() {
    return type.equals("text") || isJson() || isHtml() || isXml() || isForm();
  }

  /**
   * Finds the name of the character encoding.
   *
   * @return the {@code charset} parameter as it was given, unknown names included; empty if there
   *     is none
   */
  public Optional<String> charset() {
    return Optional.ofNullable(parameters.get("charset")).filter(name -> !name.isEmpty());
  }

  /**
   * Shows the type, the subtype and the names of the parameters, never their values.
   *
   * @return for instance {@code text/html[charset]}
   */
  @Override
  public String toString() {
    return essence() + parameters.keySet();
  }

  private String essence() {
    return type + "/" + subtype;
  }

  private static boolean isList(String value) {
    int i = 0;
    while (i < value.length() && value.charAt(i) != ',') {
      i = value.charAt(i) == '"' ? Grammar.skipQuoted(value, i) : i + 1;
    }
    return i < value.length();
  }

  private static Map<String, String> parseParameters(String value, int from) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int i = from;
    while (i < value.length()) {
      int start = Grammar.skipBlanks(value, i + 1);
      int equals = Grammar.skipToken(value, start);
      i = equals;
      if (equals > start && equals < value.length() && value.charAt(equals) == '=') {
        boolean quoted = equals + 1 < value.length() && value.charAt(equals + 1) == '"';
        i = quoted ? Grammar.skipQuoted(value, equals + 1) : Grammar.skipToken(value, equals + 1);
        String text =
            quoted
                ? Grammar.unquote(value, equals + 1, Grammar.closingQuote(value, equals + 1))
                : value.substring(equals + 1, i);
        parameters.putIfAbsent(Grammar.lowerCase(value.substring(start, equals)), text);
      }
      while (i < value.length() && value.charAt(i) != ';') {
        i++;
      }
    }
    return parameters;
  }
}
