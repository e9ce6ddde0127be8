package org.tokenerror.check;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what is known about an endpoint before the cases are made.
 *
 * @param target path and query of the endpoint
 * @param client a client that it knows, if there is one
 * @param method how that client authenticates
 * @param grantsCredentials whether it may use the grant type client_credentials
 * @param allowsOrigins whether the answer to a preflight allowed another origin
 */
record Setup(
    String target,
    Optional<ClientCredentials> client,
    ClientMethod method,
    boolean grantsCredentials,
    boolean allowsOrigins) {

  /** Assumes of an unknown endpoint what most do. */
  static Setup of(URI endpoint, Optional<ClientCredentials> client, ClientMethod method) {
    String path = Optional.ofNullable(endpoint.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
    String query = Optional.ofNullable(endpoint.getRawQuery()).map(q -> "?" + q).orElse("");
    return new Setup(path + query, client, method, true, false);
  }

  Setup by(ClientMethod other) {
    return new Setup(target, client, other, grantsCredentials, allowsOrigins);
  }

  Setup grantingCredentials(boolean grants) {
    return new Setup(target, client, method, grants, allowsOrigins);
  }

  Setup allowingOrigins(boolean allows) {
    return new Setup(target, client, method, grantsCredentials, allows);
  }

  /** Returns the parameters of a request in which something else is wrong. */
  List<Map.Entry<String, String>> grant() {
    return grantsCredentials
        ? List.of(Map.entry("grant_type", "client_credentials"))
        : List.of(
            Map.entry("grant_type", "authorization_code"),
            Map.entry("code", Bait.CODE),
            Map.entry("redirect_uri", "https://client.example/callback"));
  }

  /** Returns the target with more behind it. */
  String targetWith(String query) {
    return target + (target.contains("?") ? "&" : "?") + query;
  }
}
