package org.tokenerror.oauth.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tokenerror.http.Json;

/**
 * Finds codes and messages among the members of an object, however they are named and nested.
 *
 * <p>Numbers are never taken for codes: those in a body are not HTTP statuses, and what else they
 * mean only a dialect table can tell.
 */
final class MemberReader {
  private static final int DEEPEST = 6;
  private static final int MOST_VALUES = 64;

  /** Names of members that hold codes, folded, the likeliest first. */
  private static final List<String> CODES =
      List.of(
          "error",
          "errorcode",
          "errcode",
          "errortype",
          "code",
          "type",
          "status",
          "name",
          "key",
          "errorname",
          "faultcode",
          "errors",
          "errorreason",
          "reason");

  /** Names of members that hold messages, folded, the likeliest first. */
  private static final List<String> MESSAGES =
      List.of(
          "errordescription",
          "errordesc",
          "description",
          "message",
          "errormessage",
          "errormsg",
          "errmsg",
          "msg",
          "detail",
          "details",
          "errordetail",
          "endesc",
          "desc",
          "errorsummary",
          "summary",
          "faultstring",
          "hint",
          "reason",
          "title",
          "error",
          "errors",
          "label");

  private final List<List<String>> codes = lists(CODES);
  private final List<List<String>> messages = lists(MESSAGES);
  private final List<String> others = new ArrayList<>();
  private int values;

  private MemberReader() {}

  static Said read(Json.Obj object) {
    return readAny(object);
  }

  static Said readAny(Json root) {
    MemberReader reader = new MemberReader();
    reader.visit("", root, 0);
    return new Said(
        flat(reader.codes),
        flat(reader.messages),
        reader.others,
        root instanceof Json.Obj object ? Optional.of(object) : Optional.empty());
  }

  /**
   * Folds a member's name so that {@code error_code}, {@code errorCode} and {@code ErrorCode}
   * agree.
   */
  static String foldName(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    name.chars().filter(Character::isLetterOrDigit).forEach(c -> folded.append((char) c));
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  private void visit(String name, Json value, int depth) {
    if (depth > DEEPEST || values > MOST_VALUES) {
      return;
    }
    if (value instanceof Json.Obj object) {
      for (Json.Member member : object.members()) {
        visit(foldName(member.name()), member.value(), depth + 1);
      }
    } else if (value instanceof Json.Arr array) {
      arrayOfWords(name, array);
      for (Json item : array.items()) {
        visit(name, item, depth + 1);
      }
    } else if (value instanceof Json.Str string && !string.value().isBlank()) {
      values++;
      take(name, string.value());
    }
  }

  /** Reads {@code ["invalid","client"]} as one code. */
  private void arrayOfWords(String name, Json.Arr array) {
    boolean words =
        array.items().size() > 1
            && array.items().size() <= 4
            && array.items().stream().allMatch(item -> item instanceof Json.Str);
    if (words && CODES.contains(name)) {
      StringBuilder joined = new StringBuilder();
      array.items().forEach(item -> joined.append(((Json.Str) item).value()).append(' '));
      codes.get(CODES.indexOf(name)).add(joined.toString());
    }
  }

  private void take(String name, String value) {
    int code = CODES.indexOf(name);
    int message = MESSAGES.indexOf(name);
    if (code >= 0) {
      codes.get(code).add(value);
    }
    if (message >= 0 && (code < 0 || value.strip().indexOf(' ') > 0)) {
      messages.get(message).add(value);
    }
    if (code < 0 && message < 0) {
      others.add(value);
    }
  }

  private static List<List<String>> lists(List<String> names) {
    List<List<String>> lists = new ArrayList<>();
    names.forEach(name -> lists.add(new ArrayList<>()));
    return lists;
  }

  private static List<String> flat(List<List<String>> lists) {
    List<String> all = new ArrayList<>();
    lists.forEach(all::addAll);
    return all;
  }
}
