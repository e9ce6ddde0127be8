package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.kept;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.Exchange.replaced;

import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.Verdict;

/** Understands servlets that take every Authorization header for Basic. */
@Tag("B17")
class UnforeseenSchemeTest {
  private static final Exchange REQUEST = post("grant_type=client_credentials");
  private static final String DIGEST = "Digest username=\"u\", realm=\"r\", nonce=\"n\"";

  @ParameterizedTest
  @ValueSource(strings = {"Bearer mF_9", DIGEST})
  void answersAClientWhoseSchemeBrokeTheServlet(String authorization) {
    Stream.of(notBase64(), noColon(), tooShort())
        .forEach(
            thrown -> {
              Evidence evidence = REQUEST.authorization(authorization).threw(thrown);
              Verdict.Replace refused = replaced(evidence);
              assertThat(refused.error().code()).isEqualTo("invalid_client");
              assertThat(refused.status()).isEqualTo(401);
              assertThat(refused.rule()).isEqualTo("SCHEME_UNFORESEEN");
            });
  }

  @ParameterizedTest
  @MethodSource
  @Tag("B20")
  void leavesAServerThatBrokeForAnotherReason(Throwable thrown) {
    Verdict.Replace broken = replaced(REQUEST.authorization("Bearer mF_9").threw(thrown));
    assertThat(broken.error().code()).isEqualTo("server_error");
    assertThat(broken.status()).isEqualTo(500);
  }

  static Stream<Throwable> leavesAServerThatBrokeForAnotherReason() {
    return Stream.of(
        new SQLException("no route"),
        new NullPointerException("pool"),
        new IllegalArgumentException("maxTotal < 0"),
        new RuntimeException("x", new java.net.ConnectException("refused")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW"})
  @Tag("B20")
  void leavesAServerThatBrokeAtBasic(String authorization) {
    Verdict.Replace broken = replaced(REQUEST.authorization(authorization).threw(noColon()));
    assertThat(broken.error().code()).isEqualTo("server_error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer abc", "DPoP abc", "Digest username=\"u\""})
  @Tag("B17")
  void findsThatAServletLookedForTheClientInTheBodyOnly(String authorization) {
    Verdict.Replace refused =
        replaced(
            REQUEST
                .authorization(authorization)
                .json(
                    400,
                    "{\"error\":\"invalid_request\","
                        + "\"error_description\":\"Missing parameters: client_secret client_id\"}"));
    assertThat(refused.error().code()).isEqualTo("invalid_client");
    assertThat(refused.status()).isEqualTo(401);
  }

  @Test
  @Tag("B5")
  void believesAServletThatMissesSomethingElse() {
    for (Exchange exchange : List.of(REQUEST.authorization("Bearer abc"), REQUEST.withBasic())) {
      assertThat(
              kept(
                  exchange.json(
                      400,
                      "{\"error\":\"invalid_request\",\"error_description\":\"Missing tenant\"}",
                      "Cache-Control",
                      "no-store")))
          .isEqualTo(Verdict.Reason.COMPLIANT);
    }
  }

  @Test
  @Tag("B17")
  void findsThatAMalformedLoginIsTheClients() {
    Verdict.Replace refused =
        replaced(
            REQUEST
                .authorization("DPoP abc")
                .empty(401, "WWW-Authenticate", "DPoP error=\"invalid_request\""));
    assertThat(refused.error().code()).isEqualTo("invalid_client");
    assertThat(refused.status()).isEqualTo(401);
  }

  private static Throwable notBase64() {
    return thrownBy(() -> Base64.getDecoder().decode("name=\"u\""));
  }

  private static Throwable noColon() {
    return thrownBy(() -> "nocolon".split(":", 2)[1]);
  }

  private static Throwable tooShort() {
    return thrownBy(() -> "x".substring(6));
  }

  private static Throwable thrownBy(Supplier<?> broken) {
    try {
      throw new AssertionError("nothing was thrown but " + broken.get());
    } catch (RuntimeException e) {
      return e;
    }
  }
}
