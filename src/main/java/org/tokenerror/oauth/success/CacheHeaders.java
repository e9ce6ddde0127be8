package org.tokenerror.oauth.success;

import org.tokenerror.http.Headers;

/**
 * Knows the header fields that keep an answer out of caches.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, section 5.1</a>
 */
public final class CacheHeaders {
  private CacheHeaders() {}

  /**
   * Returns what an answer lacks to be kept out of caches (E1, E3).
   *
   * <p>It never takes anything away: {@code no-store} beats every other directive.
   *
   * @param headers the header fields the answer has
   * @return the fields to add, each as a line of its own; empty when nothing is missing
   */
  public static Headers missingFrom(Headers headers) {
    Headers missing = Headers.empty();
    // RFC 6749 5.1: MUST include "Cache-Control" with a value of "no-store"
    if (!headers.hasToken("Cache-Control", "no-store")) {
      missing = missing.plus("Cache-Control", "no-store");
    }
    // RFC 6749 5.1: as well as "Pragma" with a value of "no-cache"
    if (!headers.contains("Pragma")) {
      missing = missing.plus("Pragma", "no-cache");
    }
    return missing;
  }
}
