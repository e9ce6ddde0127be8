package org.tokenerror.oauth.decision;

import java.util.Optional;
import org.tokenerror.oauth.OAuthErrorCode;

/**
 * Says which codes a proof from the request corrects when a servlet, or another rule, gave them.
 *
 * <p>A server that is overloaded or down is never corrected: it may not have read the request.
 */
enum Correction {
  /** Corrects nothing. */
  NOTHING,
  /** Corrects every code: whatever else may be wrong, this is. */
  EVERYTHING,
  /** Corrects a server that says it failed. */
  FAILURE,
  /** Corrects a server that says it failed, or that did not find the grant type it was sent. */
  UNREAD,
  /** Corrects a server that says it failed, or that the client is not the one it says it is. */
  CLIENT,
  /** Corrects a server that says it failed, or that it got a grant it does not like. */
  GRANT,
  /** Corrects a server that says that an authenticated client may not do something. */
  PERMISSION,
  /** Corrects a server that blames the request or the client. */
  BLAME;

  /** Tells whether a code is corrected. */
  boolean covers(String wireName) {
    Optional<OAuthErrorCode> code = OAuthErrorCode.ofWireName(wireName);
    if (code.isEmpty()) {
      return this == EVERYTHING;
    }
    return switch (code.get()) {
      case TEMPORARILY_UNAVAILABLE -> false;
      case SERVER_ERROR -> this != NOTHING && this != PERMISSION && this != BLAME;
      case UNSUPPORTED_GRANT_TYPE -> this == UNREAD || this == EVERYTHING;
      case INVALID_REQUEST -> this == BLAME || this == EVERYTHING;
      case INVALID_CLIENT -> this == CLIENT || this == BLAME || this == EVERYTHING;
      case UNAUTHORIZED_CLIENT -> this == PERMISSION || this == EVERYTHING;
      case INVALID_GRANT -> this == GRANT || this == EVERYTHING;
      default -> this == EVERYTHING;
    };
  }
}
