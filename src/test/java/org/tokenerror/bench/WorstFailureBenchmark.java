package org.tokenerror.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tokenerror.TokenErrorSettings;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.decision.FailureClassifier;

/** Measures how the time to decide grows with a body that gives the readers most to do. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class WorstFailureBenchmark {

  /** Names what the body consists of. */
  public enum Content {
    WORDS("text/plain", "", "the client.Id is not 10.0.0.1 valid: v1.2 <b ", ""),
    JSON("application/json", "{\"a\":0", ",\"error_message\":{\"code\":\"x.y\"}", "}"),
    HTML("text/html", "<html><body>", "<p class=\"a b\">token &amp; grant</p>", "</body></html>");

    private final String type;
    private final String start;
    private final String piece;
    private final String end;

    Content(String type, String start, String piece, String end) {
      this.type = type;
      this.start = start;
      this.piece = piece;
      this.end = end;
    }

    byte[] bytes(int size) {
      StringBuilder body = new StringBuilder(start);
      while (body.length() + piece.length() + end.length() <= size) {
        body.append(piece);
      }
      return body.append(end).toString().getBytes(UTF_8);
    }
  }

  @Param public Content content = Content.WORDS;

  @Param({"1024", "4096", "16384", "65536"})
  public int size = 1024;

  private final FailureClassifier classifier =
      new FailureClassifier(List.of(), TokenErrorSettings.defaults().answers());
  private byte[] body = {};

  @Setup
  public void fill() {
    body = content.bytes(size);
  }

  @Benchmark
  public Verdict classify() {
    Headers headers = Headers.of("Content-Type", content.type);
    RequestFacts request =
        RequestFacts.builder()
            .headers(Headers.of("Authorization", "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZ"))
            .parameters(() -> FormParameters.parse("grant_type=password&username=a&password=b1c2"))
            .build();
    Outcome.Body written = Outcome.Body.ofBytes(body, true, headers);
    return classifier.classify(new Evidence(request, new Outcome.Returned(400, headers, written)));
  }
}
