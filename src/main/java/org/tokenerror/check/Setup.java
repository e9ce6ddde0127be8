package org.tokenerror.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what is known about an endpoint before the cases are made.
 *
 * @param target path and query of the endpoint
 * @param client a client that it knows, if there is one
 * @param methods how that client authenticates; more than one as long as it is not known
 * @param scope the scope that the client asks for, if it has to
 * @param ownToken whether the client gets a token of its own
 * @param codesOfGrant what is said about the parameters that something else is wrong with
 * @param allowsOrigins whether the answer to a preflight allowed another origin
 */
record Setup(
    String target,
    Optional<ClientCredentials> client,
    Set<ClientMethod> methods,
    Optional<String> scope,
    OwnToken ownToken,
    List<String> codesOfGrant,
    boolean allowsOrigins) {

  /** Says whether a client may use the grant type client_credentials. */
  enum OwnToken {
    /** It may, or nothing says that it may not. */
    GIVEN,
    /** It may, but what is asked for is refused: a scope is missing, for instance. */
    REFUSED,
    /** It may not. */
    NOT_ALLOWED
  }

  /** Keeps copies. */
  Setup {
    methods = Set.copyOf(methods);
    codesOfGrant = List.copyOf(codesOfGrant);
  }

  /** Assumes of an unknown endpoint what most do. */
  static Setup of(URI endpoint, Optional<ClientCredentials> client) {
    String path = Optional.ofNullable(endpoint.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
    String query = Optional.ofNullable(endpoint.getRawQuery()).map(q -> "?" + q).orElse("");
    return new Setup(
        path + query,
        client,
        Set.of(ClientMethod.values()),
        Optional.empty(),
        OwnToken.GIVEN,
        List.of(),
        false);
  }

  Setup by(Set<ClientMethod> some) {
    return new Setup(target, client, some, scope, ownToken, codesOfGrant, allowsOrigins);
  }

  Setup asking(Optional<String> value) {
    return new Setup(target, client, methods, value, ownToken, codesOfGrant, allowsOrigins);
  }

  Setup with(OwnToken own, List<String> codes) {
    return new Setup(target, client, methods, scope, own, codes, allowsOrigins);
  }

  Setup allowingOrigins(boolean allows) {
    return new Setup(target, client, methods, scope, ownToken, codesOfGrant, allows);
  }

  Setup withoutClient() {
    return new Setup(
        target, Optional.empty(), methods, scope, OwnToken.GIVEN, List.of(), allowsOrigins);
  }

  /** Returns how the client authenticates where it has the choice. */
  ClientMethod method() {
    return methods.contains(ClientMethod.BASIC) ? ClientMethod.BASIC : ClientMethod.BODY;
  }

  boolean mayUse(ClientMethod some) {
    return methods.contains(some);
  }

  boolean givesOwnToken() {
    return ownToken == OwnToken.GIVEN;
  }

  /** Returns the parameters of a request in which something else is wrong. */
  List<Map.Entry<String, String>> grant() {
    List<Map.Entry<String, String>> all = new ArrayList<>(grantWithoutScope());
    if (ownToken != OwnToken.NOT_ALLOWED) {
      scope.ifPresent(value -> all.add(Map.entry("scope", value)));
    }
    return all;
  }

  /** Returns the same for a request that has a scope of its own. */
  List<Map.Entry<String, String>> grantWithoutScope() {
    return ownToken != OwnToken.NOT_ALLOWED
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
