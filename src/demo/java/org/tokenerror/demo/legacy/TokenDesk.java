package org.tokenerror.demo.legacy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides a token request: a token, or a refusal with its reason.
 *
 * <p>It keeps no state, so the same request always has the same outcome: the codes and refresh
 * tokens carry their fate in their names ({@code good-code}, {@code expired-code}, ...). It never
 * writes to the response.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4">RFC 6749 section 4</a>
 */
final class TokenDesk {

  static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

  private static final String REDIRECT_URI = "https://client.example.org/callback";
  private static final Set<String> SCOPES = Set.of("read", "write");

  /** Says what becomes of a code or refresh token that cannot be redeemed, by its first word. */
  private static final Map<String, Refusal> FATES =
      Map.of(
          "expired", new Refusal(410, "invalid_grant", "%s has expired"),
          "used", new Refusal(409, "invalid_grant", "%s was already used"),
          "revoked", new Refusal(403, "invalid_grant", "%s was revoked"),
          "other", new Refusal(403, "invalid_grant", "%s was issued to another client"));

  private static final Map<String, Refusal> DEVICES =
      Map.of(
          "pending-device",
          new Refusal(400, "authorization_pending", "The authorization request is still pending"),
          "slow-device",
          new Refusal(429, "slow_down", "Polling too fast, slow down"),
          "denied-device",
          new Refusal(403, "access_denied", "The user denied the authorization request"),
          "expired-device",
          new Refusal(410, "expired_token", "The device code has expired"));

  private TokenDesk() {}

  static TokenAnswer decide(HttpServletRequest request) throws TokenRefusedException {
    if (!"POST".equals(request.getMethod())) {
      throw refused(
          405, "invalid_request", "HTTP method " + request.getMethod() + " is not supported");
    }
    ClientDesk.Client client = ClientDesk.authenticate(request);
    String grantType =
        parameter(request, "grant_type")
            .orElseThrow(() -> refused(400, "invalid_request", "Missing grant type"));
    String subject =
        switch (grantType) {
          case "client_credentials" -> client.id();
          case "password" -> user(request);
          case "authorization_code" -> code(request);
          case "refresh_token" -> redeem(request, "refresh_token", "good-token", "Refresh token");
          case DEVICE_CODE -> device(request);
          default ->
              throw refused(501, "unsupported_grant_type", "Unsupported grant type: " + grantType);
        };
    if (!client.grants().contains(grantType)) {
      throw refused(
          403,
          "unauthorized_client",
          "Client " + client.id() + " may not use the grant type " + grantType);
    }
    return TokenAnswer.earnedBy(client.id(), grantType, subject, scope(request));
  }

  private static String user(HttpServletRequest request) throws TokenRefusedException {
    String user =
        parameter(request, "username")
            .orElseThrow(() -> refused(400, "invalid_request", "Missing parameter: username"));
    if (user.equals("bob")) {
      throw refused(403, "invalid_grant", "User account is locked");
    }
    if (!user.equals("alice")
        || !parameter(request, "password").equals(Optional.of("wonderland"))) {
      throw refused(401, "invalid_grant", "Wrong user name or password");
    }
    return user;
  }

  private static String code(HttpServletRequest request) throws TokenRefusedException {
    String code = redeem(request, "code", "good-code", "Authorization code");
    if (!parameter(request, "redirect_uri").orElse(REDIRECT_URI).equals(REDIRECT_URI)) {
      throw refused(400, "invalid_grant", "Redirect URI mismatch");
    }
    return code;
  }

  private static String redeem(
      HttpServletRequest request, String parameter, String good, String title)
      throws TokenRefusedException {
    String value =
        parameter(request, parameter)
            .orElseThrow(() -> refused(400, "invalid_request", "Missing parameter: " + parameter));
    if (value.equals(good)) {
      return value;
    }
    int hyphen = value.indexOf('-');
    Refusal fate = FATES.get(hyphen < 0 ? value : value.substring(0, hyphen));
    if (fate == null) {
      throw refused(404, "invalid_grant", title + " not found");
    }
    throw refused(fate.status(), fate.code(), fate.message().replace("%s", title));
  }

  private static String device(HttpServletRequest request) throws TokenRefusedException {
    String code =
        parameter(request, "device_code")
            .orElseThrow(() -> refused(400, "invalid_request", "Missing parameter: device_code"));
    if (code.equals("good-device")) {
      return code;
    }
    throw new TokenRefusedException(
        DEVICES.getOrDefault(code, new Refusal(404, "invalid_grant", "Device code not found")));
  }

  private static String scope(HttpServletRequest request) throws TokenRefusedException {
    String asked = parameter(request, "scope").orElse("read");
    for (String word : asked.split(" ", -1)) {
      if (!SCOPES.contains(word)) {
        throw refused(422, "invalid_scope", "Invalid scope: " + asked);
      }
    }
    return asked;
  }

  private static Optional<String> parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isEmpty());
  }

  private static TokenRefusedException refused(int status, String code, String message) {
    return new TokenRefusedException(new Refusal(status, code, message));
  }
}
