package org.tokenerror.capture;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenerror.http.FormParameters;

/**
 * Decodes the pairs of a form in the charset a servlet asked for.
 *
 * <p>What is not properly encoded stays as it is: to refuse it is for others.
 *
 * @param values names and their values, in order
 */
record FormPairs(Map<String, List<String>> values) {

  /** Reads an encoded form. */
  static FormPairs read(String encoded, Charset charset) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    FormParameters.forEachPair(
        encoded,
        (name, value) ->
            values
                .computeIfAbsent(decoded(name, charset), key -> new ArrayList<>())
                .add(decoded(value, charset)));
    return new FormPairs(values);
  }

  private static String decoded(String text, Charset charset) {
    try {
      return URLDecoder.decode(text, charset);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }

  /** Returns these behind others, as the Servlet specification orders query and body. */
  Map<String, String[]> after(Map<String, String[]> others) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    others.forEach((name, some) -> all.put(name, new ArrayList<>(List.of(some))));
    values.forEach(
        (name, some) -> all.computeIfAbsent(name, key -> new ArrayList<>()).addAll(some));
    Map<String, String[]> arrays = new LinkedHashMap<>();
    all.forEach((name, some) -> arrays.put(name, some.toArray(String[]::new)));
    return arrays;
  }
}
