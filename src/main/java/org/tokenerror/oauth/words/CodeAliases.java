package org.tokenerror.oauth.words;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tokenerror.oauth.OAuthErrorCode;

/**
 * Maps codes that are used at token endpoints without being registered for them.
 *
 * <p>Only codes whose words do not tell what they mean stand here; {@link ClauseTable} reads the
 * others. Codes of one product belong into its dialect table.
 */
public final class CodeAliases {
  private static final Map<String, OAuthErrorCode> ALIASES =
      Map.ofEntries(
          // about the HTTP request
          entry("method_not_allowed", OAuthErrorCode.INVALID_REQUEST),
          entry("invalid_method", OAuthErrorCode.INVALID_REQUEST),
          entry("unsupported_media_type", OAuthErrorCode.INVALID_REQUEST),
          entry("insecure_transport", OAuthErrorCode.INVALID_REQUEST),
          entry("missing_parameter", OAuthErrorCode.INVALID_REQUEST),
          entry("invalid_parameter", OAuthErrorCode.INVALID_REQUEST),
          entry("invalid_argument", OAuthErrorCode.INVALID_REQUEST),
          entry("invalid_arguments", OAuthErrorCode.INVALID_REQUEST),
          // about the client
          entry("jti_known", OAuthErrorCode.INVALID_CLIENT),
          entry("request_unauthorized", OAuthErrorCode.INVALID_CLIENT),
          entry("invalid_credentials_client", OAuthErrorCode.INVALID_CLIENT),
          // about the grant
          entry("unsupported_grant", OAuthErrorCode.UNSUPPORTED_GRANT_TYPE),
          entry("redirect_uri_mismatch", OAuthErrorCode.INVALID_GRANT),
          entry("bad_redirect_uri", OAuthErrorCode.INVALID_GRANT),
          // about the server
          entry("internal_server", OAuthErrorCode.SERVER_ERROR),
          entry("internal_server_error", OAuthErrorCode.SERVER_ERROR),
          entry("internal_error", OAuthErrorCode.SERVER_ERROR),
          entry("system_error", OAuthErrorCode.SERVER_ERROR),
          entry("fatal_error", OAuthErrorCode.SERVER_ERROR),
          entry("unknown_error", OAuthErrorCode.SERVER_ERROR),
          entry("unexpected_error", OAuthErrorCode.SERVER_ERROR),
          entry("misconfiguration", OAuthErrorCode.SERVER_ERROR),
          entry("service_unavailable", OAuthErrorCode.TEMPORARILY_UNAVAILABLE),
          entry("ratelimited", OAuthErrorCode.TEMPORARILY_UNAVAILABLE),
          entry("rate_limited", OAuthErrorCode.TEMPORARILY_UNAVAILABLE),
          entry("too_many_requests", OAuthErrorCode.TEMPORARILY_UNAVAILABLE),
          // about the device
          entry("pending_authorization", OAuthErrorCode.AUTHORIZATION_PENDING));

  private CodeAliases() {}

  /**
   * Finds the registered code that is meant.
   *
   * @param text what stands where a code should
   * @return the code, empty when the text is no alias
   */
  public static Optional<OAuthErrorCode> find(String text) {
    return Stream.concat(Stream.of(CodeSpelling.snake(text)), CodeSpelling.variants(text).stream())
        .filter(ALIASES::containsKey)
        .findFirst()
        .map(ALIASES::get);
  }
}
