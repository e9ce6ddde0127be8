package org.tokenerror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.testing.AnswerAssert.assertAnswer;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tokenerror.TokenErrorSettings.Mode;
import org.tokenerror.testing.ActionServlet;
import org.tokenerror.testing.EmbeddedTomcat;
import org.tokenerror.testing.TokenRequest;

/** Lets a Tomcat refuse before the filter, which is registered in code here. */
@Tag("S1")
class ContainerRefusalsTest {
  private static final TokenRequest WRONG =
      TokenRequest.by("client", "wr0ng").grant("client_credentials");
  private static final String CHALLENGE = "Basic realm=\"clients\"";

  @Test
  @Tag("B8")
  void answersAtTheEndpointOnly() throws IOException, LifecycleException {
    List<String> told = new ArrayList<>();
    NormalizationListener listener =
        new NormalizationListener() {
          @Override
          public void onDecision(NormalizationEvent event) {
            told.add(event.path() + " " + event.servletStatus() + " " + event.verdict().label());
          }
        };
    TokenErrorFilter filter =
        new TokenErrorFilter(TokenErrorSettings.defaults(), List.of(), List.of(listener));
    try (EmbeddedTomcat tomcat = guarded(filter)) {
      assertAnswer(WRONG.sendTo(tomcat.http(), "/oauth2/token"))
          .isError(401, "invalid_client")
          .challenges(CHALLENGE);
      assertThat(WRONG.sendTo(tomcat.http(), "/other").text()).contains("HTTP Status 401");
      assertThat(told).containsExactly("/oauth2/token 401 CONTAINER_LOGIN");
    }
  }

  @Test
  @Tag("S10")
  void tellsWhatItWouldHaveDone() throws IOException, LifecycleException {
    List<Boolean> enforced = new ArrayList<>();
    NormalizationListener listener =
        new NormalizationListener() {
          @Override
          public void onDecision(NormalizationEvent event) {
            enforced.add(event.enforced());
          }
        };
    TokenErrorSettings settings = TokenErrorSettings.builder().mode(Mode.OBSERVE).build();
    TokenErrorFilter filter = new TokenErrorFilter(settings, List.of(), List.of(listener));
    try (EmbeddedTomcat tomcat = guarded(filter)) {
      assertAnswer(WRONG.sendTo(tomcat.http(), "/oauth2/token"))
          .isSameAs(WRONG.sendTo(tomcat.http(), "/other"));
      assertThat(enforced).containsExactly(false);
    }
  }

  @Test
  void staysAwayWhenToldTo() throws IOException, LifecycleException {
    for (TokenErrorSettings settings :
        List.of(
            TokenErrorSettings.builder().containerRefusals(false).build(),
            TokenErrorSettings.builder().mode(Mode.OFF).build())) {
      try (EmbeddedTomcat tomcat = guarded(new TokenErrorFilter(settings))) {
        assertThat(places(tomcat.context())).isZero();
        assertAnswer(WRONG.sendTo(tomcat.http(), "/oauth2/token"))
            .isSameAs(WRONG.sendTo(tomcat.http(), "/other"));
      }
    }
  }

  @Test
  void leavesItsPlaceWhenTheApplicationStops() throws IOException, LifecycleException {
    try (EmbeddedTomcat tomcat = guarded(new TokenErrorFilter(TokenErrorSettings.defaults()))) {
      Context context = tomcat.context();
      for (int start = 0; start < 3; start++) {
        assertThat(places(context)).isEqualTo(1);
        assertThat(context.getAuthenticator()).isNotNull();
        assertAnswer(WRONG.sendTo(tomcat.http(), "/oauth2/token")).isError(401, "invalid_client");
        context.stop();
        assertThat(places(context)).isZero();
        context.start();
      }
    }
  }

  private static long places(Context context) {
    return Stream.of(context.getPipeline().getValves())
        .filter(valve -> Proxy.isProxyClass(valve.getClass()))
        .count();
  }

  private static EmbeddedTomcat guarded(TokenErrorFilter filter)
      throws IOException, LifecycleException {
    EmbeddedTomcat tomcat =
        new EmbeddedTomcat()
            .servlet("s", new ActionServlet((q, p) -> p.setStatus(204)), "/oauth2/token", "/other")
            .filter("filter", filter, "/*");
    SecurityCollection everything = new SecurityCollection();
    everything.addPattern("/*");
    SecurityConstraint constraint = new SecurityConstraint();
    constraint.addCollection(everything);
    constraint.addAuthRole("client");
    tomcat.context().addConstraint(constraint);
    tomcat.context().addSecurityRole("client");
    tomcat.context().setLoginConfig(new LoginConfig("BASIC", "clients", null, null));
    tomcat.context().getPipeline().addValve(new BasicAuthenticator());
    return tomcat.start();
  }
}
