package org.tokenerror.demo.legacy;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Authenticates the client of a token request.
 *
 * <p>It knows Basic and the two body parameters, and nothing of assertions or certificates. Ids and
 * secrets are not percent-decoded, as in most hand-written endpoints.
 */
final class ClientDesk {

  /**
   * Describes a registered client.
   *
   * @param id the client identifier
   * @param secret the client secret
   * @param grants the grant types it may use
   */
  record Client(String id, String secret, Set<String> grants) {}

  private static final Map<String, Client> CLIENTS =
      Map.of(
          "demo-client",
          new Client(
              "demo-client",
              "demo-secret",
              Set.of(
                  "client_credentials",
                  "password",
                  "authorization_code",
                  "refresh_token",
                  TokenDesk.DEVICE_CODE)),
          "limited",
          new Client("limited", "limited-secret", Set.of("authorization_code", "refresh_token")));

  private ClientDesk() {}

  static Client authenticate(HttpServletRequest request) throws TokenRefusedException {
    Optional<String> authorization = Optional.ofNullable(request.getHeader("Authorization"));
    if (authorization.isPresent()) {
      return fromHeader(authorization.get());
    }
    Optional<String> id = Optional.ofNullable(request.getParameter("client_id"));
    if (id.isEmpty()) {
      throw refused(401, "Full authentication is required to access this resource");
    }
    return known(id.get(), Optional.ofNullable(request.getParameter("client_secret")));
  }

  private static Client fromHeader(String authorization) throws TokenRefusedException {
    int blank = authorization.indexOf(' ');
    String scheme = blank < 0 ? authorization : authorization.substring(0, blank);
    if (!scheme.toLowerCase(Locale.ROOT).equals("basic")) {
      throw refused(401, "Authorization scheme " + scheme + " is not supported");
    }
    String decoded;
    try {
      byte[] credentials =
          Base64.getDecoder().decode(authorization.substring(scheme.length()).trim());
      decoded = new String(credentials, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused(400, "Failed to decode basic authentication token");
    }
    int colon = decoded.indexOf(':');
    if (colon < 0) {
      throw refused(400, "Invalid basic authentication token");
    }
    return known(decoded.substring(0, colon), Optional.of(decoded.substring(colon + 1)));
  }

  private static Client known(String id, Optional<String> secret) throws TokenRefusedException {
    Client client = CLIENTS.get(id);
    if (client == null) {
      throw refused(401, "Unknown client: " + id);
    }
    if (!client.secret().equals(secret.orElse(""))) {
      throw refused(401, "Bad client credentials");
    }
    return client;
  }

  private static TokenRefusedException refused(int status, String message) {
    return new TokenRefusedException(new Refusal(status, "invalid_client", message));
  }
}
