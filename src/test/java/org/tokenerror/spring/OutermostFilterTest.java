package org.tokenerror.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.NormalizationEvent;
import org.tokenerror.NormalizationListener;
import org.tokenerror.TokenErrorFilterInitializer;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.FailureRule;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.testing.ActionServlet;
import org.tokenerror.testing.EmbeddedTomcat;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Registers the filter as Spring Boot does, in a server that may have one already. */
final class OutermostFilterTest {
  private static final TokenRequest WRONG =
      TokenRequest.by("client", "wr0ng").grant("client_credentials");
  private static final Map<String, String> PROPERTIES = Map.of("token-error-filter.realm", "shop");

  private final List<String> heard = new ArrayList<>();

  @Test
  void registersTheFilterWhereThereIsNone() throws Exception {
    try (EmbeddedTomcat server = server()) {
      springBootIn(server);
      assertSettingsAndBeansAreUsed(server);
    }
  }

  @Test
  void handsWhatItKnowsToTheFilterThatAServerHasRegistered() throws Exception {
    try (EmbeddedTomcat server = server()) {
      server.context().addServletContainerInitializer(new TokenErrorFilterInitializer(), Set.of());
      springBootIn(server);
      assertSettingsAndBeansAreUsed(server);
    }
  }

  @Test
  @Tag("S11")
  void refusesAWrongProperty() {
    assertThatThrownBy(
            () -> new OutermostFilter(Map.of("token-error-filter.mode", "x"), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mode must be enforce, observe or off, but is \"x\"");
  }

  private void assertSettingsAndBeansAreUsed(EmbeddedTomcat server) throws Exception {
    server.start();
    assertThat(Arrays.stream(server.context().findFilterDefs()).map(FilterDef::getFilterClass))
        .containsExactly("org.tokenerror.TokenErrorFilter");
    RawAnswer refused = WRONG.sendTo(server.http(), "/oauth2/token");
    assertAnswer(refused).isError(401, "invalid_client").challenges("Basic realm=\"shop\"");
    assertAnswer(WRONG.line("X-Closed: yes").sendTo(server.http(), "/oauth2/token"))
        .isError(400, "invalid_scope");
    assertThat(heard).hasSize(2).element(1).isEqualTo("CLOSED_SHOP");
  }

  private static EmbeddedTomcat server() throws Exception {
    return new EmbeddedTomcat()
        .servlet(
            "token",
            new ActionServlet((request, response) -> response.sendError(401, "Bad credentials")),
            "/oauth2/token");
  }

  /** Does what Spring Boot does with a registration bean when a server starts an application. */
  private void springBootIn(EmbeddedTomcat server) {
    OutermostFilter bean =
        new OutermostFilter(PROPERTIES, List.of(new ClosedShop()), List.of(new Ear()));
    server
        .context()
        .addServletContainerInitializer((classes, context) -> bean.onStartup(context), Set.of());
  }

  private final class Ear implements NormalizationListener {
    @Override
    public void onDecision(NormalizationEvent event) {
      heard.add(event.verdict().label());
    }
  }

  private static final class ClosedShop implements FailureRule {
    @Override
    public String name() {
      return "CLOSED_SHOP";
    }

    @Override
    public Optional<OAuthError> apply(Evidence evidence) {
      return evidence.request().headers().contains("X-Closed")
          ? Optional.of(OAuthError.of(OAuthErrorCode.INVALID_SCOPE))
          : Optional.empty();
    }
  }
}
