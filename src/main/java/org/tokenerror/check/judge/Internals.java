package org.tokenerror.check.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what shows how a server is made: stack traces, class names, SQL, paths, versions,
 * addresses.
 *
 * <p>It finds what is plain to see; a host name in a sentence it does not.
 */
final class Internals {
  private static final List<String> FRAMES =
      List.of(
          ".java:", "(native method)", "(unknown source)", "traceback (most recent", "caused by:");
  private static final List<String> PACKAGES =
      List.of(
          "java.", "javax.", "jakarta.", "org.springframework.", "org.apache.", "org.hibernate.");
  private static final List<String> STATEMENTS =
      List.of("select ", "insert into ", "sqlstate", "jdbc:", "ora-0");
  private static final List<String> PATHS =
      List.of(
          "/home/",
          "/usr/",
          "/var/",
          "/opt/",
          "/etc/",
          "web-inf",
          "c:\\users",
          "c:\\program",
          "c:\\\\");
  private static final List<String> PRODUCTS =
      List.of("tomcat", "jetty", "wildfly", "undertow", "glassfish", "payara", "jboss", "weblogic");

  private Internals() {}

  static Optional<String> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (hasAny(lower, FRAMES)) {
      return Optional.of("a stack trace");
    }
    if (hasAny(lower, STATEMENTS) && (lower.contains(" from ") || !lower.contains("select "))) {
      return Optional.of("a statement for a database");
    }
    if (hasAny(lower, PATHS)) {
      return Optional.of("a path");
    }
    String[] words = text.split("[^A-Za-z0-9_.$/:-]", -1);
    String before = "";
    for (String rough : words) {
      String word = withoutPunctuation(rough);
      if (isClass(word)) {
        return Optional.of("the name of a class");
      }
      if (isVersion(before, word.toLowerCase(Locale.ROOT))) {
        return Optional.of("the version of a server");
      }
      if (isAddress(word)) {
        return Optional.of("an address");
      }
      before = word.isEmpty() ? before : word.toLowerCase(Locale.ROOT);
    }
    return Optional.empty();
  }

  private static String withoutPunctuation(String word) {
    int end = word.length();
    while (end > 0 && ".:-".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }

  /**
   * Finds NullPointerException, com.example.TokenStoreError and whatever is in well-known packages.
   */
  private static boolean isClass(String word) {
    String name = word.substring(word.lastIndexOf('.') + 1);
    boolean failure =
        (name.endsWith("Exception") || (name.endsWith("Error") && name.length() < word.length()))
            && name.length() > "Exception".length()
            && Character.isUpperCase(name.charAt(0));
    boolean known =
        PACKAGES.stream().anyMatch(word::startsWith)
            && !name.isEmpty()
            && Character.isUpperCase(name.charAt(0));
    return failure || known;
  }

  /** Finds Tomcat/9.0.98 and Jetty 12. */
  private static boolean isVersion(String before, String word) {
    for (String product : PRODUCTS) {
      if (before.endsWith(product) && startsWithDigit(word)) {
        return true;
      }
      int at = word.indexOf(product + "/");
      if (at >= 0 && startsWithDigit(word.substring(at + product.length() + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Finds 10.0.0.17 and localhost:5432. */
  private static boolean isAddress(String word) {
    String host = word.contains(":") ? word.substring(0, word.indexOf(':')) : word;
    String[] parts = host.split("\\.", -1);
    boolean numbers =
        parts.length == 4 && List.of(parts).stream().allMatch(part -> part.matches("\\d{1,3}"));
    return numbers || (host.equals("localhost") && word.length() > host.length() + 1);
  }

  private static boolean startsWithDigit(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(0));
  }

  private static boolean hasAny(String lower, List<String> signs) {
    return signs.stream().anyMatch(lower::contains);
  }
}
