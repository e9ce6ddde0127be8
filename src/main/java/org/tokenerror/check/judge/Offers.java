package org.tokenerror.check.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds the challenges of an answer as they were written, quotes and repetitions included.
 *
 * <p>It is stricter than a client: what a client would guess is a fault here.
 *
 * @param list the challenges that could be read
 * @param grammatical whether everything follows the grammar (C2)
 * @param quoted whether all quotes and backslashes are where they belong (C6)
 * @param values the field values as they came
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">RFC 9110, section 11.6.1</a>
 */
record Offers(List<Offer> list, boolean grammatical, boolean quoted, List<String> values) {
  /**
   * Holds one challenge.
   *
   * @param scheme the scheme as it was written
   * @param token68 the value that stands instead of parameters
   * @param parameters the parameters in their order, repetitions included
   */
  record Offer(String scheme, Optional<String> token68, List<Parameter> parameters) {
    boolean isOf(String... schemes) {
      return List.of(schemes).stream().anyMatch(scheme::equalsIgnoreCase);
    }

    /** Returns the values of a parameter. */
    List<String> all(String name) {
      return parameters.stream()
          .filter(parameter -> parameter.isNamed(name))
          .map(Parameter::value)
          .toList();
    }

    Optional<String> first(String name) {
      return all(name).stream().findFirst();
    }

    boolean repeats(String name) {
      return all(name).size() > 1;
    }
  }

  /**
   * Holds one parameter.
   *
   * @param name its name as it was written
   * @param value its value without quotes and backslashes
   * @param quoted whether it was a quoted string
   */
  record Parameter(String name, String value, boolean quoted) {
    boolean isNamed(String other) {
      return name.equalsIgnoreCase(other);
    }

    String lowerCaseName() {
      return name.toLowerCase(Locale.ROOT);
    }
  }

  static Offers read(List<String> values) {
    OffersReader reader = new OffersReader();
    values.forEach(reader::read);
    return new Offers(
        new ArrayList<>(reader.offers()), reader.isGrammatical(), reader.isQuoted(), values);
  }

  /** Tells whether there is a field, even an empty one. */
  boolean arePresent() {
    return !values.isEmpty();
  }

  boolean include(String scheme) {
    return list.stream().anyMatch(offer -> offer.isOf(scheme));
  }

  List<Offer> of(String... schemes) {
    return list.stream().filter(offer -> offer.isOf(schemes)).toList();
  }
}
