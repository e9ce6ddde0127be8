package org.tokenerror.http;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Represents a JSON value that was read, or what could be read of it.
 *
 * <p>It does not write JSON; {@link #toJava} hands the value to a library that does. No {@code
 * toString} here shows what a text or a number holds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public sealed interface Json {

  /**
   * Reads a text that starts, after white space or a byte order mark, with an object, an array or a
   * string.
   *
   * <p>It reads what servlets really send as well: text cut off in the middle, text with something
   * behind it, raw control characters in strings, single quotes, no quotes at all ({@code
   * {error=invalid_grant}}, a Java map printed). Then the document is not strict. A value below 64
   * levels of nesting is checked but not kept: it is {@link Null}.
   *
   * @param text any text
   * @return what could be read, or empty if the text starts otherwise
   */
  static Optional<Document> parse(String text) {
    return JsonReader.read(text);
  }

  /**
   * Reads the first object or array in a text, be it wrapped in a function call, a log line or a
   * page.
   *
   * @param text any text
   * @return what could be read, strict only if nothing had to be skipped; empty if there is nothing
   *     like JSON in it
   */
  static Optional<Document> parseLenient(String text) {
    return JsonReader.readEmbedded(text);
  }

  /**
   * Converts to plain Java values, for a library that writes JSON.
   *
   * @return a {@code LinkedHashMap}, a {@code List}, a {@code String}, a {@code BigDecimal}, a
   *     {@code Boolean}, or, since there is no null here, the empty {@code Optional}, which JSON-B
   *     writes as null
   */
  Object toJava();

  /**
   * Names the root of a text and tells whether the text was impeccable.
   *
   * @param root the value
   * @param strict whether the text was complete and legal by RFC 8259, without byte order mark
   *     (A17, A19), and without repeated names in the object at the top (A20)
   */
  record Document(Json root, boolean strict) {

    /**
     * Finds the object at the top.
     *
     * @return the root if it is an object
     */
    public Optional<Obj> object() {
      return root instanceof Obj object ? Optional.of(object) : Optional.empty();
    }
  }

  /**
   * Represents an object.
   *
   * @param members the members in their order, repeated names included
   */
  record Obj(List<Member> members) implements Json {

    /**
     * Keeps a copy of the list.
     *
     * @param members the members
     */
    public Obj {
      members = List.copyOf(members);
    }

    /**
     * Finds the value of the first member of a name.
     *
     * @param name the name, in its exact case
     * @return the value, perhaps {@link Null}, or empty if there is no such member
     */
    public Optional<Json> get(String name) {
      for (Member member : members) {
        if (member.name().equals(name)) {
          return Optional.of(member.value());
        }
      }
      return Optional.empty();
    }

    /**
     * Finds the text of the first member of a name.
     *
     * @param name the name, in its exact case
     * @return the text, perhaps an empty one, or empty if there is no such member or it is not a
     *     string
     */
    public Optional<String> string(String name) {
      return get(name).filter(Str.class::isInstance).map(value -> ((Str) value).value());
    }

    /**
     * Tells whether a name occurs twice in this object; objects inside it do not matter.
     *
     * @return true if one does
     */
    public boolean hasDuplicates() {
      Set<String> names = new HashSet<>();
      return !members.stream().allMatch(member -> names.add(member.name()));
    }

    /**
     * Converts to a map of plain Java values, as {@link Json#toJava} does, for a library that
     * writes JSON.
     *
     * <p>Members that are null are left out, here and in objects inside; of a repeated name the
     * first member counts.
     *
     * @return a new map in the order of the members, unmodifiable
     */
    public Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      Set<String> names = new HashSet<>();
      for (Member member : members) {
        if (names.add(member.name()) && !(member.value() instanceof Null)) {
          map.put(member.name(), member.value().toJava());
        }
      }
      return Collections.unmodifiableMap(map);
    }

    @Override
    public Object toJava() {
      return toMap();
    }

    @Override
    public String toString() {
      return "Obj[" + members.size() + " members]";
    }
  }

  /**
   * Names one member of an object.
   *
   * @param name its name, unescaped
   * @param value its value
   */
  record Member(String name, Json value) {

    @Override
    public String toString() {
      return "Member[" + value + "]";
    }
  }

  /**
   * Represents an array.
   *
   * @param items the items in their order
   */
  record Arr(List<Json> items) implements Json {

    /**
     * Keeps a copy of the list.
     *
     * @param items the items
     */
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public Object toJava() {
      return items.stream().map(Json::toJava).toList();
    }

    @Override
    public String toString() {
      return "Arr[" + items.size() + " items]";
    }
  }

  /**
   * Represents a string.
   *
   * @param value its text, unescaped
   */
  record Str(String value) implements Json {

    @Override
    public Object toJava() {
      return value;
    }

    @Override
    public String toString() {
      return "Str[" + value.length() + " characters]";
    }
  }

  /**
   * Represents a number.
   *
   * @param text the number as it was written
   */
  record Num(String text) implements Json {

    /** Longer numbers, and larger exponents, are for attacks: arithmetic with them is slow. */
    private static final int LONGEST = 40;

    @Override
    public Object toJava() {
      if (text.length() > LONGEST) {
        return text;
      }
      try {
        return new BigDecimal(text);
      } catch (NumberFormatException tooLarge) {
        return text;
      }
    }

    @Override
    public String toString() {
      return "Num[" + text.length() + " characters]";
    }
  }

  /**
   * Represents true or false.
   *
   * @param value which of them
   */
  record Bool(boolean value) implements Json {

    @Override
    public Object toJava() {
      return value;
    }
  }

  /** Represents null, and what was nested too deep to be kept. */
  record Null() implements Json {

    @Override
    public Object toJava() {
      return Optional.empty();
    }
  }
}
