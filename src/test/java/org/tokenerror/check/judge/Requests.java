package org.tokenerror.check.judge;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the requests that the tests let the judge have; each method returns a new one. */
record Requests(Sent sent) {
  static final String SECRET = "Wr0ng-Xk7q-secret";

  /** Returns a request by the header Basic, with a wrong secret. */
  static Requests wrongSecret() {
    return byHeader("Basic", "invalid_client").because(Requirement.B6);
  }

  static Requests byHeader(String scheme, String... codes) {
    return new Requests(
        new Sent(
            "POST",
            Optional.of(scheme),
            Expectation.REFUSAL,
            List.of(codes),
            Set.of(),
            Set.of(),
            Set.of(Trait.CREDENTIALS),
            Set.of(SECRET),
            Set.of()));
  }

  /** Returns a request by client_id and client_secret in the body. */
  static Requests byBody(String... codes) {
    Sent s = byHeader("Basic", codes).sent;
    return new Requests(
        new Sent(
            s.method(),
            Optional.empty(),
            s.expectation(),
            s.codes(),
            s.statuses(),
            s.causes(),
            s.traits(),
            s.secrets(),
            s.hostile()));
  }

  /** Returns a request that does not say who the client is. */
  static Requests anonymous(String... codes) {
    return byBody(codes).traits();
  }

  /** Returns a request of the right client, without grant_type. */
  static Requests noGrantType() {
    return byHeader("Basic", "invalid_request").because(Requirement.B5, Requirement.D11);
  }

  /** Returns a request of the right client with a code nobody issued. */
  static Requests badCode() {
    return byHeader("Basic", "invalid_grant", "unsupported_grant_type").because(Requirement.B12);
  }

  static Requests good() {
    return byHeader("Basic").expecting(Expectation.SUCCESS);
  }

  static Requests head() {
    Sent s = byHeader("Basic").sent;
    return new Requests(
        new Sent(
            "HEAD",
            Optional.empty(),
            Expectation.NO_TOKEN,
            s.codes(),
            s.statuses(),
            s.causes(),
            Set.of(),
            Set.of(),
            Set.of()));
  }

  Requests because(Requirement... causes) {
    return with(sent.expectation(), sent.statuses(), Set.of(causes), sent.traits(), sent.hostile());
  }

  Requests traits(Trait... traits) {
    Set<Trait> set = EnumSet.noneOf(Trait.class);
    set.addAll(List.of(traits));
    return with(sent.expectation(), sent.statuses(), sent.causes(), set, sent.hostile());
  }

  Requests and(Trait trait) {
    return traits(Trait.CREDENTIALS, trait);
  }

  Requests expecting(Expectation expectation) {
    return with(expectation, sent.statuses(), sent.causes(), sent.traits(), sent.hostile());
  }

  Requests orStatus(Integer... statuses) {
    return with(sent.expectation(), Set.of(statuses), sent.causes(), sent.traits(), sent.hostile());
  }

  Requests hostile(String value) {
    return with(sent.expectation(), sent.statuses(), sent.causes(), sent.traits(), Set.of(value));
  }

  private Requests with(
      Expectation expectation,
      Set<Integer> statuses,
      Set<Requirement> causes,
      Set<Trait> traits,
      Set<String> hostile) {
    return new Requests(
        new Sent(
            sent.method(),
            sent.scheme(),
            expectation,
            sent.codes(),
            statuses,
            causes,
            traits,
            sent.secrets(),
            hostile));
  }
}
