package org.tokenerror.oauth.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tokenerror.http.Json;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.said.Said;

/**
 * Recognises one shape of a dialect: all that is listed must be there.
 *
 * @param members what members must hold; an empty set stands for anything but null
 * @param headers a text that a header field must hold; an empty one stands for anything
 * @param texts texts that the body must hold
 * @param statuses the HTTP statuses, none for any
 */
record Recognition(
    Map<JsonPath, Set<String>> members,
    Map<String, String> headers,
    List<String> texts,
    Set<Integer> statuses) {
  private static final int LONGEST_TEXT = 65_536;

  Recognition {
    members = Map.copyOf(members);
    headers = Map.copyOf(headers);
    texts = List.copyOf(texts);
    statuses = Set.copyOf(statuses);
  }

  boolean suits(Said said, Outcome outcome) {
    return (statuses.isEmpty() || statuses.contains(outcome.status()))
        && headers.entrySet().stream()
            .allMatch(
                header ->
                    outcome.headers().all(header.getKey()).stream()
                        .anyMatch(value -> value.contains(header.getValue())))
        && members.entrySet().stream()
            .allMatch(member -> hasMember(member.getKey(), member.getValue(), said))
        && (texts.isEmpty() || hasTexts(said, outcome));
  }

  private static boolean hasMember(JsonPath path, Set<String> values, Said said) {
    if (said.members().isEmpty()) {
      return false;
    }
    Json root = said.members().get();
    return values.isEmpty()
        ? path.in(root).stream().anyMatch(value -> !(value instanceof Json.Null))
        : path.textsIn(root).stream().anyMatch(values::contains);
  }

  private boolean hasTexts(Said said, Outcome outcome) {
    String body = outcome.body().text();
    String bounded = body.length() > LONGEST_TEXT ? body.substring(0, LONGEST_TEXT) : body;
    return texts.stream()
        .allMatch(
            text ->
                bounded.contains(text)
                    || said.messages().stream().anyMatch(message -> message.contains(text)));
  }
}
