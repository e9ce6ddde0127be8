package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.Verdict;

@Tag("C1")
@DisplayName("A login of several steps")
class LoginInStepsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Negotiate",
        "NTLM",
        "Digest realm=\"r\", nonce=\"n\"",
        "Basic realm=\"r\", Negotiate"
      })
  void mayBeginWithAnEmptyRequest(String challenge) {
    Verdict.Replace verdict = replaced(post("").empty(401, "WWW-Authenticate", challenge));
    assertThat(verdict.error().code()).isEqualTo("invalid_client");
    assertThat(verdict.status()).isEqualTo(401);
  }

  @Test
  void mayGoOnWithAnEmptyRequest() {
    Verdict.Replace verdict =
        replaced(
            post("")
                .authorization("Negotiate TlRMTVNTUAAB")
                .empty(401, "WWW-Authenticate", "Negotiate TlRMTVNTUAAC"));
    assertThat(verdict.error().code()).isEqualTo("invalid_client");
    assertThat(verdict.status()).isEqualTo(401);
  }

  @Test
  @Tag("D11")
  void isNotMeantByOtherEmptyRequests() {
    for (String challenge : new String[] {"Basic realm=\"r\"", "Bearer realm=\"r\""}) {
      assertThat(replaced(post("").empty(401, "WWW-Authenticate", challenge)).error().code())
          .isEqualTo("invalid_request");
    }
    assertThat(replaced(post("scope=a").empty(401, "WWW-Authenticate", "Negotiate")).error().code())
        .isEqualTo("invalid_request");
    assertThat(
            replaced(post("").withBasic().empty(401, "WWW-Authenticate", "Negotiate"))
                .error()
                .code())
        .isEqualTo("invalid_request");
  }
}
