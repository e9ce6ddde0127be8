package org.tokenerror.oauth.dialect;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.http.Json;
import org.tokenerror.oauth.DialectException;
import org.tokenerror.oauth.DialectSource;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.said.Causes;

/**
 * Reads a dialect file and checks every value in it.
 *
 * <p>It reads JSON values and no class of its own, so that a mistake can be told with its place.
 *
 * @see <a href="https://jakarta.ee/specifications/jsonb/3.0/">Jakarta JSON Binding</a>
 */
final class DialectReader {
  private static final Set<String> MEMBERS =
      Set.of("dialect", "about", "recognise", "code", "description", "loose", "codes");
  private static final Set<String> SHAPE = Set.of("members", "headers", "text", "status");
  private static final String HEADER = "header:";
  private static final String TEXT = "text:";
  private static final String ANYTHING = "*";

  private DialectReader() {}

  /**
   * Reads a file.
   *
   * @throws DialectException if the file has a mistake
   */
  static Dialect read(DialectSource source) {
    DialectNode root = new DialectNode(source.name(), "", parse(source));
    Map<String, DialectNode> members = root.object(MEMBERS);
    optional(members, "about").ifPresent(DialectNode::text);
    return new Dialect(
        required(root, members, "dialect").text(),
        required(root, members, "recognise").array().stream().map(DialectReader::shape).toList(),
        items(members, "code").stream().map(DialectReader::place).toList(),
        items(members, "description").stream().map(DialectNode::path).toList(),
        items(members, "loose").stream().map(DialectNode::code).toList(),
        optional(members, "codes").map(DialectReader::table).orElse(new CodeTable(Map.of())));
  }

  private static Json parse(DialectSource source) {
    Optional<Json.Document> document = Json.parse(source.text());
    Optional<Json.Obj> object = document.flatMap(Json.Document::object);
    object.ifPresent(found -> checkNames(found, source.name(), ""));
    if (object.isEmpty() || !document.get().strict()) {
      throw new DialectException(
          source.name(), "", "is no JSON object" + whereBroken(source.text()));
    }
    return object.get();
  }

  /** Asks JSON-B for the line of a mistake; for files without one it would be slow to start. */
  private static String whereBroken(String text) {
    try {
      Jsonb jsonb = JsonbBuilder.create();
      try {
        jsonb.fromJson(text, Map.class);
        return "";
      } finally {
        jsonb.close();
      }
    } catch (Exception broken) {
      return ": " + message(broken);
    }
  }

  /** Of two members of a name only one would count; in a table that would hide a mistake. */
  private static void checkNames(Json value, String file, String pointer) {
    if (value instanceof Json.Obj object) {
      Set<String> names = new HashSet<>();
      for (Json.Member member : object.members()) {
        String place = pointer + "/" + JsonPath.escape(member.name());
        if (!names.add(member.name())) {
          throw new DialectException(file, place, "is there twice");
        }
        checkNames(member.value(), file, place);
      }
    }
  }

  private static String message(Exception broken) {
    Throwable innermost = broken;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    return Causes.message(innermost).lines().findFirst().orElse("");
  }

  private static Recognition shape(DialectNode node) {
    Map<String, DialectNode> parts = node.object(SHAPE);
    if (parts.isEmpty()) {
      throw node.mistake("would recognise every answer");
    }
    Map<JsonPath, Set<String>> members = new HashMap<>();
    optional(parts, "members").ifPresent(part -> readMembers(part, members));
    Map<String, String> headers = new HashMap<>();
    optional(parts, "headers")
        .ifPresent(
            part ->
                part.object().forEach((name, text) -> headers.put(name, anything(text.text()))));
    Set<Integer> statuses = new HashSet<>();
    items(parts, "status").forEach(status -> statuses.add(status.status()));
    List<String> texts = items(parts, "text").stream().map(DialectNode::text).toList();
    return new Recognition(members, headers, texts, statuses);
  }

  private static void readMembers(DialectNode node, Map<JsonPath, Set<String>> members) {
    for (Map.Entry<String, DialectNode> member : node.object().entrySet()) {
      DialectNode value = member.getValue();
      if (!member.getKey().startsWith("/")) {
        throw value.mistake("the name must be a JSON pointer, which begins with /");
      }
      members.put(JsonPath.of(member.getKey()), values(value));
    }
  }

  private static Set<String> values(DialectNode node) {
    if (!(node.value() instanceof Json.Arr)) {
      String value = node.scalar();
      return value.equals(ANYTHING) ? Set.of() : Set.of(value);
    }
    Set<String> values = new HashSet<>();
    node.array().forEach(item -> values.add(item.scalar()));
    if (values.isEmpty()) {
      throw node.mistake("must not be empty; \"*\" stands for any value");
    }
    return values;
  }

  private static CodePlace place(DialectNode node) {
    String text = node.text();
    if (text.startsWith(HEADER) && text.length() > HEADER.length()) {
      return new CodePlace.InHeader(text.substring(HEADER.length()));
    }
    if (text.startsWith(TEXT) && text.endsWith("#") && text.length() > TEXT.length() + 1) {
      return new CodePlace.InText(text.substring(TEXT.length(), text.length() - 1));
    }
    if (text.startsWith("/")) {
      return new CodePlace.InMember(node.path());
    }
    throw node.mistake("must be a JSON pointer, header:NAME or text:PREFIX#");
  }

  private static CodeTable table(DialectNode node) {
    Map<String, Map<String, OAuthErrorCode>> table = new LinkedHashMap<>();
    node.object().forEach((code, meaning) -> table.put(code, meaning(meaning)));
    return new CodeTable(table);
  }

  private static Map<String, OAuthErrorCode> meaning(DialectNode node) {
    if (!(node.value() instanceof Json.Obj)) {
      return Map.of(CodeTable.ANY_GRANT, node.code());
    }
    Map<String, OAuthErrorCode> byGrant = new HashMap<>();
    node.object().forEach((grant, code) -> byGrant.put(grant, code.code()));
    if (!byGrant.containsKey(CodeTable.ANY_GRANT)) {
      throw node.mistake("must have a member \"*\" for the other grant types");
    }
    return Map.copyOf(byGrant);
  }

  private static String anything(String text) {
    return text.equals(ANYTHING) ? "" : text;
  }

  private static DialectNode required(
      DialectNode parent, Map<String, DialectNode> members, String name) {
    return optional(members, name)
        .orElseThrow(() -> parent.mistake("must have a member \"" + name + "\""));
  }

  private static Optional<DialectNode> optional(Map<String, DialectNode> members, String name) {
    return Optional.ofNullable(members.get(name));
  }

  private static List<DialectNode> items(Map<String, DialectNode> members, String name) {
    return optional(members, name).map(DialectNode::array).orElse(new ArrayList<>());
  }
}
