package org.tokenerror.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Spells the names of authentication schemes as their registry does.
 *
 * <p>It does not say whether anybody here can serve a scheme. An invented scheme such as {@code
 * Form} is returned as it came and is not registered.
 *
 * @see <a href="https://www.iana.org/assignments/http-authschemes">IANA, HTTP Authentication
 *     Schemes</a>
 */
public final class AuthScheme {

  // C23: the names of the registry.
  private static final Map<String, String> REGISTERED =
      List.of(
              "Basic",
              "Bearer",
              "Concealed",
              "Digest",
              "DPoP",
              "GNAP",
              "HOBA",
              "Mutual",
              "Negotiate",
              "OAuth",
              "PrivateToken",
              "SCRAM-SHA-1",
              "SCRAM-SHA-256",
              "vapid")
          .stream()
          .collect(Collectors.toUnmodifiableMap(Grammar::lowerCase, Function.identity()));

  private AuthScheme() {}

  /**
   * Gives a scheme its registered spelling, since schemes are compared without case (C3).
   *
   * @param scheme a scheme in any case
   * @return the registered spelling, or the scheme itself if it is not registered
   */
  public static String canonical(String scheme) {
    return REGISTERED.getOrDefault(Grammar.lowerCase(scheme), scheme);
  }

  /**
   * Tells whether a scheme is in the registry.
   *
   * @param scheme a scheme in any case
   * @return true if it is registered
   */
  public static boolean isRegistered(String scheme) {
    return REGISTERED.containsKey(Grammar.lowerCase(scheme));
  }
}
