package org.tokenerror.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Runs random scripts of servlet calls bare and behind filters: the client and the servlet must see
 * the same each time.
 *
 * @param http the server that has the {@link ScriptServlet} and the filters
 * @param context the application's context path, empty for the root
 * @param scripts how many scripts are run
 */
public record Transparency(RawHttp http, String context, int scripts) {
  private static final long FIRST_SEED = 20_261_122L;
  private static final int BATCH = 50;
  private static final int CLIENTS = 4;
  private static final int SHOWN = 12;
  private static final String BARE = "bare";

  /** Compares bare answers with those of captured paths. */
  public void compareWith(String... paths) throws InterruptedException, ExecutionException {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<List<String>>> batches = new ArrayList<>();
      for (long seed = FIRST_SEED; seed < FIRST_SEED + scripts; seed += BATCH) {
        long first = seed;
        Callable<List<String>> batch = () -> compare(first, paths);
        batches.add(clients.submit(batch));
      }
      List<String> differences = new ArrayList<>();
      for (Future<List<String>> batch : batches) {
        differences.addAll(batch.get());
      }
      String some = differences.stream().limit(SHOWN).collect(Collectors.joining("\n\n"));
      assertEquals("", some, differences.size() + " differences, the first of them:");
    } finally {
      clients.shutdownNow();
    }
  }

  /** Tells the differences that a batch of scripts makes. */
  private List<String> compare(long first, String... paths) throws IOException {
    List<Long> seeds = LongStream.range(first, first + BATCH).boxed().toList();
    Map<String, Seen> seen = seen(seeds, BARE, paths);
    List<String> differences = new ArrayList<>();
    for (long seed : seeds) {
      for (String path : paths) {
        if (isDifferent(seen, seed, path)) {
          // once more, for a server that closes a connection may cut off what the client has not
          // read yet
          Map<String, Seen> again = seen(List.of(seed), BARE, path);
          if (isDifferent(again, seed, path)) {
            differences.add(describe(again, seed, path));
          }
        }
      }
    }
    return differences;
  }

  private Map<String, Seen> seen(List<Long> seeds, String bare, String... paths)
      throws IOException {
    Map<String, RawAnswer> answers = new LinkedHashMap<>();
    for (long seed : seeds) {
      answers.put(bare + seed, run(bare, seed));
      for (String path : paths) {
        answers.put(path + seed, run(path, seed));
      }
    }
    Map<String, String> traces = traces(answers.keySet());
    Map<String, Seen> seen = new HashMap<>();
    answers.forEach((name, answer) -> seen.put(name, new Seen(answer, traces.get(name))));
    return seen;
  }

  private static boolean isDifferent(Map<String, Seen> seen, long seed, String path) {
    return !seen.get(BARE + seed).toText(BARE).equals(seen.get(path + seed).toText(path));
  }

  private static String describe(Map<String, Seen> seen, long seed, String path) {
    return "seed %d\n  bare  %s\n  %s  %s"
        .formatted(
            seed, seen.get(BARE + seed).toText(BARE), path, seen.get(path + seed).toText(path));
  }

  private RawAnswer run(String path, long seed) throws IOException {
    String target = context + "/" + path + "?seed=" + seed;
    List<String> lines = List.of("TE: trailers", "Content-Type: application/x-www-form-urlencoded");
    boolean head = seed % 8 == 0;
    byte[] form = head ? new byte[0] : "grant_type=password".getBytes(StandardCharsets.US_ASCII);
    try {
      return http.send(head ? "HEAD" : "POST", target, lines, form);
    } catch (IOException e) {
      throw new IOException(target + ": " + e.getMessage(), e);
    }
  }

  /** Asks what the scripts have seen, until the last of them has ended. */
  private Map<String, String> traces(Set<String> names) throws IOException {
    String target = context + "/trace?of=" + String.join(",", names);
    for (int patience = 100; true; patience--) {
      String text = http.send("GET", target, List.of(), new byte[0]).text();
      if (!text.contains(" is not there yet") || patience == 0) {
        return text.lines()
            .map(line -> line.split("=| is not", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
      }
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private record Seen(RawAnswer answer, String trace) {
    String toText(String path) {
      return trace + "\n  -> " + answer.statusLine() + " " + headers() + " " + body(path);
    }

    /**
     * Order of fields does not matter, order of values of one field does. After a forward Tomcat
     * asks a wrapped response for its writer, to close it, which names a charset. Undertow then
     * flushes a wrapped response before it closes it, and so knows no length.
     */
    private List<String> headers() {
      List<String> lines = new ArrayList<>(answer.stableHeaderLines());
      if (forwarded()) {
        lines.replaceAll(line -> line.replaceFirst(";charset=(ISO-8859-1|UTF-8)$", ""));
        lines.removeIf(line -> line.startsWith("Content-Length:"));
        lines.removeIf(line -> answer.body().length == 0 && line.startsWith("Content-Type:"));
      }
      lines.addAll(answer.trailerLines());
      Collections.sort(lines);
      return lines;
    }

    /** Error pages show the path. */
    private String body(String path) {
      String text = answer.text().replace("/" + path, "/path");
      int length = text.length();
      return (length > 200 ? text.substring(0, 200) + "... " + text.hashCode() + " " : text)
          + " "
          + length
          + (answer.whole() || forwarded() ? "" : " broken off");
    }

    private boolean forwarded() {
      return trace.contains("forward");
    }
  }
}
