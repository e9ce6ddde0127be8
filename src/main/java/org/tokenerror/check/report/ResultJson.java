package org.tokenerror.check.report;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tokenerror.check.CaseGroup;
import org.tokenerror.check.CaseResult;
import org.tokenerror.check.CheckResult;
import org.tokenerror.check.Score;
import org.tokenerror.check.Tally;
import org.tokenerror.check.judge.Finding;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.judge.Mark;
import org.tokenerror.check.judge.Requirement;
import org.tokenerror.http.Json;

/**
 * Writes a result as JSON, and reads it again.
 *
 * <p>What it reads may be of another version: requirements that it does not know are passed over.
 */
public final class ResultJson {
  private static final int FORMAT = 1;

  private ResultJson() {}

  /**
   * Writes a result.
   *
   * @param result the result
   * @return a JSON object on several lines
   */
  public static String write(CheckResult result) {
    Score score = result.score();
    Map<String, Object> sum = new LinkedHashMap<>();
    sum.put("refusals", score.refusals());
    sum.put("right", score.right());
    sum.put("rightByRecommendationsToo", score.perfect());
    sum.put("requirements", score.requirements());
    sum.put("requirementsMet", score.requirementsMet());
    sum.put("wronglyGranted", score.wronglyGranted());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", FORMAT);
    root.put("target", result.target());
    root.put("when", result.when().toString());
    root.put("withClient", result.withClient());
    root.put("notes", result.notes());
    root.put("stopped", result.stopped().orElse(""));
    root.put("score", sum);
    root.put("requirements", Stream.of(Requirement.values()).map(r -> toMap(r, result)).toList());
    root.put("cases", result.cases().stream().map(ResultJson::toMap).toList());
    return toJson(root).strip() + "\n";
  }

  private static Map<String, Object> toMap(Requirement requirement, CheckResult result) {
    Tally tally = Comparison.tally(result, requirement);
    String verdict = tally.isFailed() ? "fail" : tally.total() > 0 ? "pass" : "not applicable";
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", requirement.name());
    map.put("level", requirement.level().name());
    map.put("verdict", verdict);
    map.put("passed", tally.passed());
    map.put("failed", tally.failed());
    map.put("notApplicable", result.cases().size() - tally.total());
    return map;
  }

  private static String toJson(Map<String, Object> root) {
    Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withFormatting(true));
    try {
      return jsonb.toJson(root);
    } finally {
      close(jsonb);
    }
  }

  private static void close(Jsonb jsonb) {
    try {
      jsonb.close();
    } catch (Exception nothingToSave) {
      throw new IllegalStateException("JSON-B does not close", nothingToSave);
    }
  }

  private static Map<String, Object> toMap(CaseResult one) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", one.id());
    map.put("group", one.group().name());
    map.put("title", one.title());
    map.put("outcome", one.judgement().outcome().name());
    map.put("codes", one.codes());
    map.put("status", one.status());
    map.put("error", one.error());
    map.put("passed", names(one, finding -> !finding.isFailure()));
    map.put("failed", one.failures().stream().map(ResultJson::toMap).toList());
    map.put("sent", one.sent());
    map.put("received", one.received());
    return map;
  }

  private static Map<String, Object> toMap(Finding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", finding.requirement().name());
    map.put("level", finding.requirement().level().name());
    map.put("source", finding.requirement().source());
    map.put("detail", finding.detail());
    return map;
  }

  private static List<String> names(CaseResult one, Predicate<Finding> some) {
    return one.judgement().findings().stream()
        .filter(some)
        .map(finding -> finding.requirement().name())
        .toList();
  }

  /**
   * Reads a result.
   *
   * @param text what {@link #write} wrote
   * @return the result
   * @throws IllegalArgumentException if it is something else; the message says what is missing
   */
  public static CheckResult read(String text) {
    Json.Obj root =
        Json.parse(text)
            .filter(Json.Document::strict)
            .flatMap(Json.Document::object)
            .orElseThrow(() -> new IllegalArgumentException("it is no JSON object"));
    if (number(root, "format") != FORMAT) {
      throw new IllegalArgumentException(
          "\"format\" is not " + FORMAT + ": another version wrote it");
    }
    Instant when;
    try {
      when = Instant.parse(string(root, "when"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"when\" is no time", e);
    }
    boolean withClient = root.get("withClient").equals(Optional.of(new Json.Bool(true)));
    List<CaseResult> cases = objects(root, "cases").stream().map(ResultJson::toCase).toList();
    List<String> notes = root.get("notes").isPresent() ? strings(root, "notes") : List.of();
    Optional<String> stopped = root.string("stopped").filter(reason -> !reason.isEmpty());
    return new CheckResult(string(root, "target"), when, withClient, notes, stopped, cases);
  }

  private static CaseResult toCase(Json.Obj object) {
    List<Finding> findings = new ArrayList<>();
    for (String name : strings(object, "passed")) {
      Requirement.named(name).ifPresent(r -> findings.add(new Finding(r, Mark.PASS, "")));
    }
    for (Json.Obj failure : objects(object, "failed")) {
      Requirement.named(string(failure, "id"))
          .ifPresent(r -> findings.add(new Finding(r, Mark.FAIL, string(failure, "detail"))));
    }
    return new CaseResult(
        string(object, "id"),
        constant(CaseGroup.class, object, "group"),
        string(object, "title"),
        strings(object, "codes"),
        string(object, "sent"),
        string(object, "received"),
        number(object, "status"),
        string(object, "error"),
        new Judgement(constant(Judgement.Outcome.class, object, "outcome"), findings));
  }

  private static String string(Json.Obj object, String name) {
    return object.string(name).orElseThrow(() -> missing(name, "a string"));
  }

  private static int number(Json.Obj object, String name) {
    if (object.get(name).orElse(new Json.Null()) instanceof Json.Num number
        && number.text().matches("\\d{1,3}")) {
      return Integer.parseInt(number.text());
    }
    throw missing(name, "a number");
  }

  private static <E extends Enum<E>> E constant(Class<E> type, Json.Obj object, String name) {
    try {
      return Enum.valueOf(type, string(object, name));
    } catch (IllegalArgumentException unknown) {
      throw missing(name, "one of " + List.of(type.getEnumConstants()));
    }
  }

  private static List<Json.Obj> objects(Json.Obj object, String name) {
    List<Json.Obj> objects = new ArrayList<>();
    for (Json item : items(object, name)) {
      if (!(item instanceof Json.Obj inner)) {
        throw missing(name, "a list of objects");
      }
      objects.add(inner);
    }
    return objects;
  }

  private static List<String> strings(Json.Obj object, String name) {
    List<String> strings = new ArrayList<>();
    for (Json item : items(object, name)) {
      if (!(item instanceof Json.Str text)) {
        throw missing(name, "a list of strings");
      }
      strings.add(text.value());
    }
    return strings;
  }

  private static List<Json> items(Json.Obj object, String name) {
    if (object.get(name).orElse(new Json.Null()) instanceof Json.Arr array) {
      return array.items();
    }
    throw missing(name, "a list");
  }

  private static IllegalArgumentException missing(String name, String what) {
    return new IllegalArgumentException("\"" + name + "\" is not " + what);
  }
}
