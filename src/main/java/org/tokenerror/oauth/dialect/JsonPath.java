package org.tokenerror.oauth.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tokenerror.http.Json;

/**
 * Finds values in JSON by a JSON pointer in which {@code *} stands for every item of an array.
 *
 * <p>It compares names in their exact case, and gives up silently where there is nothing.
 *
 * @param steps the unescaped reference tokens
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
record JsonPath(List<String> steps) {
  private static final int MOST_VALUES = 32;

  JsonPath {
    steps = List.copyOf(steps);
  }

  /** Reads a pointer that begins with a slash. */
  static JsonPath of(String pointer) {
    List<String> steps = new ArrayList<>();
    for (String step : pointer.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return new JsonPath(steps);
  }

  /** Writes a reference token as part of a pointer. */
  static String escape(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }

  /** Returns what is there, nothing else than null included. */
  List<Json> in(Json root) {
    List<Json> found = List.of(root);
    for (String step : steps) {
      found = found.size() == 1 ? children(found.get(0), step) : children(found, step);
    }
    return found;
  }

  private static List<Json> children(List<Json> values, String step) {
    List<Json> all = new ArrayList<>();
    for (Json value : values) {
      if (all.size() < MOST_VALUES) {
        all.addAll(children(value, step));
      }
    }
    return all;
  }

  /** Returns the texts, numbers and truth values that are there, as texts. */
  List<String> textsIn(Json root) {
    List<String> texts = new ArrayList<>();
    for (Json value : in(root)) {
      text(value).ifPresent(texts::add);
    }
    return texts;
  }

  /** Returns a text, a number or a truth value as text. */
  static Optional<String> text(Json value) {
    if (value instanceof Json.Str string) {
      return Optional.of(string.value());
    }
    if (value instanceof Json.Num number) {
      return Optional.of(number.text());
    }
    return value instanceof Json.Bool bool
        ? Optional.of(String.valueOf(bool.value()))
        : Optional.empty();
  }

  private static List<Json> children(Json value, String step) {
    if (value instanceof Json.Obj object) {
      return object.get(step).map(List::of).orElseGet(List::of);
    }
    if (value instanceof Json.Arr array) {
      if (step.equals("*")) {
        return array.items();
      }
      boolean index = step.length() < 4 && step.chars().allMatch(c -> c >= '0' && c <= '9');
      int at = index && !step.isEmpty() ? Integer.parseInt(step) : array.items().size();
      return at < array.items().size() ? List.of(array.items().get(at)) : List.of();
    }
    return List.of();
  }
}
