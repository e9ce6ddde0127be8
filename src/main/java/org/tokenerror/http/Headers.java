package org.tokenerror.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the field lines of one message: ordered, repeated names allowed, names compared without
 * case, immutable.
 *
 * <p>It does not check names or values, since it also holds what a servlet wrongly sent; it does
 * not combine lines. Its {@code toString} shows names only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5">RFC 9110, section 5</a>
 */
public final class Headers {

  private static final Headers EMPTY = new Headers(List.of());

  private final List<Field> fields;

  private Headers(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  /**
   * Returns the headers without any field.
   *
   * @return the empty headers
   */
  public static Headers empty() {
    return EMPTY;
  }

  /**
   * Makes headers of names and values in turn.
   *
   * @param namesAndValues a name, its value, the next name, its value, ...
   * @return the headers, in this order
   * @throws IllegalArgumentException if the last name has no value
   */
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "The last name has no value: " + namesAndValues.length + " strings");
    }
    Builder builder = builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      builder.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return builder.build();
  }

  /**
   * Starts a builder without fields.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Finds the value of the first line of a name.
   *
   * @param name the field name, in any case
   * @return the value as it was given, or empty if there is no such line
   */
  public Optional<String> first(String name) {
    for (Field field : fields) {
      if (field.isNamed(name)) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  /**
   * Lists the values of every line of a name.
   *
   * @param name the field name, in any case
   * @return the values in the order of the lines, perhaps none
   */
  public List<String> all(String name) {
    List<String> values = List.of();
    for (Field field : fields) {
      if (field.isNamed(name)) {
        values = values.isEmpty() ? List.of(field.value()) : joined(values, field.value());
      }
    }
    return values;
  }

  /**
   * Tells whether there is a line of this name, even one without value.
   *
   * @param name the field name, in any case
   * @return true if there is at least one
   */
  public boolean contains(String name) {
    for (Field field : fields) {
      if (field.isNamed(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether the comma-separated lists of a name have a member, as {@code Cache-Control} has
   * {@code no-store}.
   *
   * <p>What follows a {@code =} in a member does not count, and neither do commas inside quoted
   * strings.
   *
   * @param name the field name, in any case
   * @param token the member, in any case
   * @return true if one line has it
   */
  public boolean hasToken(String name, String token) {
    for (Field field : fields) {
      if (field.isNamed(name) && listHasToken(field.value(), token)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Lists all field lines.
   *
   * @return the lines in their order, unmodifiable
   */
  public List<Field> fields() {
    return fields;
  }

  /**
   * Replaces every line of a name with one line, which becomes the last.
   *
   * @param name the field name
   * @param value its only value
   * @return the new headers
   */
  public Headers with(String name, String value) {
    return without(Set.of(name)).plus(name, value);
  }

  /**
   * Adds one line after the others.
   *
   * @param name the field name
   * @param value its value
   * @return the new headers
   */
  public Headers plus(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Headers(more);
  }

  /**
   * Removes every line of some names.
   *
   * @param names field names, in any case
   * @return the new headers
   */
  public Headers without(Collection<String> names) {
    Set<String> unwanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    unwanted.addAll(names);
    return new Headers(fields.stream().filter(field -> !unwanted.contains(field.name())).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Headers headers && fields.equals(headers.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.stream().map(Field::name).toList().toString();
  }

  private static List<String> joined(List<String> values, String last) {
    List<String> all = new ArrayList<>(values);
    all.add(last);
    return List.copyOf(all);
  }

  private static boolean listHasToken(String list, String token) {
    int i = 0;
    while (i < list.length()) {
      int start = i;
      int nameEnd = -1;
      while (i < list.length() && list.charAt(i) != ',') {
        if (list.charAt(i) == '=' && nameEnd < 0) {
          nameEnd = i;
        }
        i = list.charAt(i) == '"' ? Grammar.skipQuoted(list, i) : i + 1;
      }
      String member = list.substring(start, nameEnd < 0 ? i : nameEnd);
      if (Grammar.trim(member).equalsIgnoreCase(token)) {
        return true;
      }
      i++;
    }
    return false;
  }

  /**
   * Names one field line and its value, neither of them checked.
   *
   * @param name the field name as it was given
   * @param value the field value as it was given
   */
  public record Field(String name, String value) {

    private boolean isNamed(String other) {
      return name.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Collects field lines in order; it is not safe for use by several threads. */
  public static final class Builder {

    private final List<Field> fields = new ArrayList<>();

    private Builder() {}

    /**
     * Adds one line after the others.
     *
     * @param name the field name
     * @param value its value
     * @return this builder
     */
    public Builder add(String name, String value) {
      fields.add(new Field(name, value));
      return this;
    }

    /**
     * Makes the headers; the builder can go on afterwards.
     *
     * @return the headers collected so far
     */
    public Headers build() {
      return new Headers(fields);
    }
  }
}
