package org.tokenerror.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
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
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.ErrorResponse;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.answer.ErrorRenderer;
import org.tokenerror.oauth.decision.FailureClassifier;

/** Measures what it takes to decide about a failure as servers really answer, and to render it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class TypicalFailureBenchmark {

  /** Names a failure. */
  public enum Failure {
    SEND_ERROR {
      @Override
      Outcome outcome() {
        return new Outcome.SentError(401, Optional.of("Bad client credentials"), Headers.empty());
      }
    },
    OAUTH_JSON {
      @Override
      Outcome outcome() {
        return returned(
            401,
            "application/json",
            "{\"error\":\"invalid_grant\",\"error_description\":\"Authorization code expired\"}");
      }
    },
    VENDOR_JSON {
      @Override
      Outcome outcome() {
        return returned(
            401,
            "application/json;charset=UTF-8",
            "{\"timestamp\":\"2026-11-22T10:15:30.000+00:00\",\"status\":401,\"error\":"
                + "\"Unauthorized\",\"message\":\"Bad credentials\",\"path\":\"/oauth/token\"}");
      }
    },
    HTML_PAGE {
      @Override
      Outcome outcome() {
        return returned(
            401,
            "text/html;charset=utf-8",
            "<!doctype html><html lang=\"en\"><head><title>HTTP Status 401 – Unauthorized"
                + "</title><style type=\"text/css\">body {font-family:Tahoma,Arial,sans-serif;} h1,"
                + " h2, h3, b {color:white;background-color:#525D76;}</style></head><body><h1>HTTP"
                + " Status 401 – Unauthorized</h1><hr class=\"line\" /><p><b>Type</b> Status Report"
                + "</p><p><b>Message</b> Bad client credentials</p><p><b>Description</b> The request"
                + " has not been applied to the target resource because it lacks valid"
                + " authentication credentials for that resource.</p></body></html>");
      }
    },
    EXCEPTION {
      @Override
      Outcome outcome() {
        return new Outcome.Threw(
            new IllegalArgumentException("Invalid refresh token"), Headers.empty());
      }
    };

    abstract Outcome outcome();

    static Outcome returned(int status, String contentType, String body) {
      Headers headers = Headers.of("Content-Type", contentType);
      return new Outcome.Returned(
          status, headers, Outcome.Body.ofBytes(body.getBytes(UTF_8), true, headers));
    }
  }

  @Param public Failure failure = Failure.SEND_ERROR;

  private final AnswerPolicy policy = TokenErrorSettings.defaults().answers();
  private final FailureClassifier classifier = new FailureClassifier(List.of(), policy);
  private final ErrorRenderer renderer = new ErrorRenderer(policy);
  private Evidence decided = evidence();
  private Verdict.Replace replacement = replacement();

  @Setup
  public void decide() {
    decided = evidence();
    replacement = replacement();
  }

  private Verdict.Replace replacement() {
    return classifier.classify(decided).replacement().orElseThrow();
  }

  /** Reads everything anew, as for every request. */
  private Evidence evidence() {
    Headers headers =
        Headers.of(
            "Host", "as.example",
            "Accept", "application/json",
            "Authorization", "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3",
            "Content-Type", "application/x-www-form-urlencoded");
    RequestFacts request =
        RequestFacts.builder()
            .headers(headers)
            .parameters(() -> FormParameters.parse("grant_type=refresh_token&refresh_token=tGzv3J"))
            .build();
    return new Evidence(request, failure.outcome());
  }

  @Benchmark
  public Verdict classify() {
    return classifier.classify(evidence());
  }

  @Benchmark
  public ErrorResponse render() {
    return renderer.render(replacement, decided);
  }
}
