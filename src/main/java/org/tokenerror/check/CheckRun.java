package org.tokenerror.check;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tokenerror.check.judge.Judge;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.wire.RawResponse;
import org.tokenerror.check.wire.Reply;
import org.tokenerror.check.wire.Silence;
import org.tokenerror.check.wire.Wire;

/**
 * Sends the cases one after the other, not faster than allowed, and gives up where nobody answers.
 *
 * <p>It is for one run.
 */
final class CheckRun {
  /** A server may fail to answer some requests; one that answers none of these has gone. */
  private static final int MOST_SILENT_IN_A_ROW = 5;

  private final Wire wire;
  private final URI endpoint;
  private final boolean methodIsOpen;
  private final double rate;
  private final int most;
  private final boolean forced;
  private final ComplianceCheck.Progress progress;
  private final Transcript transcript;
  private final List<CaseResult> results = new ArrayList<>();

  private Setup setup;
  private long nextStart = System.nanoTime();
  private int silentInARow;

  CheckRun(
      Wire wire,
      URI endpoint,
      Setup setup,
      boolean methodIsOpen,
      double rate,
      int most,
      boolean forced,
      ComplianceCheck.Progress progress) {
    this.wire = wire;
    this.endpoint = endpoint;
    this.setup = setup;
    this.methodIsOpen = methodIsOpen;
    this.rate = rate;
    this.most = most;
    this.forced = forced;
    this.progress = progress;
    this.transcript = new Transcript(new Masker(setup.client()));
  }

  CheckResult run() {
    List<Case> opening = Cases.opening(setup);
    int estimate = opening.size() + Cases.rest(setup).size();
    Optional<RawResponse> first = Optional.empty();
    for (Case one : opening) {
      Reply reply = send(one, estimate);
      if (first.isEmpty() && reply instanceof RawResponse response) {
        first = Optional.of(response);
      }
    }
    if (!forced && !isGranted(Cases.GOOD_HEADER) && !isGranted(Cases.GOOD_BODY)) {
      first.flatMap(NoTokenEndpoint::reason).ifPresent(this::giveUp);
    }
    learn();
    List<Case> rest = Cases.rest(setup);
    for (Case one : rest) {
      send(one, opening.size() + rest.size());
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return new CheckResult(
        transcript.line(endpoint.toString()), now, setup.client().isPresent(), results);
  }

  /** Finds out what the other cases depend on. */
  private void learn() {
    if (methodIsOpen && !isGranted(Cases.GOOD_HEADER) && isGranted(Cases.GOOD_BODY)) {
      setup = setup.by(ClientMethod.BODY);
    }
    boolean refused =
        List.of(Cases.GOOD_HEADER, Cases.GOOD_BODY).stream()
            .map(this::error)
            .anyMatch(List.of("unsupported_grant_type", "unauthorized_client")::contains);
    boolean granted = isGranted(Cases.GOOD_HEADER) || isGranted(Cases.GOOD_BODY);
    setup = setup.grantingCredentials(granted || !refused);
    boolean allowed =
        find(Cases.PREFLIGHT)
            .filter(result -> result.status() / 100 == 2)
            .filter(result -> hasField(result, "access-control-allow-origin:"))
            .isPresent();
    setup = setup.allowingOrigins(allowed);
  }

  private Reply send(Case one, int total) {
    if (results.size() >= most) {
      return new Silence(Silence.Reason.CLOSED, "not sent");
    }
    pause();
    progress.next(results.size() + 1, Math.min(total, most), one.title());
    Reply reply = wire.send(one.request());
    if (reply instanceof Silence silence) {
      silentInARow++;
      if (silence.isDeadEnd() || silentInARow >= MOST_SILENT_IN_A_ROW) {
        giveUp(silence.detail());
      }
    } else {
      silentInARow = 0;
    }
    Judgement judgement = Judge.judge(one.sent(), reply);
    results.add(
        new CaseResult(
            one.id(),
            one.group(),
            one.title(),
            one.sent().codes(),
            transcript.of(one.request()),
            transcript.of(reply, judgement.outcome()),
            reply instanceof RawResponse response ? response.status() : 0,
            reply instanceof RawResponse response
                ? transcript.line(Judge.error(response).orElse(""))
                : "",
            judgement));
    return reply;
  }

  private void pause() {
    long left = nextStart - System.nanoTime();
    nextStart =
        Math.max(nextStart, System.nanoTime()) + (long) (TimeUnit.SECONDS.toNanos(1) / rate);
    if (left > 0) {
      try {
        TimeUnit.NANOSECONDS.sleep(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        giveUp("it was interrupted");
      }
    }
  }

  private void giveUp(String reason) {
    throw new CannotCheckException(
        "Cannot check " + transcript.line(endpoint.toString()) + ": " + reason);
  }

  private Optional<CaseResult> find(String id) {
    return results.stream().filter(result -> result.id().equals(id)).findFirst();
  }

  private boolean isGranted(String id) {
    return find(id)
        .filter(result -> result.judgement().outcome() == Judgement.Outcome.GRANTED)
        .isPresent();
  }

  private String error(String id) {
    return find(id).map(CaseResult::error).orElse("");
  }

  private static boolean hasField(CaseResult result, String start) {
    return result
        .received()
        .lines()
        .anyMatch(line -> line.regionMatches(true, 0, start, 0, start.length()));
  }
}
