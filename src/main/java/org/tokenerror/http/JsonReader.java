package org.tokenerror.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Builds the tree of a JSON text, or of what is left of one.
 *
 * <p>It keeps the objects and arrays that are open on a stack of its own instead of calling itself,
 * so no text can make it overflow; from {@value #MOST_KEPT} levels on it checks values without
 * keeping them. Each step consumes a character or closes a level. What it meets against the grammar
 * is passed over: a missing or a superfluous comma, a name without value, a bracket that closes
 * something else, the end of the text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-9">RFC 8259, section 9</a>
 */
final class JsonReader {

  private static final int MOST_KEPT = 64;

  private final JsonScanner scanner;
  private final Deque<Level> open = new ArrayDeque<>();
  private int openObjects;
  private Json root = new Json.Null();

  private JsonReader(JsonScanner scanner) {
    this.scanner = scanner;
  }

  static Optional<Json.Document> read(String text) {
    JsonScanner scanner = new JsonScanner(text, 0);
    scanner.skipSpace();
    return "{[\"".indexOf(scanner.peek()) < 0
        ? Optional.empty()
        : Optional.of(new JsonReader(scanner).document());
  }

  static Optional<Json.Document> readEmbedded(String text) {
    Optional<Json.Document> whole = read(text);
    if (whole.filter(it -> it.strict() || it.root() instanceof Json.Obj).isPresent()) {
      return whole;
    }
    int start = plausibleStart(text);
    if (start < 0) {
      return whole;
    }
    Json.Document found = new JsonReader(new JsonScanner(text, start)).document();
    return Optional.of(new Json.Document(found.root(), false));
  }

  /** Finds a bracket that JSON would go on after, which those of prose and style sheets are not. */
  private static int plausibleStart(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '[') {
        int next = i + 1;
        while (next < text.length() && JsonScanner.isSpace(text.charAt(next))) {
          next++;
        }
        char follower = next < text.length() ? text.charAt(next) : ' ';
        if (follower == '"'
            || (c == '[' && follower == '{')
            || (c == '{' && isPrinted(text, next))) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Tells whether a name and a {@code =} come next, as in a Java map that was printed. */
  private static boolean isPrinted(String text, int from) {
    int end = from;
    while (end < text.length() && JsonScanner.isNameChar(text.charAt(end))) {
      end++;
    }
    return end > from && end < text.length() && text.charAt(end) == '=';
  }

  private Json.Document document() {
    readValue(false);
    while (!open.isEmpty()) {
      scanner.skipSpace();
      if (scanner.atEnd()) {
        scanner.notStrict();
        close();
      } else {
        step(open.element());
      }
    }
    scanner.skipSpace();
    // A20: "The names within an object SHOULD be unique", and those of a response must.
    boolean repeated = root instanceof Json.Obj object && object.hasDuplicates();
    return new Json.Document(root, scanner.isStrict() && scanner.atEnd() && !repeated);
  }

  private void step(Level level) {
    char c = scanner.peek();
    if (c == ',') {
      expect(level.last == Last.ITEM);
      level.last = Last.COMMA;
      scanner.skip();
    } else if (c == '}' || c == ']') {
      closeWith(c, level);
    } else {
      expect(level.last != Last.ITEM);
      level.last = Last.ITEM;
      if (level.isObject) {
        readMember(level);
      } else {
        readValue(false);
      }
    }
  }

  private void readMember(Level object) {
    char c = scanner.peek();
    boolean quoted = c == '"' || c == '\'';
    object.name = quoted ? scanner.string() : scanner.bareName();
    if (!quoted && object.name.isEmpty()) {
      scanner.skip();
      return;
    }
    scanner.skipSpace();
    boolean printed = scanner.peek() == '=';
    if (!printed && scanner.peek() != ':') {
      scanner.notStrict();
      return;
    }
    expect(!printed);
    scanner.skip();
    scanner.skipSpace();
    readValue(printed);
  }

  /** Reads a value, or starts one that has several; reads nothing where the value was forgotten. */
  private void readValue(boolean printed) {
    switch (scanner.peek()) {
      case '{', '[' -> open();
      case '"' -> deliver(new Json.Str(scanner.string()));
      case ',', '}', ']', '\0' -> scanner.notStrict();
      case '\'' -> deliver(new Json.Str(printed ? scanner.printedValue() : scanner.string()));
      default -> deliver(unquoted(printed ? scanner.printedValue() : scanner.bareValue()));
    }
  }

  private Json unquoted(String text) {
    if (JsonScanner.isNumber(text)) {
      return new Json.Num(text);
    }
    String literal = text.toLowerCase(Locale.ROOT);
    expect(text.equals(literal));
    return switch (literal) {
      case "true" -> new Json.Bool(true);
      case "false" -> new Json.Bool(false);
      case "null" -> new Json.Null();
      default -> {
        scanner.notStrict();
        yield new Json.Str(text);
      }
    };
  }

  private void open() {
    boolean isObject = scanner.peek() == '{';
    scanner.skip();
    openObjects += isObject ? 1 : 0;
    open.push(new Level(isObject, open.size() < MOST_KEPT));
  }

  private void closeWith(char bracket, Level level) {
    boolean closesObject = bracket == '}';
    if (level.isObject == closesObject) {
      expect(level.last != Last.COMMA);
      scanner.skip();
      close();
      return;
    }
    scanner.notStrict();
    // The bracket of a level further out closes this one as well; one of no level is passed over.
    int candidates = closesObject ? openObjects : open.size() - openObjects;
    if (candidates > 0) {
      close();
    } else {
      scanner.skip();
    }
  }

  private void close() {
    Level level = open.pop();
    openObjects -= level.isObject ? 1 : 0;
    deliver(level.value());
  }

  private void deliver(Json value) {
    if (open.isEmpty()) {
      root = value;
    } else {
      open.element().add(value);
    }
  }

  private void expect(boolean legal) {
    if (!legal) {
      scanner.notStrict();
    }
  }

  /** Says what was read last on a level. */
  private enum Last {
    BRACKET,
    ITEM,
    COMMA
  }

  /** Collects an object or an array that is not closed yet. */
  private static final class Level {
    private final boolean isObject;
    private final boolean isKept;
    private final List<Json.Member> members;
    private final List<Json> items;
    private Last last = Last.BRACKET;
    private String name = "";

    Level(boolean isObject, boolean isKept) {
      this.isObject = isObject;
      this.isKept = isKept;
      this.members = isObject && isKept ? new ArrayList<>() : List.of();
      this.items = !isObject && isKept ? new ArrayList<>() : List.of();
    }

    void add(Json value) {
      if (isKept && isObject) {
        members.add(new Json.Member(name, value));
      } else if (isKept) {
        items.add(value);
      }
    }

    Json value() {
      if (!isKept) {
        return new Json.Null();
      }
      return isObject ? new Json.Obj(members) : new Json.Arr(items);
    }
  }
}
