package org.tokenerror.oauth.dialect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tokenerror.http.Json;
import org.tokenerror.oauth.DialectException;
import org.tokenerror.oauth.OAuthErrorCode;

/**
 * Wraps a value of a dialect file so that a mistake can be told with its place.
 *
 * @param file the file's name
 * @param pointer the JSON pointer of the value
 * @param value what was read
 */
record DialectNode(String file, String pointer, Json value) {

  /** Says that something is wrong here. */
  DialectException mistake(String reason) {
    return new DialectException(file, pointer, reason);
  }

  /** Reads an object that has no other members than these. */
  Map<String, DialectNode> object(Set<String> known) {
    Map<String, DialectNode> members = object();
    for (Map.Entry<String, DialectNode> member : members.entrySet()) {
      if (!known.contains(member.getKey())) {
        throw member
            .getValue()
            .mistake(
                "unknown member; known are " + String.join(", ", known.stream().sorted().toList()));
      }
    }
    return members;
  }

  Map<String, DialectNode> object() {
    if (!(value instanceof Json.Obj object)) {
      throw mistake("must be an object");
    }
    Map<String, DialectNode> members = new LinkedHashMap<>();
    for (Json.Member member : object.members()) {
      members.put(member.name(), child(member.name(), member.value()));
    }
    return members;
  }

  List<DialectNode> array() {
    if (!(value instanceof Json.Arr array)) {
      throw mistake("must be an array");
    }
    List<DialectNode> items = new ArrayList<>();
    for (Json item : array.items()) {
      items.add(child(String.valueOf(items.size()), item));
    }
    return items;
  }

  /** Reads a text that is not blank. */
  String text() {
    if (!(value instanceof Json.Str text)) {
      throw mistake("must be a string");
    }
    if (text.value().isBlank()) {
      throw mistake("must not be blank");
    }
    return text.value();
  }

  /** Reads a text, a number or a truth value as text. */
  String scalar() {
    if (value instanceof Json.Num && value.toJava() instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return JsonPath.text(value)
        .orElseThrow(() -> mistake("must be a string, a number, true or false"));
  }

  int status() {
    if (value instanceof Json.Num && value.toJava() instanceof BigDecimal number) {
      int status = number.intValue();
      if (status >= 200 && status <= 599) {
        return status;
      }
    }
    throw mistake("must be an HTTP status from 200 to 599");
  }

  JsonPath path() {
    String text = text();
    if (!text.startsWith("/")) {
      throw mistake("must be a JSON pointer, which begins with /");
    }
    return JsonPath.of(text);
  }

  OAuthErrorCode code() {
    String text = text();
    return OAuthErrorCode.ofWireName(text)
        .orElseThrow(() -> mistake("'" + text + "' is no registered OAuth error code"));
  }

  private DialectNode child(String name, Json inner) {
    return new DialectNode(file, pointer + "/" + JsonPath.escape(name), inner);
  }
}
