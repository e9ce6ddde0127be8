package org.tokenerror.check.judge;

import java.util.Set;

/**
 * Knows the codes that a token endpoint may answer with.
 *
 * @see <a
 *     href="https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#extensions-error">IANA:
 *     OAuth Extensions Error Registry</a>
 */
final class Codes {
  static final String INVALID_REQUEST = "invalid_request";
  static final String INVALID_CLIENT = "invalid_client";
  static final String INVALID_GRANT = "invalid_grant";
  static final String UNAUTHORIZED_CLIENT = "unauthorized_client";
  static final String UNSUPPORTED_GRANT_TYPE = "unsupported_grant_type";
  static final String INVALID_SCOPE = "invalid_scope";

  /** B21: registered for another endpoint, and what everybody puts into a 5xx. */
  private static final Set<String> SERVER_FAULTS =
      Set.of("server_error", "temporarily_unavailable");

  /** F17: these are refused with 403. */
  private static final Set<String> FORBIDDEN =
      Set.of("need_info", "request_denied", "request_submitted");

  private static final Set<String> OTHERS =
      Set.of(
          INVALID_REQUEST,
          INVALID_CLIENT,
          INVALID_GRANT,
          UNAUTHORIZED_CLIENT,
          UNSUPPORTED_GRANT_TYPE,
          INVALID_SCOPE,
          "authorization_pending",
          "slow_down",
          "access_denied",
          "expired_token",
          "invalid_target",
          "invalid_dpop_proof",
          "use_dpop_nonce",
          "invalid_authorization_details",
          "unsupported_pop_key",
          "incompatible_ace_profiles",
          "vp_formats_not_supported",
          "wallet_unavailable",
          "use_attestation_challenge",
          "use_fresh_attestation",
          "invalid_client_attestation",
          "interaction_required");

  private Codes() {}

  static boolean isKnown(String code) {
    return OTHERS.contains(code) || SERVER_FAULTS.contains(code) || FORBIDDEN.contains(code);
  }

  static boolean isServerFault(String code) {
    return SERVER_FAULTS.contains(code);
  }

  static boolean isForbidden(String code) {
    return FORBIDDEN.contains(code);
  }
}
