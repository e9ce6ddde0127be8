package org.tokenerror.check;

import java.util.Optional;
import org.tokenerror.check.judge.Judge;
import org.tokenerror.check.wire.RawResponse;

/**
 * Finds out that an address is not that of a token endpoint, from how it answers an unknown client.
 *
 * <p>It cannot tell for sure: a token servlet may well answer an unknown client with a web page and
 * 200. That is why a user can insist, and why anybody who gets a token settles it.
 */
final class NoTokenEndpoint {
  private NoTokenEndpoint() {}

  /** Returns why this is no token endpoint, empty if it may be one. */
  static Optional<String> reason(RawResponse toUnknownClient) {
    int status = toUnknownClient.status();
    if (Judge.error(toUnknownClient).isPresent()) {
      return Optional.empty();
    }
    if (status == 404 || status == 410) {
      return Optional.of("there is nothing (status " + status + ")");
    }
    if (status == 405) {
      return Optional.of("it does not take POST (status 405)");
    }
    if (status >= 300 && status < 400) {
      return Optional.of("it redirects a POST (status " + status + "); redirects are not followed");
    }
    if (status < 300) {
      return Optional.of(
          "it answers an unknown client with status "
              + status
              + " and no error, as a web page does");
    }
    return Optional.empty();
  }
}
