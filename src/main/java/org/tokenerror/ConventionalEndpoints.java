package org.tokenerror;

import static org.tokenerror.oauth.EndpointProfile.BACKCHANNEL_AUTHENTICATION;
import static org.tokenerror.oauth.EndpointProfile.DEVICE_AUTHORIZATION;
import static org.tokenerror.oauth.EndpointProfile.INTROSPECTION;
import static org.tokenerror.oauth.EndpointProfile.PUSHED_AUTHORIZATION;
import static org.tokenerror.oauth.EndpointProfile.REGISTRATION;
import static org.tokenerror.oauth.EndpointProfile.REVOCATION;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tokenerror.oauth.EndpointProfile;

/**
 * Lists where the endpoints of OAuth usually are, relative to the context.
 *
 * <p>A path is here because a product or a tutorial made it common, and only when something else is
 * hardly ever found there: {@code /register} is not, for people register there.
 */
final class ConventionalEndpoints {

  /** The patterns of token endpoints; none covers a path that another covers. */
  static final List<String> PATTERNS =
      List.of(
          // The RFC's own example, and most hand-written servers
          "/token",
          "/auth/token",
          "/api/token",
          // Spring Security OAuth, UAA, Auth0, GitLab; with a tenant, a version or a service before
          "/oauth/token",
          "/*/oauth/token",
          // Spring Authorization Server, WSO2, Hydra, FusionAuth; AD FS, Salesforce, CXF, Liferay
          "/oauth2/token",
          "/*/oauth2/token",
          // Facebook, GitHub; ForgeRock AM and OpenAM
          "/oauth/access_token",
          "/login/oauth/access_token",
          "/oauth2/access_token",
          "/oauth2/*/access_token",
          "/oauth2/realms/*/access_token",
          "/oauth2/realms/*/realms/*/access_token",
          // IdentityServer, OpenIddict
          "/connect/token",
          // CAS
          "/oauth2.0/token",
          "/oauth2.0/accessToken",
          "/oidc/token",
          "/oidc/accessToken",
          "/oidc/oidcAccessToken",
          // Keycloak, also below its old context
          "/realms/*/protocol/openid-connect/token",
          "/auth/realms/*/protocol/openid-connect/token",
          "/protocol/openid-connect/token",
          // Entra ID
          "/oauth2/v2.0/token",
          "/*/oauth2/v2.0/token",
          // Okta
          "/oauth2/v1/token",
          "/oauth2/*/v1/token",
          // PingFederate and PingOne
          "/as/token.oauth2",
          "/as/token",
          "/*/as/token",
          // Gluu and Janssen
          "/restv1/token",
          // Zitadel, Curity, LinkedIn, HubSpot and others with a version
          "/oauth/v1/token",
          "/oauth/v2/token",
          "/oauth/v2/oauth-token",
          "/oauth/v2/accessToken",
          "/v1/oauth/tokens",
          // Shibboleth, Oracle, Open Liberty
          "/profile/oidc/token",
          "/oauth2/rest/token",
          "/oauth2/endpoint/*/token",
          "/oidc/endpoint/*/token");

  /** Where Keycloak has its realms, also below its old context. */
  private static final List<String> REALMS = List.of("/realms/*", "/auth/realms/*");

  /** The patterns of all others; none covers a path that another covers. */
  private static final Map<EndpointProfile, List<String>> OTHERS =
      Map.of(
          REVOCATION,
          withKeycloak(
              List.of("/protocol/openid-connect/revoke"),
              // hand-written servers; Spring Security OAuth, Auth0, GitLab; Spring Authorization
              // Server, WSO2, Hydra, Okta; IdentityServer, OpenIddict; PingFederate; CAS; LinkedIn
              "/revoke",
              "/oauth/revoke",
              "/oauth/revoke_token",
              "/oauth/token/revoke",
              "/oauth2/revoke",
              "/oauth2/v1/revoke",
              "/oauth2/*/v1/revoke",
              "/oauth2/token/revoke",
              "/oauth2/realms/*/token/revoke",
              "/oauth2.0/revoke",
              "/oidc/revoke",
              "/connect/revocation",
              "/connect/revoke",
              "/as/revoke_token.oauth2",
              "/as/revoke",
              "/*/as/revoke",
              "/restv1/revoke"),
          INTROSPECTION,
          withKeycloak(
              List.of("/protocol/openid-connect/token/introspect"),
              "/introspect",
              "/oauth/introspect",
              "/oauth/check_token",
              "/oauth2/introspect",
              "/oauth2/v1/introspect",
              "/oauth2/*/v1/introspect",
              "/oauth2/realms/*/introspect",
              "/oauth2.0/introspect",
              "/oidc/introspect",
              "/connect/introspect",
              "/as/introspect.oauth2",
              "/as/introspect",
              "/*/as/introspect",
              "/restv1/introspection"),
          DEVICE_AUTHORIZATION,
          withKeycloak(
              List.of("/protocol/openid-connect/auth/device"),
              "/device_authorization",
              "/oauth/device/code",
              "/oauth/device_authorization",
              "/oauth/authorize_device",
              "/oauth2/device_authorization",
              "/oauth2/device_authorize",
              "/oauth2/device/code",
              "/oauth2/v1/device/authorize",
              "/oauth2/*/v1/device/authorize",
              "/oauth2/v2.0/devicecode",
              "/*/oauth2/v2.0/devicecode",
              "/connect/deviceauthorization",
              "/login/device/code",
              "/as/device_authz.oauth2",
              "/as/device_authorization",
              "/*/as/device_authorization",
              "/restv1/device_authorization"),
          PUSHED_AUTHORIZATION,
          withKeycloak(
              List.of("/protocol/openid-connect/ext/par/request"),
              "/par",
              "/oauth/par",
              "/oauth2/par",
              "/oauth2/v1/par",
              "/oauth2/*/v1/par",
              "/connect/par",
              "/oidc/par",
              "/as/par.oauth2",
              "/as/par",
              "/*/as/par",
              "/restv1/par"),
          BACKCHANNEL_AUTHENTICATION,
          withKeycloak(
              List.of("/protocol/openid-connect/ext/ciba/auth"),
              "/bc-authorize",
              "/oauth2/bc-authorize",
              "/oauth2/ciba",
              "/oauth2/v1/bc/authorize",
              "/oauth2/*/v1/bc/authorize",
              "/connect/ciba",
              "/as/bc-auth.ciba",
              "/restv1/bc-authorize"),
          REGISTRATION,
          withKeycloak(
              List.of(
                  "/clients-registrations/openid-connect",
                  "/clients-registrations/openid-connect/*"),
              "/oauth/register",
              "/oauth2/register",
              "/oauth2/register/*",
              "/oauth2/v1/clients",
              "/oauth2/v1/clients/*",
              "/connect/register",
              "/oidc/register",
              "/as/clients.oauth2",
              "/restv1/register"));

  private ConventionalEndpoints() {}

  private static List<String> withKeycloak(List<String> ofRealm, String... others) {
    Stream<String> realms =
        REALMS.stream().flatMap(realm -> ofRealm.stream().map(path -> realm + path));
    return Stream.concat(realms, Arrays.stream(others)).toList();
  }

  /** Returns the patterns of one kind of endpoint. */
  static List<String> of(EndpointProfile profile) {
    return profile == EndpointProfile.TOKEN ? PATTERNS : OTHERS.getOrDefault(profile, List.of());
  }

  /** Returns all endpoints, those for tokens first. */
  static List<Endpoint> all() {
    return Arrays.stream(EndpointProfile.values())
        .flatMap(
            profile ->
                of(profile).stream().map(path -> new Endpoint(profile, EndpointPattern.of(path))))
        .toList();
  }

  /** Finds the kind of endpoint a path or pattern is conventional for. */
  static Optional<EndpointProfile> profileOf(String path) {
    return all().stream()
        .filter(endpoint -> endpoint.pattern().matches(path))
        .map(Endpoint::profile)
        .findFirst();
  }
}
