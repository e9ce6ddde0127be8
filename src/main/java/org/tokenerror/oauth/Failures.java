package org.tokenerror.oauth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tokenerror.http.Json;

/** Holds the bodies of those {@link BuiltInRule}s that are longer than a sentence. */
final class Failures {
  private Failures() {}

  /** Makes an error that is to be described in the servlet's words, or else by its sentence. */
  static OAuthError wordless(OAuthErrorCode code) {
    return OAuthError.of(code.wireName());
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
        reading.causes().stream()
                .anyMatch(
                    cause ->
                        InfrastructureSigns.in(cause)
                            || InfrastructureSigns.in(Causes.message(cause)))
            || texts(reading.said()).anyMatch(InfrastructureSigns::in);
    if (!broken) {
      return Optional.empty();
    }
    return Optional.of(
        wordless(
            reading.isUnavailable()
                ? OAuthErrorCode.TEMPORARILY_UNAVAILABLE
                : OAuthErrorCode.SERVER_ERROR));
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
    WordTable words = new WordTable(reading.request(), reading.isServerFault());
    Optional<OAuthErrorCode> meaning = words.read(List.of(code.orElseThrow().replace('_', ' ')));
    if (meaning.isPresent()) {
      return meaning.map(Failures::wordless);
    }
    boolean refused = reading.status() >= 400 && reading.status() < 500;
    return refused ? Optional.of(OAuthError.of(code.get())) : Optional.empty();
  }

  /** Finds the code of the innermost cause that has one, for it is the most specific. */
  static Optional<OAuthErrorCode> exceptionCode(Reading reading) {
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
    return StatusMeaning.of(new Reading(new Evidence(reading.request(), outcome)));
  }

  /** Tells whether words say that the client is not the one it says it is. */
  static boolean rejectsClient(String words, RequestFacts request) {
    return new WordTable(request, false)
        .read(List.of(words))
        .filter(OAuthErrorCode.INVALID_CLIENT::equals)
        .isPresent();
  }

  static Optional<OAuthErrorCode> words(Reading reading) {
    WordTable table = new WordTable(reading.request(), reading.isServerFault());
    Said said = reading.said();
    List<String> codes = said.codes().stream().map(code -> code.replace('_', ' ')).toList();
    Optional<OAuthErrorCode> code = table.read(codes);
    if (code.isPresent()) {
      return code;
    }
    List<String> messages = new ArrayList<>(said.messages());
    messages.addAll(said.text());
    reading.causes().forEach(cause -> messages.add(Causes.message(cause)));
    return table.read(messages);
  }

  private static Stream<String> texts(Said said) {
    Stream<String> members = said.members().stream().flatMap(Failures::strings);
    return Stream.of(said.codes().stream(), said.messages().stream(), said.text().stream(), members)
        .flatMap(texts -> texts);
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
