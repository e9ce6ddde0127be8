package org.tokenerror.check.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what shows how a server is made: stack traces, class names, SQL, paths, versions,
 * addresses.
 *
 * <p>It finds what is plain to see; a host name in a sentence it does not.
 */
final class Internals {
  private static final Pattern FRAME =
      Pattern.compile(
          "\\.(?:java|kt|scala|groovy|py|rb|js|mjs|ts|go|php|cs|rs):\\d|\\.java:|\\.py\\\\?\", line \\d"
              + "|\\(native method\\)|\\(unknown source\\)|traceback \\(most recent|caused by:"
              + "|goroutine \\d",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> PACKAGES =
      List.of(
          "java.", "javax.", "jakarta.", "org.springframework.", "org.apache.", "org.hibernate.");

  /** Select and from alone are English; in capitals, with a star or with a where they are none. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\bSELECT\\s.{1,400}\\sFROM\\s|\\bINSERT INTO\\s|(?i:\\bselect\\s+(?:\\w+\\.)?\\*\\s+from\\s"
              + "|\\bselect\\s[\\w., ]{1,200}\\sfrom\\s\\w{1,100}\\swhere\\s"
              + "|\\binsert into \\w+ ?\\(|sqlstate|jdbc:|ora-0)",
          Pattern.DOTALL);

  /** A path begins where no address goes on. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?<![\\w./:-])(?:file:/{0,2})?/(?:home|usr|var|opt|etc|srv|root|tmp)/|web-inf|c:\\\\",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> PRODUCTS =
      List.of("tomcat", "jetty", "wildfly", "undertow", "glassfish", "payara", "jboss", "weblogic");

  /** These are words as well: only a slash makes the number behind them a version. */
  private static final List<String> OTHER_PRODUCTS =
      List.of(
          "nginx",
          "apache",
          "httpd",
          "openresty",
          "iis",
          "php",
          "openssl",
          "gunicorn",
          "werkzeug",
          "netty");

  private Internals() {}

  static Optional<String> in(String text) {
    if (FRAME.matcher(text).find()) {
      return Optional.of("a stack trace");
    }
    if (STATEMENT.matcher(text).find()) {
      return Optional.of("a statement for a database");
    }
    if (PATH.matcher(text).find()) {
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

  /** Finds Tomcat/9.0.98, Jetty 12 and nginx/1.25. */
  private static boolean isVersion(String before, String word) {
    boolean apart = startsWithDigit(word) && PRODUCTS.stream().anyMatch(before::endsWith);
    return apart
        || Stream.concat(PRODUCTS.stream(), OTHER_PRODUCTS.stream())
            .anyMatch(product -> isVersionOf(product + "/", word));
  }

  private static boolean isVersionOf(String sign, String word) {
    int at = word.indexOf(sign);
    return at >= 0 && startsWithDigit(word.substring(at + sign.length()));
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
}
