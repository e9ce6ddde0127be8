package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.Verdict;

@Tag("S4")
@Tag("S5")
@DisplayName("S4: a servlet that never answers")
class TimeoutTest {
  private static final String GRANT = "grant_type=client_credentials";

  @Test
  @Tag("B16")
  @Tag("B17")
  void leavesUnreadableCredentialsWhatTheyAre() {
    for (String value : new String[] {"Basic !!!", "Basic Zm9v", "Carrier pigeon=\"1\""}) {
      Verdict.Replace verdict = timedOut(post(GRANT).authorization(value));
      assertThat(verdict.error().code()).as(value).isEqualTo("invalid_client");
      assertThat(verdict.status()).as(value).isEqualTo(401);
    }
  }

  @Test
  @Tag("B5")
  void leavesABadRequestWhatItIs() {
    Exchange[] requests = {
      post(GRANT + "&scope=%zz").withBasic(),
      post("scope=a").withBasic(),
      post(GRANT).withBasic().header("Content-Type", "multipart/form-data; boundary=x"),
      post(GRANT + "&scope=a&scope=b").withBasic()
    };
    for (Exchange request : requests) {
      Verdict.Replace verdict = timedOut(request);
      assertThat(verdict.error().code()).isEqualTo("invalid_request");
      assertThat(verdict.status()).isEqualTo(400);
    }
  }

  @Test
  @Tag("B20")
  void isUnavailableForARequestWithoutFault() {
    for (Exchange request :
        new Exchange[] {basic(), post(GRANT), post(GRANT).authorization("Bearer x")}) {
      assertThat(timedOut(request).error().code()).isEqualTo("temporarily_unavailable");
      assertThat(timedOut(request).status()).isEqualTo(503);
    }
  }

  /** A server that says so itself may not have read the request. */
  @Test
  @Tag("B20")
  void isBelievedWhenItSaysSo() {
    Evidence evidence = post("scope=a").withBasic().sentError(503, "later");
    assertThat(replaced(evidence).error().code()).isEqualTo("temporarily_unavailable");
  }

  private static Verdict.Replace timedOut(Exchange request) {
    return replaced(new Evidence(request.facts(), new Outcome.TimedOut(Headers.empty())));
  }
}
