package org.tokenerror.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Runs random scripts of servlet calls bare and behind the {@link KeepingFilter}: the client and
 * the servlet must see the same each time.
 *
 * @param http the server that has the {@link ScriptServlet} and the filter
 * @param context the application's context path, empty for the root
 * @param scripts how many scripts are run
 */
public record Transparency(RawHttp http, String context, int scripts) {
  private static final long FIRST_SEED = 20_261_122L;

  /** Compares bare answers with those of a captured path: kept, tiny or watched. */
  public void compareWith(String path) throws IOException {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + scripts; seed++) {
      Seen bare = run("bare", seed);
      Seen behind = run(path, seed);
      String hint = "seed " + seed + ", calls " + behind.trace + "\n";
      assertEquals(bare.trace, behind.trace, hint);
      assertEquals(bare.answer.statusLine(), behind.answer.statusLine(), hint);
      assertEquals(bare.headers(), behind.headers(), hint);
      assertEquals(bare.body("bare"), behind.body(path), hint);
    }
  }

  private Seen run(String path, long seed) throws IOException {
    String query = "?seed=" + seed;
    RawAnswer answer = http.post(context + "/" + path + query, List.of(), "grant_type=password");
    RawAnswer trace =
        http.send("GET", context + "/trace?of=" + path + seed, List.of(), new byte[0]);
    return new Seen(answer, trace.text());
  }

  private record Seen(RawAnswer answer, String trace) {
    /**
     * Order of fields does not matter, order of values of one field does. After a forward Tomcat
     * asks a wrapped response for its writer, to close it, which names a charset for no body.
     */
    List<String> headers() {
      List<String> lines = new ArrayList<>(answer.stableHeaderLines());
      if (answer.body().length == 0) {
        lines.replaceAll(line -> line.replace(";charset=ISO-8859-1", ""));
      }
      Collections.sort(lines);
      return lines;
    }

    /** Error pages show the path. */
    String body(String path) {
      return answer.text().replace("/" + path, "/path") + answer.whole();
    }
  }
}
