package org.tokenerror.oauth.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.http.Json;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.said.Said;
import org.tokenerror.oauth.signs.UnsafeText;
import org.tokenerror.oauth.words.CodeSpelling;

/** Decides which other members of an error's body stay (S8). */
final class MemberPolicy {
  private static final Set<String> OWN = Set.of("error", "error_description", "error_uri");

  /** A21: no token together with an error. */
  private static final Set<String> TOKENS = Set.of("accesstoken", "refreshtoken", "idtoken");

  /** H1: what servers write there is for whoever runs them. */
  private static final Set<String> INSIDERS =
      Set.of(
          "reason",
          "debug",
          "errordebug",
          "debugmessage",
          "trace",
          "stack",
          "stacktrace",
          "exception",
          "throwable",
          "cause",
          "developermessage",
          "internalmessage");

  private final AnswerPolicy policy;

  MemberPolicy(AnswerPolicy policy) {
    this.policy = policy;
  }

  /** Finds the members that stay; empty when none does. */
  Optional<Json.Obj> extensionMembers(Said said, RequestFacts request, String code) {
    Optional<Json.Obj> object = said.members();
    if (object.isEmpty() || (!isOAuthError(object.get(), code) && !policy.keepDialectMembers())) {
      return Optional.empty();
    }
    UnsafeText unsafe = new UnsafeText(request);
    List<Json.Member> kept = new ArrayList<>();
    Set<String> names = new HashSet<>(OWN);
    for (Json.Member member : object.get().members()) {
      if (names.add(member.name()) && mayStay(member, unsafe)) { // A20: the first one counts
        kept.add(member);
      }
    }
    return kept.isEmpty() ? Optional.empty() : Optional.of(new Json.Obj(kept));
  }

  /** Tells whether nothing in a body has to go. */
  boolean isClean(Json.Obj object, RequestFacts request) {
    UnsafeText unsafe = new UnsafeText(request);
    return object.members().stream()
        .allMatch(member -> OWN.contains(member.name()) || mayStay(member, unsafe));
  }

  /** A23: finds an OAuth error, registered or passed on as it is, with its extension's members. */
  private static boolean isOAuthError(Json.Obj object, String code) {
    return object
        .string("error")
        .filter(stated -> stated.equals(code) || CodeSpelling.standard(stated).isPresent())
        .isPresent();
  }

  private static boolean mayStay(Json.Member member, UnsafeText unsafe) {
    String name = member.name().replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    return !TOKENS.contains(name)
        && !(member.value() instanceof Json.Null)
        && !unsafe.hasSecret(member.name())
        && !(INSIDERS.contains(name) && isSentence(member.value()))
        && isHarmless(member.value(), unsafe);
  }

  private static boolean isSentence(Json value) {
    return value instanceof Json.Str string && string.value().strip().indexOf(' ') > 0;
  }

  /** H1, H2: tokens and tickets of an extension stay, insides of the server and secrets go. */
  private static boolean isHarmless(Json value, UnsafeText unsafe) {
    if (value instanceof Json.Str string) {
      return !UnsafeText.isInternal(string.value()) && !unsafe.hasSecret(string.value());
    }
    if (value instanceof Json.Arr array) {
      return array.items().stream().allMatch(item -> isHarmless(item, unsafe));
    }
    return !(value instanceof Json.Obj object)
        || object.members().stream()
            .allMatch(
                member -> !unsafe.hasSecret(member.name()) && isHarmless(member.value(), unsafe));
  }
}
