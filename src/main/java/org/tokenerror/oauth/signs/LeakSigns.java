package org.tokenerror.oauth.signs;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises words that do not belong into an answer: paths, hosts, versions, tokens, markup (H1,
 * H2).
 *
 * <p>It looks at one word after the other, so that it is linear in the text.
 */
final class LeakSigns {
  private static final int SHORT_TOKEN = 5;
  private static final int LONG_TOKEN = 20;
  private static final int LONG_HEX = 24;
  private static final int UUID_LENGTH = 36;

  private static final Set<String> TOP_LEVEL =
      Set.of(
          "com",
          "net",
          "org",
          "io",
          "dev",
          "local",
          "internal",
          "intranet",
          "corp",
          "lan",
          "home",
          "example",
          "test",
          "cloud",
          "app",
          "de",
          "uk",
          "fr",
          "eu",
          "jp",
          "cn");

  private static final List<String> HEADERS =
      List.of("set-cookie:", "location:", "content-type:", "content-length:", "http/1.", "http/2");

  private LeakSigns() {}

  static boolean in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return hasMarkup(text)
        || endsWithIdentifier(text)
        || InternalSigns.hasOneOf(HEADERS, lower)
        || InternalSigns.tokens(text).stream()
            .map(InternalSigns::withoutPunctuation)
            .anyMatch(LeakSigns::isLeak);
  }

  private static boolean isLeak(String token) {
    return token.contains("://")
        || token.startsWith("localhost")
        || isPath(token)
        || isHost(token)
        || isVersion(token)
        || isSecretLike(token);
  }

  /** Finds what many servers put behind a colon: the value they do not accept. */
  private static boolean endsWithIdentifier(String text) {
    int colon = text.lastIndexOf(": ");
    String last = InternalSigns.withoutPunctuation(text.substring(colon + 1).strip());
    return colon > 0
        && last.length() >= SHORT_TOKEN
        && last.chars().allMatch(LeakSigns::isTokenCharacter)
        && last.chars().anyMatch(Character::isDigit)
        && last.chars().anyMatch(Character::isLowerCase);
  }

  private static boolean hasMarkup(String text) {
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      if (Character.isLetter(next) || next == '/' || next == '!' || next == '?') {
        return true;
      }
    }
    return false;
  }

  /** Finds {@code /etc/x}, {@code /WEB-INF/x}, {@code C:\x} and {@code \\host\x}. */
  private static boolean isPath(String token) {
    String slashed = token.replace('\\', '/');
    boolean drive =
        slashed.length() > 3
            && Character.isLetter(slashed.charAt(0))
            && slashed.startsWith(":/", 1);
    boolean rooted = slashed.startsWith("/") && slashed.indexOf('/', 1) > 1;
    return drive || rooted || (slashed.startsWith("//") && slashed.length() > 3);
  }

  /** Finds {@code db1.example.com}, {@code 10.0.0.1} and {@code db1:5432}. */
  private static boolean isHost(String token) {
    int colon = token.lastIndexOf(':');
    if (colon <= 0 && token.indexOf('.') < 0) {
      return false;
    }
    boolean port = colon > 0 && colon < token.length() - 1 && isDigits(token.substring(colon + 1));
    String host = port ? token.substring(0, colon) : token;
    String[] labels = host.split("\\.", -1);
    for (String label : labels) {
      if (label.isEmpty() || !label.chars().allMatch(c -> isNameCharacter(c) && c != '_')) {
        return false;
      }
    }
    String last = labels[labels.length - 1];
    if (labels.length == 4 && List.of(labels).stream().allMatch(LeakSigns::isDigits)) {
      return true;
    }
    boolean named = labels.length > 1 && TOP_LEVEL.contains(last.toLowerCase(Locale.ROOT));
    boolean portOfHost =
        port
            && token.length() - colon > 2
            && host.chars().anyMatch(Character::isLetter)
            && host.chars().anyMatch(c -> c == '-' || c == '.' || Character.isDigit(c));
    return (named && host.length() > last.length() + 2) || portOfHost;
  }

  /** Finds {@code Tomcat/9.0}, {@code v1.2} and {@code 1.2.3}. */
  private static boolean isVersion(String token) {
    int slash = token.indexOf('/');
    String number = token.substring(slash + 1);
    if (number.indexOf('.') < 0) {
      return false;
    }
    String bare = number.startsWith("v") ? number.substring(1) : number;
    String[] parts = bare.split("\\.", -1);
    boolean numbers = List.of(parts).stream().allMatch(LeakSigns::isDigits);
    int needed = slash > 0 || number.length() > bare.length() ? 2 : 3;
    return numbers && parts.length >= needed;
  }

  /** Finds JWTs, long hexadecimal numbers, UUIDs and long mixtures of letters and digits. */
  private static boolean isSecretLike(String token) {
    if (token.startsWith("eyJ") && token.length() > LONG_TOKEN) {
      return true;
    }
    if (token.length() < LONG_TOKEN || !token.chars().allMatch(LeakSigns::isTokenCharacter)) {
      return false;
    }
    boolean hex = token.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '-');
    if (hex && (token.length() == UUID_LENGTH || token.length() >= LONG_HEX)) {
      return true;
    }
    long digits = token.chars().filter(Character::isDigit).count();
    boolean upper = token.chars().anyMatch(Character::isUpperCase);
    boolean lower = token.chars().anyMatch(Character::isLowerCase);
    return digits >= 2 && upper && lower;
  }

  private static boolean isTokenCharacter(int c) {
    return isNameCharacter(c) || "+/.~".indexOf(c) >= 0;
  }

  private static boolean isNameCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
