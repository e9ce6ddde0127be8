package org.tokenerror.oauth.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tokenerror.http.Headers;
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

  /** Tells whether an answer has this shape; the names are those of its own members. */
  boolean suits(Said said, Set<String> names, Outcome outcome) {
    return (statuses.isEmpty() || statuses.contains(outcome.status()))
        && (members.isEmpty() || hasMembers(said, names))
        && (headers.isEmpty() || hasHeaders(outcome.headers()))
        && (texts.isEmpty() || hasTexts(said, outcome));
  }

  private boolean hasHeaders(Headers given) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      List<String> values = given.all(header.getKey());
      if (values.isEmpty() || values.stream().noneMatch(v -> v.contains(header.getValue()))) {
        return false;
      }
    }
    return true;
  }

  private boolean hasMembers(Said said, Set<String> names) {
    for (JsonPath path : members.keySet()) {
      if (!names.contains(path.steps().get(0))) { // true of nearly all
        return false;
      }
    }
    return said.members().filter(this::hasMembers).isPresent();
  }

  private boolean hasMembers(Json root) {
    for (Map.Entry<JsonPath, Set<String>> member : members.entrySet()) {
      if (!hasMember(member.getKey().in(root), member.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasMember(List<Json> found, Set<String> values) {
    for (Json value : found) {
      boolean fits =
          values.isEmpty()
              ? !(value instanceof Json.Null)
              : JsonPath.text(value).filter(values::contains).isPresent();
      if (fits) {
        return true;
      }
    }
    return false;
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
