package org.tokenerror.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenerror.check.judge.Expectation;
import org.tokenerror.check.judge.Finding;
import org.tokenerror.check.judge.Judge;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.wire.RawResponse;
import org.tokenerror.http.Headers;

final class CasesTest {
  private static final ClientCredentials CLIENT = new ClientCredentials("the-client", "S3cret-77");

  static Stream<Setup> setups() {
    URI uri = URI.create("http://as.example/token");
    Setup without = Setup.of(uri, Optional.empty());
    Setup both = Setup.of(uri, Optional.of(CLIENT));
    return Stream.of(
        without,
        both,
        both.by(Set.of(ClientMethod.BASIC)),
        both.by(Set.of(ClientMethod.BODY)),
        both.asking(Optional.of("api")),
        both.with(Setup.OwnToken.NOT_ALLOWED, List.of("invalid_grant")),
        both.with(Setup.OwnToken.REFUSED, List.of("invalid_scope")),
        both.allowingOrigins(true));
  }

  private static List<Case> all(Setup setup) {
    List<Case> all = new ArrayList<>(Cases.opening(setup));
    all.addAll(Cases.rest(setup));
    return all;
  }

  /** A case must not ask for what cannot be: the right answer to it has nothing wrong in it. */
  @ParameterizedTest
  @MethodSource("setups")
  void canBeAnsweredRightly(Setup setup) {
    for (Case one : all(setup)) {
      for (String code : one.sent().codes()) {
        Judgement judgement = Judge.judge(one.sent(), right(one, code));
        assertThat(judgement.findings().stream().filter(Finding::isFailure).toList())
            .filteredOn(finding -> !isOpen(one, finding, code))
            .as("%s answered with %s", one.id(), code)
            .isEmpty();
      }
    }
  }

  /** Recommendations and B17 ask for more than a code that is allowed all the same. */
  private static boolean isOpen(Case one, Finding finding, String code) {
    return switch (finding.requirement()) {
      case B16 -> !code.equals("invalid_client");
      default -> one.sent().expectation() == Expectation.SUCCESS;
    };
  }

  private static RawResponse right(Case one, String code) {
    boolean header = one.sent().scheme().isPresent();
    int status = code.equals("invalid_client") && header ? 401 : 400;
    Headers headers =
        Headers.of(
            "Content-Type", "application/json",
            "Cache-Control", "no-store",
            "Pragma", "no-cache",
            "X-Content-Type-Options", "nosniff",
            "Access-Control-Allow-Origin", "*");
    if (status == 401) {
      headers = headers.with("WWW-Authenticate", "Basic realm=\"x\", DPoP algs=\"ES256\"");
    }
    if (code.equals("use_dpop_nonce")) {
      headers = headers.with("DPoP-Nonce", "n-1");
    }
    byte[] body = ("{\"error\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8);
    return new RawResponse("HTTP/1.1 " + status, status, headers, body, RawResponse.Ending.WHOLE);
  }

  @ParameterizedTest
  @MethodSource("setups")
  void harmsNobody(Setup setup) {
    for (Case one : all(setup)) {
      assertThat(one.request().method())
          .as(one.id())
          .isIn("POST", "GET", "HEAD", "OPTIONS", "PATCH", "BREW");
      assertThat(one.request().target())
          .as(one.id())
          .startsWith("/token")
          .doesNotContain(CLIENT.secret());
      assertThat(one.request().body()).as(one.id()).hasSizeLessThan(1_100_000);
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void hasANameForEachCase(Setup setup) {
    assertThat(all(setup)).extracting(Case::id).doesNotHaveDuplicates();
    assertThat(all(setup)).extracting(Case::title).doesNotHaveDuplicates();
    assertThat(all(setup)).allMatch(one -> one.title().length() < 52);
  }

  @ParameterizedTest
  @MethodSource("setups")
  void failsToAuthenticateAsTheClientFourTimesAtMost(Setup setup) {
    String right = Encoding.base64(CLIENT.id() + ":" + CLIENT.secret());
    assertThat(all(setup))
        .filteredOn(
            one ->
                text(one).contains(CLIENT.id())
                    || text(one).contains(Encoding.base64(CLIENT.id() + ":").substring(0, 12)))
        .filteredOn(one -> !text(one).contains(CLIENT.secret()) && !text(one).contains(right))
        .hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void asksForTheScopeWhereNothingElseIsSaidAboutIt() {
    Setup setup = setups().skip(4).findFirst().orElseThrow();
    for (Case one : all(setup)) {
      String body = new String(one.request().body(), StandardCharsets.UTF_8);
      boolean own = body.startsWith("grant_type=client_credentials&scope=api");
      if (one.id().startsWith("scope-")) {
        assertThat(body).as(one.id()).doesNotContain("scope=api");
      } else if (one.sent().expectation() != Expectation.NO_TOKEN
          && body.startsWith("grant_type=client_credentials&")
          && !one.id().equals("grant-types-two")) {
        assertThat(own).as(one.id() + " " + body).isTrue();
      }
    }
  }

  private static String text(Case one) {
    StringBuilder text =
        new StringBuilder(new String(one.request().body(), StandardCharsets.UTF_8));
    one.request().headers().fields().forEach(field -> text.append('\n').append(field.value()));
    return text.toString();
  }
}
