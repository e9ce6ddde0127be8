package org.tokenerror.http;

/**
 * Recognises RFC 8259 by recursive descent, rule by rule as the RFC has them, to compare {@link
 * Json} with.
 *
 * <p>Surrogates that are not in a pair are not text.
 */
final class JsonGrammar {

  private final String text;
  private int position;

  private JsonGrammar(String text) {
    this.text = text;
  }

  static boolean matches(String text) {
    JsonGrammar grammar = new JsonGrammar(text);
    return grammar.value() && grammar.position == text.length();
  }

  private boolean value() {
    ws();
    boolean matches =
        switch (position < text.length() ? text.charAt(position) : ' ') {
          case '{' -> object();
          case '[' -> array();
          case '"' -> string();
          case 't' -> word("true");
          case 'f' -> word("false");
          case 'n' -> word("null");
          default -> number();
        };
    ws();
    return matches;
  }

  private void ws() {
    while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private boolean object() {
    if (!word("{")) {
      return false;
    }
    ws();
    if (word("}")) {
      return true;
    }
    do {
      ws();
      if (!string()) {
        return false;
      }
      ws();
      if (!word(":") || !value()) {
        return false;
      }
    } while (word(","));
    return word("}");
  }

  private boolean array() {
    if (!word("[")) {
      return false;
    }
    ws();
    if (word("]")) {
      return true;
    }
    do {
      if (!value()) {
        return false;
      }
    } while (word(","));
    return word("]");
  }

  private boolean string() {
    if (!word("\"")) {
      return false;
    }
    while (position < text.length() && text.charAt(position) != '"') {
      if (!character()) {
        return false;
      }
    }
    return word("\"");
  }

  private boolean character() {
    int c = text.codePointAt(position);
    position += Character.charCount(c);
    if (c != '\\') {
      return c >= ' ' && !(c >= 0xd800 && c <= 0xdfff);
    }
    if (word("u")) {
      int end = position + 4;
      while (position < end && position < text.length() && isHex(text.charAt(position))) {
        position++;
      }
      return position == end;
    }
    position++;
    return position <= text.length() && "\"\\/bfnrt".indexOf(text.charAt(position - 1)) >= 0;
  }

  private static boolean isHex(char c) {
    return "0123456789abcdefABCDEF".indexOf(c) >= 0;
  }

  private boolean number() {
    skip("-");
    if (!word("0") && !digits()) {
      return false;
    }
    if (word(".") && !digits()) {
      return false;
    }
    if (word("e") || word("E")) {
      skip(text.startsWith("+", position) ? "+" : "-");
      return digits();
    }
    return true;
  }

  private boolean digits() {
    int start = position;
    while (position < text.length() && "0123456789".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return position > start;
  }

  private void skip(String optional) {
    if (text.startsWith(optional, position)) {
      position += optional.length();
    }
  }

  private boolean word(String word) {
    if (!text.startsWith(word, position)) {
      return false;
    }
    position += word.length();
    return true;
  }
}
