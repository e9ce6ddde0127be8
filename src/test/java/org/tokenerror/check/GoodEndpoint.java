package org.tokenerror.check;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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

  private static Optional<Refusal> refusal(FakeServer.Request request) {
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
            ? is(all.first("client_id"), ID) && is(all.first("client_secret"), SECRET)
            : isKnown(authorization.get(0));
    if (!known) {
      return Optional.of(new Refusal(authorization.isEmpty() ? 400 : 401, "invalid_client"));
    }
    return grant(all).map(code -> new Refusal(400, code));
  }

  private static Optional<String> grant(FormParameters all) {
    String grantType = all.first("grant_type").orElse("");
    if (grantType.isEmpty()) {
      return Optional.of("invalid_request");
    }
    if (!grantType.equals("client_credentials")) {
      return Optional.of("unsupported_grant_type");
    }
    return all.contains("scope") ? Optional.of("invalid_scope") : Optional.empty();
  }

  private static boolean isKnown(String authorization) {
    return AuthorizationHeader.parse(authorization)
        .filter(header -> header.scheme().equals("Basic"))
        .flatMap(header -> BasicCredentials.parse(header.credentials()))
        .filter(given -> given.userId().equals(ID) && given.password().equals(SECRET))
        .isPresent();
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
