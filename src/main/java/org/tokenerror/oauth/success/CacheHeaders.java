package org.tokenerror.oauth.success;

import org.tokenerror.http.Headers;

/**
 * Knows the header fields that keep an answer out of caches.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, section 5.1</a>
 */
public final class CacheHeaders {
  /** RFC 6749 5.1: MUST include "Cache-Control" with a value of "no-store". */
  private static final Headers NO_STORE = Headers.of("Cache-Control", "no-store");

  /** RFC 6749 5.1: as well as "Pragma" with a value of "no-cache". */
  private static final Headers NO_CACHE = Headers.of("Pragma", "no-cache");

  private static final Headers BOTH = NO_STORE.plus("Pragma", "no-cache");

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
    boolean stored = !headers.hasToken("Cache-Control", "no-store");
    if (headers.contains("Pragma")) {
      return stored ? NO_STORE : Headers.empty();
    }
    return stored ? BOTH : NO_CACHE;
  }
}
