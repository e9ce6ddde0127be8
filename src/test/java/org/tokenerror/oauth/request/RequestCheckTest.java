package org.tokenerror.oauth.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.base64;
import static org.tokenerror.oauth.Exchange.get;
import static org.tokenerror.oauth.Exchange.post;
import static org.tokenerror.oauth.RequestCheck.AUTHORIZATION_REPEATED;
import static org.tokenerror.oauth.RequestCheck.CLIENT_ID_MISMATCH;
import static org.tokenerror.oauth.RequestCheck.CREDENTIALS_IN_URI;
import static org.tokenerror.oauth.RequestCheck.DPOP_REPEATED;
import static org.tokenerror.oauth.RequestCheck.ENCODING;
import static org.tokenerror.oauth.RequestCheck.GRANT_TYPE_MISSING;
import static org.tokenerror.oauth.RequestCheck.GRANT_TYPE_SYNTAX;
import static org.tokenerror.oauth.RequestCheck.MEDIA_TYPE;
import static org.tokenerror.oauth.RequestCheck.METHOD;
import static org.tokenerror.oauth.RequestCheck.PARAMETER_REPEATED;
import static org.tokenerror.oauth.RequestCheck.SCOPE_SYNTAX;
import static org.tokenerror.oauth.RequestCheck.SEVERAL_MECHANISMS;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.Exchange;
import org.tokenerror.oauth.RandomExchange;
import org.tokenerror.oauth.RequestCheck;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.Verdict;

@Tag("S10")
final class RequestCheckTest {
  private static final String GRANT = "grant_type=client_credentials";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&scope=a+b%21",
        "&resource=a&resource=b&audience=c&audience=d",
        "&client_id=s6BhdRkqt3",
        "&never=heard&of=this",
        "&scope=&client_secret=&client_id="
      })
  @Tag("D8")
  @Tag("D10")
  @Tag("D2")
  @Tag("D7")
  void passGoodRequests(String more) {
    assertThat(failed(post(GRANT + more).withBasic())).isEmpty();
  }

  @Test
  @Tag("D14")
  void findOtherMethods() {
    assertThat(failed(get(GRANT))).containsExactly(METHOD);
    assertThat(failed(get(GRANT).method("post"))).contains(METHOD);
    assertThat(failed(get("").method("OPTIONS"))).isEmpty();
    assertThat(failed(get("").method("DELETE").at(EndpointProfile.REGISTRATION))).isEmpty();
    assertThat(failed(get("").method("DELETE").at(EndpointProfile.REVOCATION)))
        .containsExactly(METHOD);
  }

  @Test
  @Tag("D15")
  void findOtherMediaTypes() {
    assertThat(failed(post("{}").header("Content-Type", "application/json")))
        .containsExactly(MEDIA_TYPE);
    assertThat(failed(post("{}").header("Content-Type", "?"))).containsExactly(MEDIA_TYPE);
    assertThat(
            failed(
                post("{}")
                    .header("Content-Type", "application/json")
                    .at(EndpointProfile.REGISTRATION)))
        .isEmpty();
    assertThat(failed(post(GRANT).header("Content-Type", Exchange.FORM + ";charset=utf-8")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"&x=%zz", "&x=%E4", "&%00=x"})
  @Tag("D15")
  void findBrokenEncoding(String more) {
    assertThat(failed(post(GRANT + more))).containsExactly(ENCODING);
  }

  @Test
  @Tag("D20")
  void findSeveralAuthorizationLines() {
    Exchange twice = post(GRANT).withBasic().withBasic();
    assertThat(failed(twice)).containsExactly(AUTHORIZATION_REPEATED);
  }

  @Test
  @Tag("D17")
  void findSeveralProofs() {
    Headers headers = Headers.of("Content-Type", Exchange.FORM, "DPoP", "a", "dpop", "b");
    List<RequestCheck> failed = RequestChecks.failedBy(request(headers, "", GRANT));
    assertThat(failed).containsExactly(DPOP_REPEATED);
    assertThat(RequestChecks.refusal(failed.get(0), request(headers, "", GRANT)).error().code())
        .isEqualTo("invalid_dpop_proof");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_id=a", "client_secret=b", "x=1&client_secret=b"})
  @Tag("D3")
  void findCredentialsInTheUri(String query) {
    assertThat(failed(query, GRANT)).containsExactly(CREDENTIALS_IN_URI);
  }

  @Test
  @Tag("D16")
  @Tag("D3")
  void passAnyOtherQuery() {
    assertThat(failed("tenant=a&client_secret=&client_id", GRANT)).isEmpty();
    RequestFacts management =
        RequestFacts.builder()
            .method("GET")
            .profile(EndpointProfile.REGISTRATION)
            .query(() -> FormParameters.parse("client_id=s6BhdRkqt3"))
            .build();
    assertThat(RequestChecks.failedBy(management)).isEmpty();
  }

  @Test
  @Tag("D9")
  void findRepeatedParameters() {
    assertThat(failed(post(GRANT + "&scope=a&scope=b"))).containsExactly(PARAMETER_REPEATED);
    assertThat(failed("scope=a", GRANT + "&scope=a")).containsExactly(PARAMETER_REPEATED);
    assertThat(failed(post(GRANT + "&x=a&x=b"))).containsExactly(PARAMETER_REPEATED);
  }

  @Test
  @Tag("D7")
  @Tag("D9")
  void doNotCountParametersWithoutAValue() {
    assertThat(failed(post(GRANT + "&scope=a&scope=&scope"))).isEmpty();
    assertThat(failed(post("grant_type=&scope=a"))).containsExactly(GRANT_TYPE_MISSING);
  }

  @Test
  @Tag("D1")
  void findSeveralMechanisms() {
    assertThat(failed(post(GRANT + "&client_secret=x").withBasic()))
        .containsExactly(SEVERAL_MECHANISMS);
    assertThat(failed(post(GRANT + "&client_assertion=x").withBasic()))
        .containsExactly(SEVERAL_MECHANISMS);
    assertThat(failed(post(GRANT + "&client_id=a&client_secret=x&client_assertion=x")))
        .containsExactly(SEVERAL_MECHANISMS);
  }

  @Test
  @Tag("D2")
  void findAnotherClientThanTheHeaders() {
    assertThat(failed(post(GRANT + "&client_id=other").withBasic()))
        .containsExactly(CLIENT_ID_MISMATCH);
  }

  @ParameterizedTest
  @CsvSource({"a%2Bb:x, a%2Bb", "a+b:x, a%2Bb", "a%20b:x, a+b"})
  @Tag("D2")
  @Tag("D4")
  void takeTheSameIdInTwoEncodingsForTheSame(String pair, String parameter) {
    assertThat(
            failed(post(GRANT + "&client_id=" + parameter).authorization("Basic " + base64(pair))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "password, true",
    "urn:ietf:params:oauth:grant-type:device_code, true",
    "http://oauth.net/grant_type/device/1.0, true",
    "grant-1.2_X, true",
    "pass word, false",
    "grant/type, false",
    "a:b c, false",
    "'<script>', false",
    "ä, false"
  })
  @Tag("D12")
  void knowTheSyntaxOfGrantTypes(String type, boolean legal) {
    assertThat(ParameterSyntax.isGrantType(type)).isEqualTo(legal);
    RequestFacts request =
        RequestFacts.builder()
            .headers(Headers.of("Content-Type", Exchange.FORM))
            .parameters(
                () -> FormParameters.of(java.util.Map.of("grant_type", new String[] {type})))
            .build();
    assertThat(RequestChecks.failedBy(request).contains(GRANT_TYPE_SYNTAX)).isEqualTo(!legal);
  }

  @ParameterizedTest
  @CsvSource({
    "'a', true",
    "'a b:c/d!', true",
    "'a  b', false",
    "' a', false",
    "'a ', false",
    "'a\"b', false",
    "'a\\b', false",
    "'é', false"
  })
  @Tag("D13")
  void knowTheSyntaxOfScopes(String scope, boolean legal) {
    assertThat(ParameterSyntax.isScope(scope)).isEqualTo(legal);
  }

  @Test
  @Tag("D13")
  void callABadScopeByItsName() {
    RequestFacts request = post(GRANT + "&scope=a%20%20b").facts();
    assertThat(RequestChecks.failedBy(request)).containsExactly(SCOPE_SYNTAX);
    assertThat(RequestChecks.refusal(SCOPE_SYNTAX, request).error().code())
        .isEqualTo("invalid_scope");
  }

  @Test
  @Tag("D11")
  void findNoGrantType() {
    assertThat(failed(post("scope=a"))).containsExactly(GRANT_TYPE_MISSING);
    assertThat(failed(post("token=a").at(EndpointProfile.REVOCATION))).isEmpty();
  }

  @Test
  @Tag("D21")
  void accuseNobodyOfWhatTheyCannotSee() {
    RequestFacts unread =
        RequestFacts.builder()
            .headers(Headers.of("Content-Type", Exchange.FORM, "Content-Length", "99999"))
            .parameters(() -> FormParameters.empty().markedIncomplete())
            .build();
    assertThat(RequestChecks.failedBy(unread)).isEmpty();
  }

  @Test
  @Tag("D21")
  void lookAtTheHeadAlone() {
    RequestFacts request =
        RequestFacts.builder()
            .method("GET")
            .query(() -> FormParameters.parse("client_secret=x"))
            .parameters(
                () -> {
                  throw new AssertionError("parameters were read");
                })
            .build();
    assertThat(RequestChecks.failedByHeadOf(request)).containsExactly(METHOD, CREDENTIALS_IN_URI);
  }

  @ParameterizedTest
  @EnumSource
  void refuseInLegalWords(RequestCheck check) {
    Verdict.Replace refusal = RequestChecks.refusal(check, post(GRANT + "&x=1&x=2").facts());
    assertThat(refusal.status()).isEqualTo(check == METHOD ? 405 : 400);
    assertThat(refusal.faults()).containsExactly(check.requirement());
    assertThat(check.requirement()).matches("D\\d+");
    assertThat(refusal.error().description()).isPresent();
  }

  @Test
  @Tag("S12")
  void neverThrow() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      RequestFacts request = RandomExchange.of(random.nextLong()).request();
      for (RequestCheck check : RequestChecks.failedBy(request)) {
        assertThat(RequestChecks.refusal(check, request).rule())
            .as("seed %s", seed)
            .isEqualTo(check.name());
      }
    }
  }

  private static List<RequestCheck> failed(Exchange exchange) {
    return RequestChecks.failedBy(exchange.facts());
  }

  private static List<RequestCheck> failed(String query, String form) {
    return RequestChecks.failedBy(request(Headers.of("Content-Type", Exchange.FORM), query, form));
  }

  private static RequestFacts request(Headers headers, String query, String form) {
    return RequestFacts.builder()
        .headers(headers)
        .query(() -> FormParameters.parse(query))
        .parameters(() -> FormParameters.parse(query).plus(FormParameters.parse(form)))
        .build();
  }
}
