package org.tokenerror.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.http.FormParameters;

@DisplayName("the request")
class RequestFactsTest {

  @Test
  @Tag("D21")
  void isNotReadUntilAskedAndThenOnce() {
    AtomicInteger asked = new AtomicInteger();
    RequestFacts facts =
        RequestFacts.builder()
            .parameters(
                () -> {
                  asked.incrementAndGet();
                  return FormParameters.parse("grant_type=password");
                })
            .build();
    Evidence success =
        new Evidence(facts, Exchange.basic().json(200, "{\"access_token\":\"a\"}").outcome());
    Exchange.kept(success);
    assertThat(asked).hasValue(0);
    facts.grantType();
    facts.secrets();
    assertThat(asked).hasValue(1);
  }

  @Test
  @Tag("H2")
  void keepsItsSecrets() {
    Exchange exchange =
        Exchange.post("grant_type=password&password=A3ddj3w&code=abc&username=johndoe").withBasic();
    assertThat(exchange.facts().secrets())
        .contains("A3ddj3w", Exchange.SECRET, Exchange.base64("s6BhdRkqt3:" + Exchange.SECRET))
        .doesNotContain("abc", "johndoe");
    assertThat(exchange.facts()).asString().doesNotContain("A3ddj3w", "czZ");
    assertThat(exchange.facts().clientAuthentication()).asString().doesNotContain(Exchange.SECRET);
  }

  @Test
  @Tag("D1")
  @Tag("D2")
  @Tag("D20")
  void tellsHowTheClientAuthenticates() {
    assertThat(Exchange.basic().facts().clientAuthentication())
        .isEqualTo(new ClientAuthentication.Header("Basic", true, Optional.of("s6BhdRkqt3")));
    assertThat(Exchange.body().facts().clientAuthentication())
        .isEqualTo(new ClientAuthentication.Body("s6"));
    assertThat(Exchange.post("client_id=s6").facts().clientAuthentication())
        .isEqualTo(new ClientAuthentication.Public("s6"));
    assertThat(Exchange.post("client_assertion=x").facts().clientAuthentication())
        .isEqualTo(new ClientAuthentication.Assertion());
    assertThat(Exchange.post("client_secret=&a=b").facts().clientAuthentication())
        .isEqualTo(new ClientAuthentication.None());
    assertThat(Exchange.body().withBasic().facts().clientAuthentication())
        .isEqualTo(
            new ClientAuthentication.Several(
                List.of("client_secret_basic", "client_secret_post"), true, Optional.of("Basic")));
    assertThat(Exchange.basic().withBasic().facts().clientAuthentication())
        .isInstanceOf(ClientAuthentication.Several.class);
    assertThat(
            Exchange.post("a=b").authorization("=?").facts().clientAuthentication().headerScheme())
        .isEmpty();
  }
}
