package org.tokenerror.oauth;

import java.util.Locale;
import java.util.Optional;

/** Decides about the servlet's {@code error_uri}. */
final class ErrorUri {
  private ErrorUri() {}

  /** Finds the servlet's own page about the error, if a client can use it. */
  static Optional<String> find(Reading reading) {
    return reading
        .said()
        .members()
        .flatMap(members -> members.string("error_uri"))
        .filter(uri -> isUsable(uri, reading.request()));
  }

  /** A10, A11: an absolute http or https URI in legal characters, without a secret (H2). */
  static boolean isUsable(String uri, RequestFacts request) {
    return isAbsolute(uri) && !new UnsafeText(request).hasSecret(uri);
  }

  static boolean isAbsolute(String uri) {
    String lower = uri.toLowerCase(Locale.ROOT);
    return OAuthError.isLegalUri(uri)
        && (lower.startsWith("https://") || lower.startsWith("http://"));
  }
}
