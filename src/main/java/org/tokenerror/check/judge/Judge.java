package org.tokenerror.check.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tokenerror.check.wire.RawResponse;
import org.tokenerror.check.wire.Reply;
import org.tokenerror.check.wire.Silence;
import org.tokenerror.http.BodyText;
import org.tokenerror.http.Json;

/**
 * Judges what came back for a request by every requirement.
 *
 * <p>The same request and reply always have the same judgement; nothing else plays a part.
 */
public final class Judge {
  private Judge() {}

  /**
   * Judges a reply.
   *
   * @param sent what was sent, and what it deserves
   * @param reply what came back
   * @return what became of the request, and how each requirement fared
   */
  public static Judgement judge(Sent sent, Reply reply) {
    if (reply instanceof RawResponse response) {
      return judge(new Exchange(sent, response));
    }
    return new Judgement(Judgement.Outcome.SILENT, silence(sent, (Silence) reply));
  }

  /**
   * Finds the code that an answer gives.
   *
   * @param response an answer
   * @return the text of the member error at the top of its JSON object, if there is one
   */
  public static Optional<String> error(RawResponse response) {
    return Json.parse(BodyText.decode(response.body(), response.headers()))
        .flatMap(Json.Document::object)
        .flatMap(object -> object.string("error"))
        .filter(code -> !code.isEmpty());
  }

  private static Judgement judge(Exchange exchange) {
    List<Finding> findings = new ArrayList<>();
    Checks.all()
        .forEach(
            (requirement, check) -> {
              Verdict verdict = check.judge(exchange);
              if (verdict.mark() != Mark.NOT_APPLICABLE) {
                findings.add(new Finding(requirement, verdict.mark(), verdict.detail()));
              }
            });
    return new Judgement(outcome(exchange), findings);
  }

  /** Who hears nothing got no JSON object either. */
  private static List<Finding> silence(Sent sent, Silence silence) {
    Requirement requirement =
        sent.expectation() == Expectation.NO_TOKEN ? Requirement.A25 : Requirement.A1;
    return List.of(new Finding(requirement, Mark.FAIL, silence.detail()));
  }

  private static Judgement.Outcome outcome(Exchange exchange) {
    if (exchange.isToken()) {
      return exchange.sent().expectation() == Expectation.REFUSAL
          ? Judgement.Outcome.WRONGLY_GRANTED
          : Judgement.Outcome.GRANTED;
    }
    if (exchange.isPutOff()) {
      return Judgement.Outcome.PUT_OFF;
    }
    if (exchange.isTooLarge()) {
      return Judgement.Outcome.TOO_LARGE;
    }
    return exchange.isRefusal() ? Judgement.Outcome.REFUSED : Judgement.Outcome.ANSWERED;
  }
}
