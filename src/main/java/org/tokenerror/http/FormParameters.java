package org.tokenerror.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Holds the parameters of a query or an encoded form: ordered, repeated names allowed, decoded,
 * immutable.
 *
 * <p>It does not drop parameters without a value; whether these count is for the reader to say. Its
 * {@code toString} shows names only, and of these only the ones that can be nothing but names.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-B">RFC 6749, appendix B</a>
 */
public final class FormParameters {

  private static final int LONGEST_SHOWN_NAME = 40;
  private static final FormParameters EMPTY = new FormParameters(Map.of(), false, true);

  private final Map<String, List<String>> values;
  private final boolean malformed;
  private final boolean complete;

  private FormParameters(Map<String, List<String>> values, boolean malformed, boolean complete) {
    this.values = Collections.unmodifiableMap(values);
    this.malformed = malformed;
    this.complete = complete;
  }

  /**
   * Returns the parameters of an empty form.
   *
   * @return no parameters
   */
  public static FormParameters empty() {
    return EMPTY;
  }

  /**
   * Reads an encoded form or query, {@code +} and percent sequences being UTF-8.
   *
   * <p>What is broken stays in the text as well as it can and makes the result {@linkplain
   * #isMalformed malformed}.
   *
   * @param encoded for instance {@code grant_type=password&scope=a+b}
   * @return the parameters
   */
  public static FormParameters parse(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    AtomicBoolean malformed = new AtomicBoolean();
    forEachPair(
        encoded,
        (rawName, rawValue) -> {
          FormDecoder name = FormDecoder.decode(rawName);
          FormDecoder value = FormDecoder.decode(rawValue);
          if (name.malformed() || value.malformed() || hasControl(name.text())) {
            malformed.set(true);
          }
          values.computeIfAbsent(name.text(), key -> new ArrayList<>()).add(value.text());
        });
    values.replaceAll((name, all) -> List.copyOf(all));
    return new FormParameters(values, malformed.get(), true);
  }

  /**
   * Splits an encoded form or query into its pairs, and decodes nothing.
   *
   * @param encoded for instance {@code grant_type=password&scope=a+b}
   * @param pair takes each name and its value, still encoded; the value is empty without an equals
   *     sign
   */
  public static void forEachPair(String encoded, BiConsumer<String, String> pair) {
    int start = 0;
    while (start < encoded.length()) {
      int ampersand = encoded.indexOf('&', start);
      int end = ampersand < 0 ? encoded.length() : ampersand;
      if (end > start) {
        String text = encoded.substring(start, end);
        int equals = text.indexOf('=');
        pair.accept(
            equals < 0 ? text : text.substring(0, equals),
            equals < 0 ? "" : text.substring(equals + 1));
      }
      start = end + 1;
    }
  }

  /**
   * Takes over parameters that a container has decoded.
   *
   * @param decoded names and their values
   * @return the parameters, malformed if a name has control characters
   */
  public static FormParameters of(Map<String, String[]> decoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    decoded.forEach(
        (name, all) -> values.put(name, Stream.of(all).filter(Objects::nonNull).toList()));
    return new FormParameters(
        values, values.keySet().stream().anyMatch(FormParameters::hasControl), true);
  }

  /**
   * Finds the first value of a parameter.
   *
   * @param name the name, in its exact case
   * @return the value, perhaps an empty one, or empty if there is no such parameter
   */
  public Optional<String> first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /**
   * Lists the values of a parameter.
   *
   * @param name the name, in its exact case
   * @return the values in their order, perhaps none
   */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * Lists the names of the parameters.
   *
   * @return every name once, in the order of its first value, unmodifiable
   */
  public Set<String> names() {
    return values.keySet();
  }

  /**
   * Tells whether there is such a parameter, even one without a value.
   *
   * @param name the name, in its exact case
   * @return true if it was sent
   */
  public boolean contains(String name) {
    return values.containsKey(name);
  }

  /**
   * Tells whether the sender broke the encoding.
   *
   * @return true if there was a broken percent or UTF-8 sequence, or a control character in a name
   */
  public boolean isMalformed() {
    return malformed;
  }

  /**
   * Adds other parameters after these; a name in both has the values of both.
   *
   * @param other the parameters to add
   * @return all of them, malformed if one of the two is
   */
  public FormParameters plus(FormParameters other) {
    Map<String, List<String>> sum = new LinkedHashMap<>();
    values.forEach((name, all) -> sum.put(name, new ArrayList<>(all)));
    other.values.forEach(
        (name, all) -> sum.computeIfAbsent(name, key -> new ArrayList<>()).addAll(all));
    sum.replaceAll((name, all) -> List.copyOf(all));
    return new FormParameters(sum, malformed || other.malformed, complete && other.complete);
  }

  /**
   * Says that these parameters were malformed, as a container found that read them.
   *
   * @return the same parameters, malformed
   */
  public FormParameters markedMalformed() {
    return new FormParameters(values, true, complete);
  }

  /**
   * Says that there may be more parameters than these, because the form could not be read whole.
   *
   * @return the same parameters, incomplete
   */
  public FormParameters markedIncomplete() {
    return new FormParameters(values, malformed, false);
  }

  /**
   * Tells whether a parameter that is not here was not sent.
   *
   * @return false if the form could not be read whole, so that nothing follows from what is missing
   */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Lists the names, never a value.
   *
   * @return the names in brackets; a name that could be something else, such as a JSON body, shows
   *     as {@code ?}
   */
  @Override
  public String toString() {
    return values.keySet().stream().map(name -> isPlainName(name) ? name : "?").toList().toString();
  }

  private static boolean isPlainName(String name) {
    return name.length() <= LONGEST_SHOWN_NAME
        && name.chars()
            .allMatch(c -> c == '_' || c == '-' || c == '.' || Grammar.isAlphaOrDigit((char) c));
  }

  private static boolean hasControl(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
