package org.tokenerror.oauth;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tokenerror.http.AuthorizationHeader;
import org.tokenerror.http.BasicCredentials;

/** Collects the values of a request that must never leave in an answer or a log (H2). */
final class RequestSecrets {
  private static final int SHORTEST = 4;

  /** A client that repeats its own secrets a thousand times shall not make every search slow. */
  private static final int MOST_OF_A_NAME = 4;

  private static final List<String> PARAMETERS =
      List.of(
          "client_secret",
          "password",
          "code",
          "refresh_token",
          "access_token",
          "id_token",
          "assertion",
          "client_assertion",
          "code_verifier",
          "token",
          "subject_token",
          "actor_token",
          "device_code",
          "auth_req_id",
          "api_key",
          "apikey");

  private RequestSecrets() {}

  static Set<String> of(RequestFacts request) {
    Set<String> secrets = new LinkedHashSet<>();
    for (String name : PARAMETERS) {
      addAll(secrets, request.parameters().all(name));
    }
    for (String field : few(request.headers().all("Authorization"))) {
      AuthorizationHeader.parse(field).ifPresent(header -> addCredentials(secrets, header));
    }
    addAll(secrets, request.headers().all("DPoP"));
    return Set.copyOf(secrets);
  }

  private static void addAll(Set<String> secrets, List<String> values) {
    for (String value : few(values)) {
      add(secrets, value);
    }
  }

  private static List<String> few(List<String> values) {
    return values.size() > MOST_OF_A_NAME ? values.subList(0, MOST_OF_A_NAME) : values;
  }

  private static void addCredentials(Set<String> secrets, AuthorizationHeader header) {
    add(secrets, header.credentials());
    if (header.scheme().equals("Basic")) {
      BasicCredentials.parse(header.credentials())
          .map(BasicCredentials::password)
          .ifPresent(password -> add(secrets, password));
    }
  }

  private static void add(Set<String> secrets, String value) {
    if (value.length() >= SHORTEST) {
      secrets.add(value);
    }
  }
}
