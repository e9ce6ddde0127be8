package org.tokenerror.oauth.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tokenerror.http.Challenge;
import org.tokenerror.http.Json;
import org.tokenerror.http.MediaType;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.testing.AnswerAssert;
import org.tokenerror.testing.RawAnswer;

/** Counts how many answers hold what they have to, and keeps those that do not. */
final class CorpusScore {
  private final Map<String, int[]> rows = new LinkedHashMap<>();
  private final List<String> misses = new ArrayList<>();

  /** Judges what left for a failure. */
  void failure(CorpusCase played, RawAnswer answer) {
    Optional<String> code =
        Json.parse(answer.text())
            .flatMap(Json.Document::object)
            .flatMap(object -> object.string("error"));
    String seen = played.id() + ": " + code.orElse("no code") + "/" + answer.status();
    String wanted = " instead of " + played.codes() + played.statuses();
    boolean acceptable = code.filter(played.codes()::contains).isPresent();
    boolean first = code.filter(played.codes().get(0)::equals).isPresent();
    count("answer well-formed", isWellFormed(answer, played.method()), seen + " " + answer);
    count("acceptable code", acceptable, seen + wanted);
    count("first choice", first, seen + wanted);
    if (acceptable) {
      count(
          "right status where the code is",
          played.statuses().contains(answer.status()),
          seen + wanted);
    }
    count("401 rule", keeps401Rule(played, code.orElse(""), answer), seen + answer.headerLines());
    String whole = answer.toString();
    boolean leaks = played.hides().stream().anyMatch(whole::contains);
    count("nothing leaked", !leaks, seen + " " + answer);
  }

  /** Judges what left for a success, beside what the servlet alone sends. */
  void success(CorpusCase played, RawAnswer bare, RawAnswer filtered) {
    boolean same;
    try {
      AnswerAssert.assertAnswer(filtered).isSameSuccessAs(bare);
      same = true;
    } catch (AssertionError differs) {
      same = false;
    }
    count("successes untouched", same, played.id() + ": " + filtered);
  }

  void count(String row, boolean good, String miss) {
    int[] counts = rows.computeIfAbsent(row, name -> new int[2]);
    counts[0] += good ? 1 : 0;
    counts[1]++;
    if (!good) {
      misses.add(row + ", " + miss);
    }
  }

  double percent(String row) {
    int[] counts = rows.get(row);
    return 100.0 * counts[0] / counts[1];
  }

  List<String> misses() {
    return misses;
  }

  String table() {
    StringBuilder table = new StringBuilder();
    rows.forEach(
        (row, counts) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-50s %4d of %4d  %5.1f %%%n",
                    row,
                    counts[0],
                    counts[1],
                    100.0 * counts[0] / counts[1])));
    return table.toString();
  }

  /** Checks what holds of every answer, rewritten or kept because it was right already. */
  private static boolean isWellFormed(RawAnswer answer, String method) {
    Optional<Json.Document> document = Json.parse(answer.text()).filter(Json.Document::strict);
    Optional<Json.Obj> object = document.flatMap(Json.Document::object);
    List<String> types = answer.headers("Content-Type");
    return answer.status() >= 400
        && answer.whole()
        && types.size() == 1
        && MediaType.parse(types.get(0)).filter(MediaType::isExactlyJson).isPresent()
        && (!method.equals("POST") || isUncached(answer))
        && answer.header("Content-Encoding").isEmpty()
        && object.isPresent()
        && object.get().string("error").filter(OAuthError::isLegalText).isPresent()
        && isAbsentOrLegal(object.get(), "error_description")
        && isAbsentOrLegal(object.get(), "error_uri")
        && object.get().get("access_token").isEmpty();
  }

  private static boolean isUncached(RawAnswer answer) {
    return String.join(",", answer.headers("Cache-Control")).contains("no-store")
        && String.join(",", answer.headers("Pragma")).contains("no-cache");
  }

  private static boolean isAbsentOrLegal(Json.Obj object, String name) {
    return object.get(name).isEmpty()
        || object.string(name).filter(OAuthError::isLegalText).isPresent();
  }

  /** RFC 6749 5.2: 401 with a challenge that matches when the client used the header (B8, C1). */
  private static boolean keeps401Rule(CorpusCase played, String code, RawAnswer answer) {
    List<Challenge> challenges =
        Challenge.parseAll(answer.headers("WWW-Authenticate")).challenges();
    if (answer.status() != 401) { // C21: a challenge is allowed there
      return !(code.equals("invalid_client") && played.usedAuthorization());
    }
    boolean matches =
        played.challenge().isEmpty()
            || challenges.stream().anyMatch(each -> each.hasScheme(played.challenge().get()));
    return code.equals("invalid_client") && !challenges.isEmpty() && matches;
  }
}
