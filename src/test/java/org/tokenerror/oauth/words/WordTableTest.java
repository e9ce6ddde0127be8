package org.tokenerror.oauth.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;

@Tag("S4")
@DisplayName("S4: words")
class WordTableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bad client credentials | invalid_client",
        "Unknown client s6BhdRkqt3 | invalid_client",
        "No client with requested id | invalid_client",
        "client_secret is invalid | invalid_client",
        "Invalid API key | invalid_client",
        "Missing valid authorization header | invalid_client",
        "client assertion expired | invalid_client",
        "Falscher Client | invalid_client",
        "client_key\u9519\u8BEF | invalid_client",
        "Authorization code has expired or was already used | invalid_grant",
        "The code passed is incorrect or expired. | invalid_grant",
        "redirect_uri does not match | invalid_grant",
        "The PKCE code verifier doesn't match | invalid_grant",
        "Token is invalid or expired | invalid_grant",
        "RefreshToken expired | invalid_grant",
        "User account is locked | invalid_grant",
        "Unsupported grant type: foo | unsupported_grant_type",
        "grant type is not allowed for this client | unauthorized_client",
        "grant_type is missing | invalid_request",
        "Invalid scope: admin | invalid_scope",
        "duplicate parameter grant_type | invalid_request",
        "multiple client credentials | invalid_request",
        "Missing parameter: redirect_uri | invalid_request",
        "code required | invalid_request",
        "CSRF verification failed | invalid_request",
        "Too many requests | temporarily_unavailable",
        "Scheduled maintenance | temporarily_unavailable"
      })
  @DisplayName("say a subject and a predicate")
  void subjectAndPredicate(String text, String code) {
    RequestFacts request = Exchange.basic().facts();
    assertThat(new WordTable(request, false).read(List.of(text)))
        .map(OAuthErrorCode::wireName)
        .hasValue(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error code 49",
        "Unauthorized",
        "Bad Request",
        "Internal Server Error",
        "An error occurred while processing",
        "status code 400",
        "Hello world",
        "\u4F60\u597D",
        ""
      })
  @DisplayName("may say nothing")
  void nothing(String text) {
    RequestFacts request = Exchange.basic().facts();
    assertThat(new WordTable(request, false).read(List.of(text))).isEmpty();
  }

  @Test
  @DisplayName("mean what the grant type makes of them")
  void twins() {
    String words = "Bad credentials";
    assertThat(read(Exchange.password(), words)).isEqualTo("invalid_grant");
    assertThat(read(Exchange.password().withBasic(), words)).isEqualTo("invalid_grant");
    assertThat(read(Exchange.post("grant_type=client_credentials").withBasic(), words))
        .isEqualTo("invalid_client");
    assertThat(read(Exchange.basic(), words)).isEqualTo("invalid_client");
    assertThat(read(Exchange.password(), "Authentication failed")).isEqualTo("invalid_grant");
    assertThat(read(Exchange.password().withBasic(), "Authentication failed"))
        .isEqualTo("invalid_client");
  }

  @Test
  @Tag("B20")
  @DisplayName("of a server that failed count less")
  void serverFault() {
    RequestFacts request = Exchange.basic().facts();
    List<String> words = List.of("client lookup failed");
    assertThat(new WordTable(request, true).read(words)).isEmpty();
    assertThat(new WordTable(request, false).read(words)).isPresent();
  }

  private static String read(Exchange exchange, String words) {
    return Exchange.replaced(exchange.sentError(401, words)).error().code();
  }
}
