package org.tokenerror.oauth.dialect;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestFacts;

/** Holds a real answer of a token endpoint, and what an expert makes of it. */
record CorpusCase(String id, JsonObject request, JsonObject answer, JsonObject expect) {

  static List<CorpusCase> all() throws IOException {
    try (InputStream in = CorpusCase.class.getResourceAsStream("/corpus/cases.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              row ->
                  new CorpusCase(
                      row.getString("id"),
                      row.getJsonObject("request"),
                      row.getJsonObject("answer"),
                      row.getJsonObject("expect")))
          .toList();
    }
  }

  boolean isSuccess() {
    return expect.getBoolean("success", false);
  }

  EndpointProfile endpoint() {
    return EndpointProfile.valueOf(request.getString("endpoint", "TOKEN"));
  }

  String method() {
    return request.getString("method");
  }

  String query() {
    return request.getString("query", "");
  }

  String body() {
    return request.getString("body", "");
  }

  List<String> requestHeaders() {
    return strings(request, "headers");
  }

  boolean usedAuthorization() {
    return requestHeaders().stream().anyMatch(line -> line.startsWith("Authorization:"));
  }

  List<String> codes() {
    return strings(expect, "codes");
  }

  List<Integer> statuses() {
    return expect
        .getJsonArray("statuses")
        .getValuesAs(number -> Integer.parseInt(number.toString()));
  }

  List<String> hides() {
    return strings(expect, "hides");
  }

  Optional<String> challenge() {
    return Optional.ofNullable(expect.getString("challenge", null));
  }

  Headers answerHeaders() {
    return headers(strings(answer, "headers"));
  }

  Optional<Throwable> thrown() {
    JsonArray chain = answer.getJsonArray("throws");
    return chain == null ? Optional.empty() : Optional.of(MadeUpThrowables.chain(chain));
  }

  Optional<String> sentError() {
    return Optional.ofNullable(answer.getString("sendError", null));
  }

  int answerStatus() {
    return answer.getInt("status");
  }

  String answerBody() {
    return answer.getString("body", "");
  }

  /** Makes the evidence that the filter would gather. */
  Evidence evidence() {
    FormParameters query = FormParameters.parse(query());
    Headers headers = headers(requestHeaders());
    boolean form = headers.first("Content-Type").filter(type -> type.contains("form")).isPresent();
    FormParameters body = form ? FormParameters.parse(body()) : FormParameters.empty();
    RequestFacts facts =
        RequestFacts.builder()
            .method(method())
            .profile(endpoint())
            .path("/oauth2/token")
            .headers(headers)
            .query(() -> query)
            .parameters(() -> query.plus(body))
            .build();
    return new Evidence(facts, outcome());
  }

  private Outcome outcome() {
    Optional<Throwable> thrown = thrown();
    if (thrown.isPresent()) {
      return new Outcome.Threw(thrown.get(), answerHeaders());
    }
    return sentError().isPresent()
        ? new Outcome.SentError(answerStatus(), sentError(), answerHeaders())
        : new Outcome.Returned(
            answerStatus(), answerHeaders(), Outcome.Body.ofText(answerBody(), true));
  }

  private static Headers headers(List<String> lines) {
    Headers headers = Headers.empty();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      headers = headers.plus(line.substring(0, colon), line.substring(colon + 2));
    }
    return headers;
  }

  private static List<String> strings(JsonObject object, String name) {
    JsonArray array = object.getJsonArray(name);
    return array == null
        ? List.of()
        : array.getValuesAs((JsonValue value) -> ((JsonString) value).getString());
  }

  @Override
  public String toString() {
    return id;
  }
}
