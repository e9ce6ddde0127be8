package org.tokenerror;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks the values of {@link TokenErrorSettings}.
 *
 * <p>It throws what {@link Setting#rejected(String)} makes, which names the option, the value and
 * what is allowed (S11).
 */
final class SettingsRules {
  private static final int LEAST_CAPTURE = 1024;
  private static final int MOST_CAPTURE = 16 * 1024 * 1024;
  private static final int LONGEST_REALM = 120;

  /** The registered schemes whose challenge needs nothing that only the servlet knows. */
  private static final List<String> CHALLENGEABLE = List.of("Basic", "Bearer", "DPoP", "Negotiate");

  private SettingsRules() {}

  /** Returns the items, each once. */
  static List<String> checked(
      Setting setting, List<String> items, Function<String, Optional<String>> flaw) {
    for (String item : items) {
      flaw.apply(item)
          .ifPresent(
              why -> {
                throw setting.rejected(item, why);
              });
    }
    return items.stream().distinct().toList();
  }

  /** RFC 6749, appendix A.1: "client-id = *VSCHAR". */
  static Optional<String> flawOfClient(String id) {
    return !id.isEmpty() && id.chars().allMatch(c -> c >= ' ' && c <= '~')
        ? Optional.empty()
        : Optional.of("a client id has printable ASCII characters only");
  }

  static Optional<String> flawOfPath(String path) {
    return path.isBlank() || path.endsWith("/")
        ? Optional.of("a dialect is a file")
        : Optional.empty();
  }

  static List<String> canonicalSchemes(List<String> schemes) {
    if (schemes.isEmpty()) {
      throw Setting.SUPPORTED_SCHEMES.rejected("", "every 401 needs a challenge");
    }
    List<String> canonical = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String scheme : schemes) {
      String spelling =
          CHALLENGEABLE.stream()
              .filter(scheme::equalsIgnoreCase)
              .findFirst()
              .orElseThrow(() -> Setting.SUPPORTED_SCHEMES.rejected(scheme));
      if (seen.add(spelling.toLowerCase(Locale.ROOT))) {
        canonical.add(spelling);
      }
    }
    return List.copyOf(canonical);
  }

  /** A quote or a backslash would be legal when escaped, but many clients cannot unescape. */
  static void checkRealm(String text) {
    boolean legal =
        !text.isBlank()
            && text.length() <= LONGEST_REALM
            && text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '"' && c != '\\');
    if (!legal) {
      throw Setting.REALM.rejected(text);
    }
  }

  static void checkCaptureLimit(int bytes) {
    if (bytes < LEAST_CAPTURE || bytes > MOST_CAPTURE) {
      throw Setting.CAPTURE_LIMIT.rejected(Integer.toString(bytes));
    }
  }
}
