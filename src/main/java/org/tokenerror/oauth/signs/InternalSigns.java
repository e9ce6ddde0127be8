package org.tokenerror.oauth.signs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Recognises text that shows how a server is made: frames, classes, SQL (H1). */
final class InternalSigns {
  private static final List<String> TEXTS =
      List.of(
          "caused by:",
          "nested exception",
          "stack trace",
          "stacktrace",
          "traceback",
          "sqlstate",
          "jdbc",
          "java.lang",
          "java.util",
          "javax.",
          "jakarta.",
          "org.springframework",
          "org.apache",
          "org.hibernate",
          "connection refused",
          "keystore",
          "select * from",
          "insert into ",
          "delete from ",
          "hikari",
          "nullpointer");

  private static final String SEPARATORS = " \t\n\u000b\f\r\"'()[]{}<>,;=|";

  /** No sign has fewer characters. */
  private static final int SHORTEST = 4;

  private InternalSigns() {}

  static boolean in(String text) {
    if (text.length() < SHORTEST) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return hasOneOf(TEXTS, lower)
        || isSelect(lower)
        || StackFrames.in(text)
        || tokens(text).stream().anyMatch(InternalSigns::isClassName);
  }

  /** Tells whether one of these occurs in a text. */
  static boolean hasOneOf(List<String> signs, String text) {
    for (int i = 0; i < signs.size(); i++) { // many signs, and many texts: no stream
      if (text.contains(signs.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Splits at all that cannot be part of a name, a path or a host. */
  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || SEPARATORS.indexOf(text.charAt(i)) >= 0) {
        if (i > start) {
          tokens.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return tokens;
  }

  private static boolean isSelect(String lower) {
    int select = lower.indexOf("select ");
    int update = lower.indexOf("update ");
    return (select >= 0 && lower.indexOf(" from ", select) > 0)
        || (update >= 0 && lower.indexOf(" set ", update) > 0);
  }

  /** Finds {@code com.example.Tokens}, {@code FooException} and {@code ORA-00942}. */
  private static boolean isClassName(String token) {
    String name = withoutPunctuation(token);
    if (name.startsWith("ORA-") && name.length() > 6) {
      return true;
    }
    boolean simple = name.length() > 10 && Character.isUpperCase(name.charAt(0));
    if (simple && (name.endsWith("Exception") || camelError(name))) {
      return true;
    }
    if (name.indexOf('.') < 0 && name.indexOf('\\') < 0) {
      return false;
    }
    String[] parts = name.replace('\\', '.').split("\\.", -1);
    String last = parts[parts.length - 1];
    return parts.length >= 3
        && !last.isEmpty()
        && Character.isUpperCase(last.charAt(0))
        && List.of(parts).subList(0, parts.length - 1).stream().allMatch(InternalSigns::isPackage);
  }

  private static boolean camelError(String name) {
    String stem = name.endsWith("Error") ? name.substring(0, name.length() - 5) : "";
    return stem.chars().anyMatch(Character::isLowerCase) && !stem.contains("OAuth");
  }

  private static boolean isPackage(String part) {
    return !part.isEmpty() && part.chars().allMatch(Character::isJavaIdentifierPart);
  }

  static String withoutPunctuation(String token) {
    int from = 0;
    int to = token.length();
    while (to > from && ".:!?".indexOf(token.charAt(to - 1)) >= 0) {
      to--;
    }
    while (from < to && ".:!?".indexOf(token.charAt(from)) >= 0) {
      from++;
    }
    return token.substring(from, to);
  }
}
