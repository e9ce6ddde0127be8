package org.tokenerror.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.check.judge.Expectation;
import org.tokenerror.check.judge.Requirement;
import org.tokenerror.check.judge.Sent;
import org.tokenerror.check.judge.Trait;
import org.tokenerror.check.wire.RawRequest;
import org.tokenerror.http.Headers;

/**
 * Puts a case together; a POST of an encoded form unless it is told otherwise.
 *
 * <p>The secret of a client that exists never goes into the URI.
 */
final class CaseBuilder {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Setup setup;
  private final CaseGroup group;
  private final String id;
  private final String title;

  private String method = "POST";
  private Optional<String> query = Optional.empty();
  private final List<String> pairs = new ArrayList<>();
  private final Headers.Builder headers = Headers.builder();
  private Optional<String> mediaType = Optional.of(FORM);
  private Optional<String> rawBody = Optional.empty();
  private RawRequest.Framing framing = RawRequest.Framing.LENGTH;
  private boolean acceptGiven;

  private Optional<String> scheme = Optional.empty();
  private Expectation expectation = Expectation.REFUSAL;
  private final List<String> codes = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final Set<Integer> statuses = new HashSet<>();
  private final Set<Requirement> causes = EnumSet.noneOf(Requirement.class);
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  private final Set<String> secrets = new HashSet<>();
  private final Set<String> hostile = new HashSet<>();
  private boolean stranger = true;

  CaseBuilder(Setup setup, CaseGroup group, String id, String title) {
    this.setup = setup;
    this.group = group;
    this.id = id;
    this.title = title;
  }

  CaseBuilder method(String name) {
    method = name;
    return this;
  }

  /** Sends no body at all. */
  CaseBuilder withoutBody() {
    mediaType = Optional.empty();
    framing = RawRequest.Framing.NONE;
    return this;
  }

  CaseBuilder query(String more) {
    query = Optional.of(more);
    return this;
  }

  CaseBuilder header(String name, String value) {
    headers.add(name, value);
    acceptGiven |= name.equals("Accept");
    return this;
  }

  CaseBuilder with(String name, String value) {
    pairs.add(Encoding.form(name) + "=" + Encoding.form(value));
    return this;
  }

  /** Adds a pair that is encoded already, or should be and is not. */
  CaseBuilder raw(String pair) {
    pairs.add(pair);
    return this;
  }

  /** Adds the parameters of a request in which something else is wrong. */
  CaseBuilder grant() {
    setup.grant().forEach(pair -> with(pair.getKey(), pair.getValue()));
    return this;
  }

  /** Adds them without the scope. */
  CaseBuilder grantWithoutScope() {
    setup.grantWithoutScope().forEach(pair -> with(pair.getKey(), pair.getValue()));
    return this;
  }

  CaseBuilder body(String type, String text) {
    mediaType = Optional.of(type);
    rawBody = Optional.of(text);
    return this;
  }

  CaseBuilder withoutMediaType() {
    mediaType = Optional.empty();
    return this;
  }

  CaseBuilder framing(RawRequest.Framing other) {
    framing = other;
    return this;
  }

  /** Authenticates as the client that exists, or as one that does not where there is none. */
  CaseBuilder asClient() {
    return setup.method() == ClientMethod.BODY ? asClientByBody() : asClientByHeader();
  }

  /** Authenticates by the header even where the body is the usual way. */
  CaseBuilder asClientByHeader() {
    stranger &= setup.client().isEmpty();
    return basic(clientId(), clientSecret());
  }

  /** Authenticates by the body even where the header is the usual way. */
  CaseBuilder asClientByBody() {
    secretInBody();
    return with("client_id", clientId()).with("client_secret", clientSecret());
  }

  /** Authenticates as the client without a form: by the header, or not at all. */
  CaseBuilder asClientWithoutForm() {
    return setup.client().isPresent() && setup.method() == ClientMethod.BODY
        ? this
        : asClientByHeader();
  }

  /** Notes that the client authenticates in a body that is given as a whole. */
  CaseBuilder secretInBody() {
    stranger &= setup.client().isEmpty();
    return secret(clientSecret());
  }

  CaseBuilder basic(String user, String password) {
    secrets.add(password);
    return authorization(
        "Basic", "Basic " + Encoding.base64(Encoding.form(user) + ":" + Encoding.form(password)));
  }

  /** Adds an Authorization field as it stands. */
  CaseBuilder authorization(String schemeOfIt, String value) {
    scheme = Optional.of(scheme.orElse(schemeOfIt));
    traits.add(Trait.CREDENTIALS);
    return header("Authorization", value);
  }

  CaseBuilder secret(String value) {
    traits.add(Trait.CREDENTIALS);
    secrets.add(value);
    return this;
  }

  CaseBuilder hostile(String value) {
    hostile.add(value);
    return this;
  }

  CaseBuilder trait(Trait trait) {
    traits.add(trait);
    return this;
  }

  CaseBuilder traitIf(boolean condition, Trait trait) {
    return condition ? trait(trait) : this;
  }

  CaseBuilder orStatus(Integer... others) {
    statuses.addAll(List.of(others));
    return this;
  }

  CaseBuilder because(Requirement... reasons) {
    causes.addAll(List.of(reasons));
    return this;
  }

  Case refused(String... as) {
    return build(Expectation.REFUSAL, as);
  }

  Case refusedOrGranted(String... as) {
    return build(Expectation.EITHER, as);
  }

  Case granted() {
    return build(Expectation.SUCCESS);
  }

  Case withoutToken() {
    return build(Expectation.NO_TOKEN);
  }

  private Case build(Expectation deserved, String... as) {
    expectation = deserved;
    codes.addAll(List.of(as));
    if (stranger && deserved != Expectation.NO_TOKEN) {
      traits.add(Trait.STRANGER);
      addCode("invalid_client");
    }
    others.forEach(this::addCode);
    if (deserved == Expectation.EITHER) {
      setup.codesOfGrant().forEach(this::addCode);
    }
    RawRequest request =
        new RawRequest(
            method,
            query.map(setup::targetWith).orElse(setup.target()),
            fields(),
            rawBody.orElseGet(() -> String.join("&", pairs)).getBytes(StandardCharsets.ISO_8859_1),
            framing);
    Sent sent =
        new Sent(
            method, scheme, expectation, codes, statuses, causes, traits, worthHiding(), hostile);
    return new Case(id, group, title, request, sent);
  }

  /** Allows a code besides the others. */
  CaseBuilder orCode(String code) {
    others.add(code);
    return this;
  }

  private void addCode(String code) {
    if (!codes.contains(code)) {
      codes.add(code);
    }
  }

  private Headers fields() {
    Headers.Builder all = Headers.builder();
    if (!acceptGiven) {
      all.add("Accept", "*/*");
    }
    all.add("Accept-Encoding", "identity");
    all.add("User-Agent", "token-error-filter check");
    for (Headers.Field field : headers.build().fields()) {
      all.add(field.name(), field.value());
    }
    mediaType.ifPresent(type -> all.add("Content-Type", type));
    return all.build();
  }

  /** A secret that is an ordinary word may well be in an answer by chance. */
  private Set<String> worthHiding() {
    Set<String> some = new HashSet<>(secrets);
    some.removeIf(secret -> secret.length() < 6 || secret.chars().allMatch(Character::isLetter));
    return some;
  }

  private String clientId() {
    return setup.client().map(ClientCredentials::id).orElse(Bait.CLIENT);
  }

  private String clientSecret() {
    return setup.client().map(ClientCredentials::secret).orElse(Bait.SECRET);
  }
}
