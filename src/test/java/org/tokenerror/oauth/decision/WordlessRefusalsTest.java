package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.Verdict;

/** Reads refusals of frameworks that send a status and not a word. */
@Tag("S4")
class WordlessRefusalsTest {
  private static final String DEVICE =
      "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=GmRhmhcxhw";

  @ParameterizedTest
  @ValueSource(ints = {415, 501})
  @Tag("B14")
  void findsThatARareGrantTypeIsNotSupported(int status) {
    Exchange odd = post("grant_type=urn:example:odd").withBasic();
    assertCode(odd.empty(status), "unsupported_grant_type");
    Exchange password = post("grant_type=password&username=u&password=x").withBasic();
    assertCode(password.empty(status), "unsupported_grant_type");
  }

  @Test
  @Tag("B14")
  void isNotMisledByTheReasonPhrase() {
    Exchange odd = post("grant_type=urn:example:odd").withBasic();
    assertCode(odd.sentError(415, "Unsupported Media Type"), "unsupported_grant_type");
  }

  @Test
  @Tag("B19")
  void believesA415ThatIsAboutTheMediaType() {
    Exchange json =
        post("grant_type=urn:example:odd").withBasic().header("Content-Type", "application/json");
    assertCode(json.empty(415), "invalid_request");
    assertCode(post("grant_type=client_credentials").withBasic().empty(415), "invalid_request");
  }

  @ParameterizedTest
  @CsvSource({
    "410, grant_type=authorization_code&code=x",
    "404, grant_type=authorization_code&code=x",
    "410, grant_type=refresh_token&refresh_token=x",
    "404, " + DEVICE,
    "404, grant_type=password&username=u&password=x"
  })
  @Tag("B12")
  void findsThatTheGrantIsGone(int status, String form) {
    assertCode(post(form).withBasic().empty(status), "invalid_grant");
  }

  /** Clients throw a refresh token away that is said to be invalid. */
  @Test
  void doesNotMistakeAMissingEndpointForABadRefreshToken() {
    Exchange refresh = post("grant_type=refresh_token&refresh_token=x").withBasic();
    assertCode(refresh.empty(404), "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"No static resource oauth2/token.", "The requested resource is not here"})
  void doesNotMistakeAMissingEndpointForABadCode(String message) {
    assertCode(basic().sentError(404, message), "invalid_request");
  }

  @Test
  @Tag("S7")
  void doesNotRepeatTheReasonPhraseAsDescription() {
    Verdict.Replace refused = replaced(basic().sentError(410, "Gone"));
    assertThat(refused.error().description()).contains(OAuthErrorCode.INVALID_GRANT.sentence());
    Verdict.Replace json = replaced(basic().json(403, "{\"message\":\"Forbidden\"}"));
    assertThat(json.error().description()).contains(OAuthErrorCode.UNAUTHORIZED_CLIENT.sentence());
  }

  /** In the password grant a 401 may be about the user, whose name was not even sent. */
  @Test
  @Tag("B5")
  void findsTheParameterThatAPasswordGrantLacks() {
    Exchange nameless = post("grant_type=password&password=x").withBasic();
    assertCode(nameless.empty(401), "invalid_request");
    assertCode(nameless.json(401, "{\"error\":\"invalid_client\"}"), "invalid_client");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><head><title>Sign in</title></head><body>Please sign in</body></html>",
        "<html><body><h1>Login</h1><form><input type=password></form></body></html>",
        "<html><body><h1>Anmelden</h1></body></html>"
      })
  @Tag("B3")
  void takesALoginPageForARefusedClient(String page) {
    Verdict.Replace refused = replaced(basic().returned(200, "text/html", page));
    assertThat(refused.error().code()).isEqualTo("invalid_client");
    assertThat(refused.status()).isEqualTo(401);
  }

  private static void assertCode(Evidence evidence, String code) {
    assertThat(replaced(evidence).error().code()).isEqualTo(code);
  }
}
