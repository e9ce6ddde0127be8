package org.tokenerror.oauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tokenerror.http.AuthScheme;
import org.tokenerror.http.AuthorizationHeader;
import org.tokenerror.http.BasicCredentials;

/**
 * Finds out how a request tries to authenticate its client (D1, D2).
 *
 * <p>It does not verify anything.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749, section 2.3</a>
 */
final class ClientAuthenticationReader {
  private ClientAuthenticationReader() {}

  static ClientAuthentication read(RequestFacts request) {
    List<String> fields = request.headers().all("Authorization");
    if (fields.size() > 1) { // D20
      return new ClientAuthentication.Several(
          List.of("authorization", "authorization"),
          true,
          AuthorizationHeader.parse(fields.get(0)).map(AuthorizationHeader::scheme));
    }
    Optional<ClientAuthentication.Header> header = fields.stream().findFirst().map(f -> header(f));
    List<String> mechanisms = new ArrayList<>();
    header.ifPresent(found -> mechanisms.add(mechanism(found)));
    boolean secret = request.parameter("client_secret").isPresent();
    boolean assertion = request.parameter("client_assertion").isPresent();
    if (secret) {
      mechanisms.add("client_secret_post");
    }
    if (assertion) {
      mechanisms.add("client_assertion");
    }
    if (mechanisms.size() > 1) {
      return new ClientAuthentication.Several(
          mechanisms,
          header.isPresent(),
          header.flatMap(ClientAuthentication.Header::headerScheme));
    }
    if (header.isPresent()) {
      return header.get();
    }
    Optional<String> clientId = request.parameter("client_id");
    if (secret) {
      return new ClientAuthentication.Body(clientId.orElse(""));
    }
    if (assertion) {
      return new ClientAuthentication.Assertion();
    }
    return clientId
        .<ClientAuthentication>map(ClientAuthentication.Public::new)
        .orElseGet(ClientAuthentication.None::new);
  }

  private static ClientAuthentication.Header header(String field) {
    Optional<AuthorizationHeader> parsed = AuthorizationHeader.parse(field);
    if (parsed.isEmpty()) {
      return new ClientAuthentication.Header("", false, Optional.empty());
    }
    String scheme = AuthScheme.canonical(parsed.get().scheme());
    if (scheme.equals("Basic")) {
      Optional<BasicCredentials> basic = BasicCredentials.parse(parsed.get().credentials());
      return new ClientAuthentication.Header(
          scheme, basic.isPresent(), basic.map(BasicCredentials::userId));
    }
    return new ClientAuthentication.Header(
        scheme, !parsed.get().credentials().isEmpty(), Optional.empty());
  }

  private static String mechanism(ClientAuthentication.Header header) {
    return header.scheme().equals("Basic") ? "client_secret_basic" : "authorization";
  }
}
