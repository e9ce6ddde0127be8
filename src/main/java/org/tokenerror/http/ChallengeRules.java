package org.tokenerror.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows what single schemes ask of the content of their challenges, and repairs what does not
 * comply.
 *
 * <p>It does not know the syntax that all challenges share, and it invents nothing but an empty
 * realm: a Digest challenge without nonce stays one (C20).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617#section-2">RFC 7617, section 2 (Basic)</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3 (Bearer)</a>
 */
final class ChallengeRules {

  private static final Set<String> WITHOUT_TOKEN68 = Set.of("basic", "bearer", "digest", "dpop");
  private static final Set<String> WITH_ERROR = Set.of("bearer", "dpop");
  private static final Set<String> NQCHAR_PARAMETERS =
      Set.of("error", "error_description", "scope");

  private ChallengeRules() {}

  /** Tells the schemes whose definition has parameters only. */
  static boolean hasNoToken68(String scheme) {
    return WITHOUT_TOKEN68.contains(Grammar.lowerCase(scheme));
  }

  /** Tells whether a challenge already says what its scheme allows, in ASCII. */
  static boolean isLegal(Challenge challenge) {
    return repair(challenge).equals(challenge);
  }

  /** Returns the nearest challenge that its scheme allows; the same one if it does. */
  static Challenge repair(Challenge challenge) {
    boolean withoutToken68 = hasNoToken68(challenge.scheme());
    Map<String, String> repaired = new LinkedHashMap<>();
    challenge
        .parameters()
        .forEach(
            (name, value) ->
                repairValue(challenge, name, AsciiFolding.fold(value))
                    .ifPresent(legal -> repaired.put(name, legal)));
    // C11: "The authentication parameter 'realm' is REQUIRED" (Basic).
    boolean realmMissing = challenge.hasScheme("Basic") && !repaired.containsKey("realm");
    // C14: "This scheme MUST be followed by one or more auth-param values" (Bearer).
    boolean parameterMissing = challenge.hasScheme("Bearer") && repaired.isEmpty();
    if (realmMissing || parameterMissing) {
      return new Challenge(challenge.scheme(), Optional.empty(), realmFirst(repaired));
    }
    return new Challenge(
        challenge.scheme(),
        withoutToken68 ? Optional.empty() : challenge.token68(),
        Collections.unmodifiableMap(repaired));
  }

  private static Map<String, String> realmFirst(Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("realm", "");
    all.putAll(others);
    return all;
  }

  private static Optional<String> repairValue(Challenge challenge, String name, String value) {
    if (challenge.hasScheme("Basic") && name.equals("charset")) {
      // C12: "The only allowed value is 'UTF-8'; it is to be matched case-insensitively".
      return Optional.of(value).filter("UTF-8"::equalsIgnoreCase);
    }
    if (WITH_ERROR.contains(Grammar.lowerCase(challenge.scheme()))) {
      if (NQCHAR_PARAMETERS.contains(name)) {
        // C16: "MUST NOT include characters outside the set %x20-21 / %x23-5B / %x5D-7E".
        return Optional.of(value.replace('"', '\'').replace('\\', '/'));
      }
      if (name.equals("error_uri")) {
        // C17: an absolute URI, or none.
        return Optional.of(value).filter(ChallengeRules::isAbsoluteUri);
      }
    }
    return Optional.of(value);
  }

  private static boolean isAbsoluteUri(String value) {
    int colon = value.indexOf(':');
    return colon > 0
        && colon < value.length() - 1
        && Grammar.isAlphaOrDigit(value.charAt(0))
        && !Character.isDigit(value.charAt(0))
        && value.substring(0, colon).chars().allMatch(c -> isSchemeChar((char) c))
        && value.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\');
  }

  private static boolean isSchemeChar(char c) {
    return Grammar.isAlphaOrDigit(c) || c == '+' || c == '-' || c == '.';
  }
}
