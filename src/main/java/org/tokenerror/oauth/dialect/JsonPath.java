package org.tokenerror.oauth.dialect;

import java.util.ArrayList;
import java.util.List;
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
      List<Json> next = new ArrayList<>();
      for (Json value : found) {
        if (next.size() < MOST_VALUES) {
          next.addAll(children(value, step));
        }
      }
      found = next;
    }
    return found;
  }

  /** Returns the texts, numbers and truth values that are there, as texts. */
  List<String> textsIn(Json root) {
    List<String> texts = new ArrayList<>();
    for (Json value : in(root)) {
      if (value instanceof Json.Str string) {
        texts.add(string.value());
      } else if (value instanceof Json.Num number) {
        texts.add(number.text());
      } else if (value instanceof Json.Bool bool) {
        texts.add(String.valueOf(bool.value()));
      }
    }
    return texts;
  }

  private static List<Json> children(Json value, String step) {
    if (value instanceof Json.Obj object) {
      return object.get(step).stream().toList();
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
