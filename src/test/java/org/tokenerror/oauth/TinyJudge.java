package org.tokenerror.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenerror.http.Headers;

/**
 * Judges an answer by the requirements with means of its own: it shares no code with the product.
 */
public final class TinyJudge {
  private static final String STRING =
      "\"(?:[^\"\\\\\\x00-\\x1F]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+\"";
  private static final Pattern MEMBER = Pattern.compile("(" + STRING + "):");
  private static final Pattern ERROR = Pattern.compile("^\\{\"error\":\"([ !#-\\[\\]-~]+)\"[,}]");
  private static final Pattern DESCRIPTION =
      Pattern.compile(",\"error_description\":(\"[^\"]*\"|[^,}]*)");
  private static final Pattern LEGAL = Pattern.compile("\"[ !#-\\[\\]-~]+\"");
  private static final Pattern CHALLENGE =
      Pattern.compile(
          "(Basic|Bearer|DPoP|OAuth|Digest) [a-z]+=(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[\\w-]+)(?:,"
              + " .*)?|Negotiate.*|[A-Za-z0-9-]+( .*)?");

  private TinyJudge() {}

  public static void judge(RequestFacts request, ErrorResponse response) {
    String body = new String(response.body(), StandardCharsets.ISO_8859_1);
    assertThat(body).as("A18 ASCII").matches("[ -~]+");
    Matcher error = ERROR.matcher(body);
    assertThat(error.find()).as("A1 A2 A3 A14: %s", body).isTrue();
    assertThat(body).as("A1").endsWith("}");
    Matcher description = DESCRIPTION.matcher(body);
    if (description.find()) {
      assertThat(LEGAL.matcher(description.group(1)).matches()).as("A6 A7: %s", body).isTrue();
    }
    assertTopLevelNamesUnique(body);
    Headers headers = response.headers();
    assertThat(headers.all("Content-Type")).as("A12").containsExactly("application/json");
    assertThat(headers.all("Content-Length"))
        .as("A25")
        .containsExactly(String.valueOf(response.body().length));
    assertThat(headers.all("Cache-Control")).as("E2").containsExactly("no-store");
    assertThat(headers.all("Pragma")).as("E3").containsExactly("no-cache");
    status(request, response, error.group(1));
    for (String secret : request.secrets()) {
      if (secret.length() >= 8) {
        assertThat(body).as("H2").doesNotContain(secret);
        assertThat(headers.all("WWW-Authenticate")).as("H2").noneMatch(v -> v.contains(secret));
      }
    }
  }

  private static void status(RequestFacts request, ErrorResponse response, String code) {
    int status = response.status();
    boolean header = request.headers().contains("Authorization");
    List<String> challenges = response.headers().all("WWW-Authenticate");
    if (code.equals("invalid_client")) {
      assertThat(status).as("B8 B11").isIn(header ? List.of(401) : List.of(400, 401));
    } else {
      assertThat(status).as("S6: %s", code).isNotEqualTo(401);
    }
    if (status == 403) {
      assertThat(code)
          .as("B11")
          .isIn("need_info", "request_denied", "request_submitted", "access_denied");
    }
    assertThat(status).as("B2 B3").isBetween(400, 599);
    assertThat(challenges.isEmpty()).as("C1: %s", challenges).isEqualTo(status != 401);
    assertThat(challenges).as("C2 C5 C7").allMatch(value -> CHALLENGE.matcher(value).matches());
    assertThat(challenges).as("C9").doesNotHaveDuplicates();
    String authorization =
        request.headers().first("Authorization").orElse("").toLowerCase(Locale.ROOT);
    for (String scheme : List.of("basic", "bearer", "dpop", "negotiate")) {
      if (status == 401
          && (authorization.equals(scheme) || authorization.startsWith(scheme + " "))) {
        assertThat(challenges)
            .as("B10")
            .anyMatch(value -> value.toLowerCase(Locale.ROOT).startsWith(scheme));
      }
    }
    if (status >= 500) {
      assertThat(code).as("B20").isIn("server_error", "temporarily_unavailable");
    }
  }

  private static void assertTopLevelNamesUnique(String body) {
    Set<String> names = new HashSet<>();
    int depth = 0;
    int at = 0;
    while (at < body.length()) {
      char c = body.charAt(at);
      if (c == '"') {
        Matcher name = MEMBER.matcher(body).region(at, body.length());
        if (depth == 1 && name.lookingAt()) {
          assertThat(names.add(name.group(1))).as("A20: %s", body).isTrue();
        }
        Matcher string = Pattern.compile(STRING).matcher(body).region(at, body.length());
        assertThat(string.lookingAt()).as("A17: %s", body).isTrue();
        at = string.end();
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        at++;
      }
    }
    assertThat(depth).as("A17: %s", body).isZero();
  }
}
