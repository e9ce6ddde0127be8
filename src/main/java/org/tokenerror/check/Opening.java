package org.tokenerror.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.check.judge.Judge;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.wire.RawResponse;
import org.tokenerror.check.wire.Reply;

/**
 * Draws conclusions from the first answers: whether to go on at all, and what the other cases have
 * to be like.
 *
 * <p>It looks at what came, not at what is shown of it.
 */
final class Opening {
  /** Holds what came back for one request. */
  record Observed(Reply reply, Judgement judgement) {
    boolean isGranted() {
      return judgement.outcome() == Judgement.Outcome.GRANTED;
    }

    Optional<RawResponse> response() {
      return reply instanceof RawResponse response ? Optional.of(response) : Optional.empty();
    }

    Optional<String> error() {
      return response().flatMap(Judge::error);
    }

    boolean isRefusedClient() {
      return error()
          .map("invalid_client"::equals)
          .orElse(response().filter(response -> response.status() == 401).isPresent());
    }
  }

  private static final Set<String> NOT_ALLOWED =
      Set.of("unsupported_grant_type", "unauthorized_client");

  /** What is said only to a client that did authenticate. */
  private static final Set<String> ACCEPTED =
      Set.of(
          "unsupported_grant_type",
          "unauthorized_client",
          "invalid_scope",
          "invalid_grant",
          "invalid_target",
          "access_denied");

  private final Setup setup;
  private final Map<String, Observed> answers;
  private final List<String> notes = new ArrayList<>();

  Opening(Setup setup, Map<String, Observed> answers) {
    this.setup = setup;
    this.answers = answers;
  }

  /** Returns why there is nothing to check. */
  Optional<String> noTokenEndpoint() {
    if (good().stream().anyMatch(Observed::isGranted)) {
      return Optional.empty();
    }
    return find(Cases.UNKNOWN_CLIENT)
        .filter(first -> first.judgement().outcome() == Judgement.Outcome.REFUSED)
        .flatMap(Observed::response)
        .flatMap(NoTokenEndpoint::reason);
  }

  /** Tells whether the client was not accepted in any way. */
  boolean isClientRefused() {
    return !good().isEmpty() && good().stream().allMatch(Observed::isRefusedClient);
  }

  /** Returns what the other cases depend on. */
  Setup learn() {
    boolean allowed =
        find(Cases.PREFLIGHT)
            .flatMap(Observed::response)
            .filter(response -> response.status() / 100 == 2)
            .filter(response -> allows(response.headers().all("Access-Control-Allow-Origin")))
            .isPresent();
    Setup learnt = setup.allowingOrigins(allowed);
    if (setup.client().isEmpty()) {
      return learnt;
    }
    if (isClientRefused()) {
      notes.add("The client was refused: wrong id or secret? It took no further part.");
      return learnt.withoutClient();
    }
    return withOwnToken(learnt.by(methods()));
  }

  /**
   * Lists what a reader of the result should know; there is something after {@link #learn} only.
   */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private static boolean allows(List<String> origins) {
    return origins.contains("*") || origins.contains(Bait.ORIGIN);
  }

  private Setup withOwnToken(Setup learnt) {
    if (good().isEmpty() || good().stream().anyMatch(Observed::isGranted)) {
      return learnt;
    }
    Set<String> codes = new LinkedHashSet<>();
    good().forEach(answer -> answer.error().ifPresent(codes::add));
    codes.remove("invalid_client");
    if (codes.stream().anyMatch(NOT_ALLOWED::contains)) {
      notes.add(
          "The client may not use client_credentials, so what needs a token of its own was left"
              + " out.");
      return learnt.with(
          Setup.OwnToken.NOT_ALLOWED,
          List.of("invalid_grant", "unsupported_grant_type", "unauthorized_client"));
    }
    notes.add(
        "The client got no token"
            + (codes.isEmpty() ? "" : " (" + String.join(", ", codes) + ")")
            + ", so what needs a token of its own was left out."
            + (codes.contains("invalid_scope") ? " Name a scope that it may ask for: --scope." : "")
            + (codes.isEmpty() ? " Wrong id or secret?" : ""));
    return learnt.with(Setup.OwnToken.REFUSED, List.copyOf(codes));
  }

  /** Finds out how the client authenticates: what gets a token, or what is not refused at least. */
  private Set<ClientMethod> methods() {
    Set<ClientMethod> granted = EnumSet.noneOf(ClientMethod.class);
    Set<ClientMethod> accepted = EnumSet.noneOf(ClientMethod.class);
    Set<ClientMethod> open = EnumSet.noneOf(ClientMethod.class);
    for (ClientMethod method : setup.methods()) {
      Optional<Observed> answer = find(good(method));
      if (answer.filter(Observed::isGranted).isPresent()) {
        granted.add(method);
      }
      if (answer.flatMap(Observed::error).filter(ACCEPTED::contains).isPresent()) {
        accepted.add(method);
      }
      if (answer.filter(Observed::isRefusedClient).isEmpty()) {
        open.add(method);
      }
    }
    return !granted.isEmpty() ? granted : !accepted.isEmpty() ? accepted : open;
  }

  private List<Observed> good() {
    return setup.methods().stream().flatMap(method -> find(good(method)).stream()).toList();
  }

  private static String good(ClientMethod method) {
    return method == ClientMethod.BASIC ? Cases.GOOD_HEADER : Cases.GOOD_BODY;
  }

  private Optional<Observed> find(String id) {
    return Optional.ofNullable(answers.get(id));
  }
}
