package org.tokenerror;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestUriTest {

  @ParameterizedTest
  @CsvSource({
    "/token, '', /token",
    "/app/token, /app, /token",
    "/app, /app, ''",
    "/app/, /app, /",
    "/application/token, /app, /application/token",
    "/other/token, /app, /other/token",
    "/app/token/, /app, /token/",
    "/app//token, /app, /token",
    "//app/./token, /app, /token",
    "/app/x/../token, /app, /token",
    "/../../token, '', /token",
    "/app/%2e%2E/app/token, /app, /token",
    "/app;v=1/token;jsessionid=A.b, /app, /token",
    "/app/to%6Ben, /app, /token",
    "/a%20b/token, /a%20b, /token",
    "/a%20b/token, /a b, /token",
    "/a b/token, /a%20b, /token",
    "/caf%C3%A9, '', /caf\u00e9",
    "/a+b, '', /a+b",
    "/100%, '', /100%",
    "/%zz%4, '', /%zz%4",
    "/token?grant_type=x, '', /token",
    "'', '', /",
    "/a/.., '', /"
  })
  void readsUrisAsContainersDo(String uri, String contextPath, String path) {
    assertEquals(path, RequestUri.withinContext(uri, contextPath));
  }

  @Test
  void neverThrows() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String alphabet = "/.;%?2eEfF+\u00e9\ud83d";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder uri = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        uri.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        RequestUri.withinContext(uri.toString(), random.nextBoolean() ? "" : "/e");
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + uri, e);
      }
    }
  }
}
