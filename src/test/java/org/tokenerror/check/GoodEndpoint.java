package org.tokenerror.check;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.tokenerror.http.AuthorizationHeader;
import org.tokenerror.http.BasicCredentials;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.MediaType;

/** Is a token endpoint as RFC 6749 wants it, as small as can be. */
public final class GoodEndpoint implements FakeServer.Script {
  public static final String ID = "good client";
  public static final String SECRET = "S3cr3t+with/odd:chars=";

  /** Carries a refusal. */
  private record Refusal(int status, String code) {}

  private boolean byHeader = true;
  private boolean byBody = true;
  private boolean ownTokens = true;
  private Optional<String> neededScope = Optional.empty();
  private final AtomicInteger failures = new AtomicInteger();

  /** Knows the client by header only. */
  public GoodEndpoint headerOnly() {
    byBody = false;
    return this;
  }

  /** Knows the client by body only. */
  public GoodEndpoint bodyOnly() {
    byHeader = false;
    return this;
  }

  /** Does not let the client have tokens of its own, but codes. */
  public GoodEndpoint codesOnly() {
    ownTokens = false;
    return this;
  }

  /** Gives no token without this scope. */
  public GoodEndpoint needing(String scope) {
    neededScope = Optional.of(scope);
    return this;
  }

  /** Tells how often the client that it knows failed to authenticate. */
  public int failures() {
    return failures.get();
  }

  @Override
  public void answer(FakeServer.Request request, OutputStream out) throws IOException {
    if (request.method().equals("OPTIONS")) {
      write(out, "204 No Content", List.of("Access-Control-Allow-Origin: *"), "");
      return;
    }
    Optional<Refusal> refusal = refusal(request);
    if (refusal.isEmpty()) {
      write(
          out,
          "200 OK",
          List.of(),
          "{\"access_token\":\"S0-s3cret-token\",\"token_type\":\"Bearer\"}");
      return;
    }
    String json = "{\"error\":\"" + refusal.get().code() + "\"}";
    int status = refusal.get().status();
    List<String> more =
        switch (status) {
          case 401 -> List.of("WWW-Authenticate: Basic realm=\"token\", DPoP algs=\"ES256\"");
          case 405 -> List.of("Allow: POST, OPTIONS");
          default -> List.of();
        };
    write(out, status + " No", more, request.method().equals("HEAD") ? "" : json);
  }

  private Optional<Refusal> refusal(FakeServer.Request request) {
    Refusal malformed = new Refusal(400, "invalid_request");
    if (!request.method().equals("POST")) {
      return Optional.of(new Refusal(405, "invalid_request"));
    }
    boolean form =
        request
            .headers()
            .first("Content-Type")
            .flatMap(MediaType::parse)
            .filter(MediaType::isForm)
            .isPresent();
    String query =
        request.target().contains("?") ? request.target().replaceFirst(".*\\?", "") + "&" : "";
    FormParameters all = FormParameters.parse(query + request.body());
    List<String> authorization = request.headers().all("Authorization");
    boolean repeated = all.names().stream().anyMatch(name -> all.all(name).size() > 1);
    boolean secret = all.contains("client_secret");
    boolean several =
        authorization.size() > 1
            || (secret && !authorization.isEmpty())
            || (secret && all.contains("client_assertion"))
            || (all.contains("client_id") && !authorization.isEmpty());
    if (!form || all.isMalformed() || repeated || several || request.body().length() > 100_000) {
      return Optional.of(malformed);
    }
    boolean known =
        authorization.isEmpty()
            ? byBody && is(all.first("client_secret"), SECRET) && is(all.first("client_id"), ID)
            : byHeader && given(authorization).filter(c -> c.password().equals(SECRET)).isPresent();
    if (!known) {
      if (is(all.first("client_id"), ID) || given(authorization).isPresent()) {
        failures.incrementAndGet();
      }
      return Optional.of(new Refusal(authorization.isEmpty() ? 400 : 401, "invalid_client"));
    }
    return grant(all).map(code -> new Refusal(400, code));
  }

  private Optional<String> grant(FormParameters all) {
    String grantType = all.first("grant_type").orElse("");
    if (grantType.isEmpty()) {
      return Optional.of("invalid_request");
    }
    if (grantType.equals("authorization_code") && !ownTokens) {
      boolean code = !all.first("code").orElse("").isEmpty();
      return Optional.of(code ? "invalid_grant" : "invalid_request");
    }
    if (!grantType.equals("client_credentials")) {
      return Optional.of("unsupported_grant_type");
    }
    if (!ownTokens) {
      return Optional.of("unauthorized_client");
    }
    return all.first("scope").equals(neededScope) ? Optional.empty() : Optional.of("invalid_scope");
  }

  /** Finds the credentials of the client that it knows, whatever the secret. */
  private static Optional<BasicCredentials> given(List<String> authorization) {
    return authorization.stream()
        .flatMap(value -> AuthorizationHeader.parse(value).stream())
        .filter(header -> header.scheme().equalsIgnoreCase("Basic"))
        .flatMap(header -> BasicCredentials.parse(header.credentials()).stream())
        .filter(credentials -> credentials.userId().equals(ID))
        .findFirst();
  }

  private static boolean is(Optional<String> value, String wanted) {
    return value.filter(wanted::equals).isPresent();
  }

  private static void write(OutputStream out, String status, List<String> more, String body)
      throws IOException {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    more.forEach(line -> text.append(line).append("\r\n"));
    text.append(
        "Content-Type: application/json\r\nCache-Control: no-store\r\nPragma: no-cache\r\n");
    text.append("X-Content-Type-Options: nosniff\r\nAccess-Control-Allow-Origin: *\r\n");
    text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
