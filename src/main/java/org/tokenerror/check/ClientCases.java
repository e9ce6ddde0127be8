package org.tokenerror.check;

import static org.tokenerror.check.CaseGroup.CLIENT;

import java.util.ArrayList;
import java.util.List;
import org.tokenerror.check.judge.Requirement;
import org.tokenerror.check.judge.Trait;

/**
 * Lists requests of clients that are unknown, have the wrong secret, or say who they are twice.
 *
 * <p>A client that exists fails to authenticate four times at most, since some servers lock a
 * client out that fails too often.
 */
final class ClientCases {
  private static final String IR = "invalid_request";
  private static final String IC = "invalid_client";
  private static final String ID = "client_id";
  private static final String SECRET = "client_secret";
  private static final String ASSERTION = "client_assertion";
  private static final String ASSERTION_TYPE = "client_assertion_type";
  private static final String JWT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private ClientCases() {}

  static List<Case> of(Setup setup) {
    List<Case> cases = new ArrayList<>();
    cases.addAll(strangers(setup));
    cases.addAll(accepts(setup));
    cases.addAll(assertions(setup));
    setup.client().ifPresent(client -> cases.addAll(known(setup, client)));
    return cases;
  }

  private static List<Case> strangers(Setup setup) {
    return List.of(
        make(setup, "unknown-client-body", "unknown client, by body")
            .grant()
            .with(ID, Bait.CLIENT)
            .with(SECRET, Bait.SECRET)
            .secret(Bait.SECRET)
            .because(Requirement.B6)
            .refused(IC),
        make(setup, "no-client", "nobody says who the client is")
            .grant()
            .because(Requirement.B6)
            .refused(IC, IR),
        make(setup, "unknown-client-public", "unknown client without a secret")
            .grant()
            .with(ID, Bait.CLIENT)
            .because(Requirement.B6)
            .refused(IC, IR, "unauthorized_client"),
        make(setup, "client-id-twice", "unknown client, named twice")
            .grant()
            .with(ID, Bait.CLIENT)
            .with(ID, Bait.CLIENT + "-2")
            .with(SECRET, Bait.SECRET)
            .secret(Bait.SECRET)
            .because(Requirement.D9)
            .refused(IR, IC),
        make(setup, "credentials-in-uri", "id and wrong secret in the URI")
            .query("client_id=" + Bait.CLIENT + "&client_secret=" + Bait.SECRET)
            .grant()
            .secret(Bait.SECRET)
            .because(Requirement.D3)
            .refused(IC, IR));
  }

  /** A27: what is accepted changes nothing. */
  private static List<Case> accepts(Setup setup) {
    return List.of(
        accepting(setup, "accept-json", "application/json").refused(IC),
        accepting(setup, "accept-html", "text/html,application/xhtml+xml,*/*;q=0.8")
            .trait(Trait.OTHER_FORMAT_ACCEPTED)
            .refused(IC),
        accepting(setup, "accept-xml", "application/xml")
            .trait(Trait.OTHER_FORMAT_ACCEPTED)
            .refused(IC, "invalid_request")); // RFC 9110 15.5.7: it need not look at the client
  }

  private static CaseBuilder accepting(Setup setup, String id, String types) {
    return make(setup, id, "unknown client that accepts " + types.replaceAll(",.*", ""))
        .header("Accept", types)
        .grant()
        .basic(Bait.CLIENT, Bait.SECRET)
        .because(Requirement.B6);
  }

  private static List<Case> assertions(Setup setup) {
    return List.of(
        make(setup, "assertion-bad", "an assertion that is no JWT of the client's")
            .grant()
            .with(ID, Bait.CLIENT)
            .with(ASSERTION_TYPE, JWT)
            .with(ASSERTION, Bait.ASSERTION)
            .secret(Bait.ASSERTION)
            .because(Requirement.B6, Requirement.F9)
            .refused(IC, IR),
        make(setup, "assertion-type-unknown", "an assertion of a type nobody knows")
            .grant()
            .with(ID, Bait.CLIENT)
            .with(ASSERTION_TYPE, "urn:example:nothing-Xk7q")
            .with(ASSERTION, Bait.ASSERTION)
            .secret(Bait.ASSERTION)
            .because(Requirement.B6)
            .refused(IC, IR),
        make(setup, "assertion-untyped", "an assertion without a type")
            .grant()
            .with(ID, Bait.CLIENT)
            .with(ASSERTION, Bait.ASSERTION)
            .secret(Bait.ASSERTION)
            .because(Requirement.B6)
            .refused(IR, IC),
        make(setup, "secret-and-assertion", "a wrong secret and a bad assertion")
            .grant()
            .with(ID, Bait.CLIENT)
            .with(SECRET, Bait.SECRET)
            .with(ASSERTION_TYPE, JWT)
            .with(ASSERTION, Bait.ASSERTION)
            .secret(Bait.SECRET)
            .secret(Bait.ASSERTION)
            .because(Requirement.D1)
            .refused(IR, IC));
  }

  /** What a client may not use at all would be one more failure, and tell nothing new. */
  private static List<Case> known(Setup setup, ClientCredentials client) {
    List<Case> cases = new ArrayList<>();
    if (setup.mayUse(ClientMethod.BASIC)) {
      cases.add(
          make(setup, "wrong-secret-header", "wrong secret, by header")
              .grant()
              .basic(client.id(), Bait.SECRET)
              .because(Requirement.B6)
              .refused(IC));
    }
    if (setup.mayUse(ClientMethod.BODY)) {
      cases.add(
          make(setup, "wrong-secret-body", "wrong secret, by body")
              .grant()
              .with(ID, client.id())
              .with(SECRET, Bait.SECRET)
              .secret(Bait.SECRET)
              .because(Requirement.B6)
              .refused(IC));
    }
    if (setup.mayUse(ClientMethod.BASIC)) {
      cases.add(
          make(setup, "empty-secret-header", "no secret, by header")
              .grant()
              .authorization("Basic", "Basic " + Encoding.base64(Encoding.form(client.id()) + ":"))
              .because(Requirement.B6)
              .refused(IC, IR));
    }
    cases.add(
        make(setup, "no-secret-body", "no secret, by body")
            .grant()
            .with(ID, client.id())
            .because(Requirement.B6)
            .refused(IC, IR, "unauthorized_client"));
    cases.addAll(twice(setup));
    return cases;
  }

  private static List<Case> twice(Setup setup) {
    List<Case> cases = new ArrayList<>();
    if (setup.mayUse(ClientMethod.BASIC)) {
      CaseBuilder mismatch =
          make(setup, "client-id-mismatch", "another client_id beside the header")
              .grant()
              .asClientByHeader()
              .with(ID, Bait.CLIENT)
              .because(Requirement.D2);
      setup.codesOfGrant().forEach(mismatch::orCode);
      cases.add(mismatch.refused(IR, IC, "invalid_grant", "unauthorized_client"));
    }
    CaseBuilder two =
        make(setup, "two-mechanisms", "the right secret by header and by body")
            .grant()
            .asClientByHeader()
            .asClientByBody()
            .because(Requirement.B5, Requirement.D1);
    // One of the two may be none that this client may use: then it has not authenticated.
    boolean both = setup.mayUse(ClientMethod.BASIC) && setup.mayUse(ClientMethod.BODY);
    cases.add(both ? two.refused(IR) : two.refused(IR, IC));
    return cases;
  }

  private static CaseBuilder make(Setup setup, String id, String title) {
    return new CaseBuilder(setup, CLIENT, id, title);
  }
}
