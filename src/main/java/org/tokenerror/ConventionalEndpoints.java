package org.tokenerror;

import java.util.List;

/**
 * Lists where token endpoints usually are, relative to the context.
 *
 * <p>A path is here because a product or a tutorial made it common, and only when something else is
 * hardly ever found there. Revocation, introspection and the other endpoints of OAuth are not.
 */
final class ConventionalEndpoints {

  /** The patterns; none covers a path that another covers. */
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

  private ConventionalEndpoints() {}
}
