package org.tokenerror.check;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final int TOO_MANY_REQUESTS = 429;

  private final Wire wire;
  private final URI endpoint;
  private final Pace pace;
  private final int most;
  private final boolean forced;
  private final ComplianceCheck.Progress progress;
  private final Transcript transcript;
  private final List<CaseResult> results = new ArrayList<>();
  private final Map<String, Opening.Observed> observed = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  private Setup setup;
  private Optional<String> stopped = Optional.empty();
  private int sent;
  private int answered;
  private int silentInARow;

  CheckRun(
      Wire wire,
      URI endpoint,
      Setup setup,
      double rate,
      int most,
      boolean forced,
      ComplianceCheck.Progress progress) {
    this.wire = wire;
    this.endpoint = endpoint;
    this.setup = setup;
    this.pace = new Pace(rate);
    this.most = most;
    this.forced = forced;
    this.progress = progress;
    this.transcript = new Transcript(new Masker(setup.client()));
  }

  CheckResult run() {
    List<Case> first = Cases.opening(setup);
    send(first, first.size() + Cases.rest(setup).size());
    Opening opening = new Opening(setup, observed);
    if (!forced) {
      opening.noTokenEndpoint().ifPresent(this::giveUp);
      if (opening.isClientRefused()) {
        giveUp("the client was refused: wrong id or secret?");
      }
    }
    setup = opening.learn();
    notes.addAll(opening.notes());
    List<Case> rest = Cases.rest(setup);
    send(rest, first.size() + rest.size());
    noteWhatIsOpen(first.size() + rest.size());
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return new CheckResult(
        transcript.line(endpoint.toString()),
        now,
        setup.client().isPresent(),
        notes,
        stopped,
        results);
  }

  private void send(List<Case> cases, int total) {
    for (Case one : cases) {
      if (stopped.isPresent() || sent >= most) {
        return;
      }
      progress.next(results.size() + 1, Math.min(total, most), one.title());
      Reply reply = exchange(one);
      Judgement judgement = Judge.judge(one.sent(), reply);
      observed.put(one.id(), new Opening.Observed(reply, judgement));
      results.add(result(one, reply, judgement));
      listen(reply);
    }
  }

  /** Sends a request, and a second time if the server asks to wait and there is time. */
  private Reply exchange(Case one) {
    Reply reply = transmit(one);
    boolean again =
        reply instanceof RawResponse response
            && response.status() == TOO_MANY_REQUESTS
            && sent < most
            && pace.mayWait(retryAfter(response));
    return again ? transmit(one) : reply;
  }

  private Reply transmit(Case one) {
    if (!pace.waitForTurn()) {
      giveUp("it was interrupted");
    }
    sent++;
    return wire.send(one.request());
  }

  private static Duration retryAfter(RawResponse response) {
    return response
        .headers()
        .first("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ofSeconds(1));
  }

  /** Counts the requests that get no whole answer in time; one alone may be an accident. */
  private void listen(Reply reply) {
    Optional<String> failure = failure(reply);
    if (failure.isEmpty()) {
      answered++;
      silentInARow = 0;
      return;
    }
    silentInARow++;
    boolean deadEnd = reply instanceof Silence silence && silence.isDeadEnd();
    if (answered == 0 && (deadEnd || silentInARow == MOST_SILENT_IN_A_ROW)) {
      giveUp(failure.get());
    }
    if (silentInARow == MOST_SILENT_IN_A_ROW) {
      stopped =
          Optional.of(silentInARow + " requests in a row were not answered: " + failure.get());
    }
  }

  private static Optional<String> failure(Reply reply) {
    if (reply instanceof Silence silence) {
      return Optional.of(silence.detail());
    }
    boolean endless = ((RawResponse) reply).ending() == RawResponse.Ending.TOO_SLOW;
    return endless ? Optional.of("the body had no end when the time was over") : Optional.empty();
  }

  private CaseResult result(Case one, Reply reply, Judgement judgement) {
    return new CaseResult(
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
        judgement);
  }

  private void noteWhatIsOpen(int total) {
    if (results.size() < total && stopped.isEmpty()) {
      notes.add("Only " + results.size() + " of " + total + " cases were sent, because of --max.");
    }
    long large = count(Judgement.Outcome.TOO_LARGE);
    if (large > 0) {
      notes.add("Nothing is said about " + large + " of the requests: the answers are too large.");
    }
    long count = count(Judgement.Outcome.PUT_OFF);
    if (count > 0) {
      notes.add(
          "The server asked to slow down, so nothing is said about "
              + count
              + " of the requests. A lower --rate may help.");
    }
  }

  private long count(Judgement.Outcome outcome) {
    return results.stream().filter(one -> one.judgement().outcome() == outcome).count();
  }

  private void giveUp(String reason) {
    throw new CannotCheckException(
        "Cannot check " + transcript.line(endpoint.toString()) + ": " + reason);
  }
}
