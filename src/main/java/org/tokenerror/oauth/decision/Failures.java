package org.tokenerror.oauth.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tokenerror.http.Json;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.dialect.Dialects;
import org.tokenerror.oauth.said.Causes;
import org.tokenerror.oauth.said.ErrorShape;
import org.tokenerror.oauth.said.Said;
import org.tokenerror.oauth.signs.InfrastructureSigns;
import org.tokenerror.oauth.signs.StackFrames;
import org.tokenerror.oauth.signs.TraceText;
import org.tokenerror.oauth.signs.UnsafeText;
import org.tokenerror.oauth.success.SuccessScanner;
import org.tokenerror.oauth.words.CodeSpelling;
import org.tokenerror.oauth.words.WordTable;

/** Holds the bodies of those {@link BuiltInRule}s that are longer than a sentence. */
final class Failures {
  private Failures() {}

  /** Makes an error that is to be described in the servlet's words, or else by its sentence. */
  static OAuthError wordless(OAuthErrorCode code) {
    return OAuthError.of(code.wireName());
  }

  /** Tells whether a 2xx to a token request without a token is a failure by a dialect's table. */
  static boolean isVendors(Reading reading) {
    Outcome.Body body = reading.outcome().body();
    if (body.isEmpty() || !body.isComplete()) {
      return false;
    }
    String text = body.text();
    return !new SuccessScanner(true).feed(text.toCharArray(), 0, text.length())
        && reading
            .said()
            .members()
            .filter(object -> new ErrorShape(object, reading.request().profile()).hasToken())
            .isEmpty()
        && reading.heard().meaning(reading.request()).isPresent()
        && FailureDetector.wantsToken(reading.request());
  }

  static Optional<OAuthError> infrastructure(Reading reading) {
    boolean named =
        reading.causes().stream()
            .map(cause -> CodeSpelling.standard(cause.getClass().getSimpleName()))
            .anyMatch(Optional::isPresent);
    if (named || reading.statedCode().isPresent() || exceptionCode(reading).isPresent()) {
      return Optional.empty();
    }
    boolean broken =
        reading.causes().stream().anyMatch(InfrastructureSigns::in)
            || texts(reading.said(), reading.causes())
                .anyMatch(text -> saysServerBroke(text, reading));
    if (!broken) {
      return Optional.empty();
    }
    return Optional.of(
        wordless(
            reading.isUnavailable()
                ? OAuthErrorCode.TEMPORARILY_UNAVAILABLE
                : OAuthErrorCode.SERVER_ERROR));
  }

  private static boolean saysServerBroke(String text, Reading reading) {
    if (InfrastructureSigns.in(text)) {
      return true;
    }
    boolean refused = reading.status() >= 400 && reading.status() < 500;
    if (StackFrames.in(text)) { // an application's own exception may say what it refused
      return !refused && table(reading).readPlain(TraceText.read(text).messages()).isEmpty();
    }
    return InfrastructureSigns.isLogin(text) && !refused && !namesUser(text, reading.request());
  }

  private static boolean namesUser(String text, RequestFacts request) {
    return request.parameter("username").filter(text::contains).isPresent();
  }

  private static WordTable table(Reading reading) {
    return new WordTable(reading.request(), reading.isServerFault());
  }

  static Optional<OAuthError> extension(Reading reading) {
    Optional<String> code = reading.said().members().flatMap(members -> members.string("error"));
    boolean candidate =
        code.filter(CodeSpelling::isExtensionLike)
            .filter(text -> !new UnsafeText(reading.request()).hasSecret(text))
            .isPresent();
    if (!candidate) {
      return Optional.empty();
    }
    String words = code.orElseThrow().replace('_', ' ');
    // mfa_required is a code that clients know, with members that they need (A23)
    Optional<OAuthErrorCode> meaning =
        WordTable.namesSecondFactor(words) ? Optional.empty() : table(reading).read(List.of(words));
    if (meaning.isPresent()) {
      return meaning.map(Failures::wordless);
    }
    boolean refused = reading.status() >= 400 && reading.status() < 500;
    return refused ? Optional.of(OAuthError.of(code.get())) : Optional.empty();
  }

  /** Finds the code of the innermost cause that has one, for it is the most specific. */
  static Optional<OAuthErrorCode> exceptionCode(Reading reading) {
    if (reading.causes().isEmpty()) {
      return Optional.empty();
    }
    List<Throwable> innermostFirst = new ArrayList<>(reading.causes());
    Collections.reverse(innermostFirst);
    return innermostFirst.stream().map(ExceptionCodes::find).flatMap(Optional::stream).findFirst();
  }

  static Optional<OAuthErrorCode> exceptionType(Reading reading) {
    Optional<OAuthErrorCode> type =
        reading.causes().stream()
            .map(cause -> ExceptionTypes.find(cause, reading.request()))
            .flatMap(Optional::stream)
            .findFirst();
    return type.isPresent() ? type : exceptionStatus(reading);
  }

  private static Optional<OAuthErrorCode> exceptionStatus(Reading reading) {
    return reading.causes().stream()
        .map(ExceptionCodes::status)
        .flatMap(Optional::stream)
        .findFirst()
        .map(status -> ofStatus(status, reading));
  }

  private static OAuthErrorCode ofStatus(int status, Reading reading) {
    Outcome outcome = new Outcome.SentError(status, Optional.empty(), reading.outcome().headers());
    return StatusMeaning.of(new Reading(new Evidence(reading.request(), outcome), Dialects.none()));
  }

  static Optional<OAuthErrorCode> words(Reading reading) {
    Said said = reading.said();
    List<String> texts = new ArrayList<>();
    said.codes().forEach(code -> texts.add(code.replace('_', ' ')));
    texts.addAll(said.messages());
    texts.addAll(said.text());
    texts.replaceAll(Failures::withoutFrames);
    reading.causes().forEach(cause -> texts.add(Causes.message(cause)));
    WordTable table = table(reading);
    Optional<OAuthErrorCode> plain = table.readPlain(texts);
    // a server that says wait by its status is believed before a hint is
    return plain.isPresent() || reading.isUnavailable() ? plain : table.readVague(texts);
  }

  private static String withoutFrames(String text) {
    return StackFrames.in(text) ? String.join("\n", TraceText.read(text).messages()) : text;
  }

  private static Stream<String> texts(Said said, List<Throwable> causes) {
    Stream<String> members = said.members().stream().flatMap(Failures::strings);
    Stream<String> thrown = causes.stream().map(Causes::message);
    return Stream.of(
            said.codes().stream(), said.messages().stream(), said.text().stream(), members, thrown)
        .flatMap(texts -> texts)
        .distinct();
  }

  private static Stream<String> strings(Json value) {
    if (value instanceof Json.Str string) {
      return Stream.of(string.value());
    }
    if (value instanceof Json.Arr array) {
      return array.items().stream().flatMap(Failures::strings);
    }
    if (value instanceof Json.Obj object) {
      return object.members().stream()
          .flatMap(member -> Stream.concat(Stream.of(member.name()), strings(member.value())));
    }
    return Stream.empty();
  }
}
