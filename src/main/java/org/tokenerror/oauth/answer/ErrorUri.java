package org.tokenerror.oauth.answer;

import java.util.Locale;
import java.util.Optional;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.said.Said;
import org.tokenerror.oauth.signs.UnsafeText;

/** Decides about the servlet's {@code error_uri}. */
final class ErrorUri {
  private ErrorUri() {}

  /** Finds the servlet's own page about the error, if a client can use it. */
  static Optional<String> find(Said said, RequestFacts request) {
    return said.members()
        .flatMap(members -> members.string("error_uri"))
        .filter(uri -> isUsable(uri, request));
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
