package org.tokenerror.testing;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;

/** Judges a raw answer by the RFCs, with none of the filter's own code. */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, RawAnswer> {
  private static final Pattern JSON_TYPE =
      Pattern.compile("application/json(; ?charset=(?i:utf-8))?");
  private static final Pattern LEGAL_TEXT = Pattern.compile("[ !#-\\[\\]-~]+");
  private static final Pattern LEGAL_CHALLENGE =
      Pattern.compile(
          "Negotiate|[A-Za-z]+ [a-z_]+=\"[^\"\\\\]*\"(, [a-z_]+=(\"[^\"\\\\]*\"|\\w+))*");
  private static final List<String> NEVER =
      List.of("<html", "<HTML", "<!DOCTYPE", "\tat ", "Exception", "org.tokenerror", "java.");

  private AnswerAssert(RawAnswer actual) {
    super(actual, AnswerAssert.class);
  }

  public static AnswerAssert assertAnswer(RawAnswer actual) {
    return new AnswerAssert(actual);
  }

  /** Checks everything RFC 6749 section 5.2 and its neighbours ask of this error. */
  public AnswerAssert isError(int status, String code) {
    isWellFormedError();
    same("status", actual.status(), status);
    same("error", json().getString("error"), code);
    return this;
  }

  /** Checks everything but which error it is. */
  public AnswerAssert isWellFormedError() {
    check(actual.statusLine().startsWith("HTTP/1.1 "), "no status line");
    check(actual.status() >= 400, "no error status");
    check(actual.whole(), "the body is not as long as announced");
    // A13: Undertow repeats a charset that the servlet has set before
    same("fields of Content-Type", actual.headers("Content-Type").size(), 1);
    check(
        JSON_TYPE.matcher(actual.header("Content-Type").orElse("")).matches(),
        "Content-Type is wrong");
    same(
        "Content-Length",
        actual.headers("Content-Length"),
        List.of(Integer.toString(actual.body().length)));
    same("Cache-Control", actual.headers("Cache-Control"), List.of("no-store"));
    same("Pragma", actual.headers("Pragma"), List.of("no-cache"));
    same("nosniff", actual.headers("X-Content-Type-Options"), List.of("nosniff"));
    for (String stale : List.of("Content-Encoding", "ETag", "Content-MD5", "Location", "Expires")) {
      same(stale, actual.headers(stale), List.of());
    }
    for (String never : NEVER) {
      check(!actual.toString().contains(never), "there is \"" + never + "\"");
    }
    checkBody(json());
    checkChallenges();
    return this;
  }

  private void checkBody(JsonObject json) {
    check(actual.text().chars().allMatch(c -> c >= ' ' && c <= '~'), "not printable ASCII");
    check(json.get("error") != null, "no error member");
    for (String name : List.of("error", "error_description")) {
      check(
          !json.containsKey(name) || LEGAL_TEXT.matcher(json.getString(name)).matches(),
          "illegal " + name);
    }
    check(!json.containsKey("access_token"), "a token beside an error");
  }

  private void checkChallenges() {
    List<String> challenges = actual.headers("WWW-Authenticate");
    check((actual.status() == 401) == !challenges.isEmpty(), "401 and a challenge go together");
    for (String challenge : challenges) {
      check(LEGAL_CHALLENGE.matcher(challenge).matches(), "illegal challenge " + challenge);
    }
    check(actual.status() != 405 || actual.header("Allow").isPresent(), "405 without Allow");
  }

  /** Checks the challenges, all of them, in their order. */
  public AnswerAssert challenges(String... values) {
    same("WWW-Authenticate", actual.headers("WWW-Authenticate"), List.of(values));
    return this;
  }

  public AnswerAssert describes(String description) {
    same("error_description", json().getString("error_description", ""), description);
    return this;
  }

  public AnswerAssert header(String name, String... values) {
    same(name, actual.headers(name), List.of(values));
    return this;
  }

  /** Checks that none of these is anywhere in the answer. */
  public AnswerAssert hides(String... secrets) {
    for (String secret : secrets) {
      check(!actual.toString().contains(secret), "there is \"" + secret + "\"");
    }
    return this;
  }

  /** Checks that the answer is the other one, byte for byte and header for header. */
  public AnswerAssert isSameAs(RawAnswer bare) {
    return isSameAs(bare, actual.stableHeaderLines());
  }

  private AnswerAssert isSameAs(RawAnswer bare, List<String> lines) {
    same("status line", actual.statusLine(), bare.statusLine());
    same("header lines", lines, bare.stableHeaderLines());
    check(Arrays.equals(actual.body(), bare.body()), "other bytes than\n" + brief(bare));
    same("whole", actual.whole(), bare.whole());
    return this;
  }

  /** Like {@link #isSameAs}, but for the cache headers that a success may gain. */
  public AnswerAssert isSameSuccessAs(RawAnswer bare) {
    List<String> lines = new ArrayList<>(actual.stableHeaderLines());
    for (String added : List.of("Cache-Control: no-store", "Pragma: no-cache")) {
      String name = added.substring(0, added.indexOf(':'));
      if (bare.header(name).isEmpty()) {
        lines.removeIf(added::equals);
      }
    }
    return isSameAs(bare, lines);
  }

  private JsonObject json() {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(actual.body()))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException e) {
      throw new AssertionError("no JSON object (" + e.getMessage() + "):\n" + brief(actual), e);
    }
  }

  private void check(boolean right, String problem) {
    if (!right) {
      failWithMessage("%s in\n%s", problem, brief(actual));
    }
  }

  private void same(String what, Object is, Object expected) {
    check(is.equals(expected), what + " is " + is + " and not " + expected);
  }

  private static String brief(RawAnswer answer) {
    String text = answer.toString();
    return text.length() > 1500 ? text.substring(0, 1500) + "..." : text;
  }
}
