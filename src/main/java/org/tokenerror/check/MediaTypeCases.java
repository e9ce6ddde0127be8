package org.tokenerror.check;

import static org.tokenerror.check.CaseGroup.REQUEST;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tokenerror.check.judge.Requirement;
import org.tokenerror.check.judge.Trait;

/**
 * Lists requests whose body is no encoded form, or does not say so.
 *
 * <p>A client that authenticates by the body does so here as well, in the format of the body, so
 * that no server takes it for a failed attempt.
 */
final class MediaTypeCases {
  private static final String IR = "invalid_request";
  private static final String BOUNDARY = "Xk7qBoundary";

  private MediaTypeCases() {}

  static List<Case> of(Setup setup) {
    Map<String, String> pairs = pairs(setup);
    return List.of(
        wrong(setup, "body-json", "JSON instead of a form")
            .body("application/json", json(pairs))
            .refused(IR),
        wrong(setup, "body-multipart", "multipart/form-data instead of a form")
            .body("multipart/form-data; boundary=" + BOUNDARY, multipart(pairs))
            .refused(IR),
        wrong(setup, "body-text", "text/plain instead of a form")
            .body("text/plain", form(pairs))
            .refused(IR),
        wrong(setup, "body-untyped", "a form without Content-Type")
            .body("", form(pairs))
            .withoutMediaType()
            .refused(IR),
        make(setup, "body-empty", "no parameters at all")
            .asClientWithoutForm()
            .because(Requirement.B5, Requirement.D11)
            .refused(IR),
        authenticated(setup, make(setup, "body-utf16", "a form that says it is UTF-16"))
            .body(
                "application/x-www-form-urlencoded; charset=utf-16",
                form(pairs).replace("client_credentials", "nothing-Xk7q"))
            .orStatus(415)
            .because(Requirement.B5)
            .refused(IR, "unsupported_grant_type"));
  }

  private static Map<String, String> pairs(Setup setup) {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("grant_type", "client_credentials");
    setup.scope().ifPresent(scope -> pairs.put("scope", scope));
    if (isByBody(setup)) {
      setup
          .client()
          .ifPresent(
              client -> {
                pairs.put("client_id", client.id());
                pairs.put("client_secret", client.secret());
              });
    }
    return pairs;
  }

  private static String form(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + Encoding.form(pair.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String json(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> "\"" + pair.getKey() + "\":\"" + Encoding.json(pair.getValue()) + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String multipart(Map<String, String> pairs) {
    List<String> parts = new ArrayList<>();
    pairs.forEach(
        (name, value) ->
            parts.add(
                "--"
                    + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\""
                    + name
                    + "\"\r\n\r\n"
                    + Encoding.bytes(value)
                    + "\r\n"));
    return String.join("", parts) + "--" + BOUNDARY + "--\r\n";
  }

  private static CaseBuilder wrong(Setup setup, String id, String title) {
    return authenticated(setup, make(setup, id, title))
        .trait(Trait.WRONG_MEDIA_TYPE)
        .orStatus(415)
        .because(Requirement.D15);
  }

  /** The server may not see the client in such a body: then it may say so. */
  private static CaseBuilder authenticated(Setup setup, CaseBuilder builder) {
    return isByBody(setup)
        ? builder.secretInBody().orCode("invalid_client")
        : builder.asClientByHeader();
  }

  private static boolean isByBody(Setup setup) {
    return setup.client().isPresent() && setup.method() == ClientMethod.BODY;
  }

  private static CaseBuilder make(Setup setup, String id, String title) {
    return new CaseBuilder(setup, REQUEST, id, title);
  }
}
