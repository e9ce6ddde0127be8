package org.tokenerror.oauth.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.Json;
import org.tokenerror.http.MediaType;
import org.tokenerror.http.ReasonPhrase;
import org.tokenerror.oauth.Outcome;

/**
 * Reads what a servlet said: JSON, JSON in JSON, JSONP, form, XML, HTML or bare text.
 *
 * <p>It trusts the text more than its media type, and it never interprets: what a code or a word
 * means is for the rules.
 */
public final class SaidReader {
  private static final int LONGEST_TEXT = 16_384;

  private SaidReader() {}

  /**
   * Reads all that a servlet said.
   *
   * @param outcome how the servlet answered
   * @return codes, words and members; nothing of an exception
   */
  public static Said read(Outcome outcome) {
    if (outcome instanceof Outcome.SentError sent) {
      return sent.message()
          .filter(message -> !ReasonPhrase.isOf(sent.status(), message))
          .map(SaidReader::message)
          .orElseGet(Said::nothing);
    }
    return Redirect.target(outcome).map(SaidReader::location).orElseGet(() -> body(outcome));
  }

  /**
   * Reads the object a body holds, in whatever syntax.
   *
   * @param outcome how the servlet answered
   * @return the object, empty when the body is or holds none
   */
  public static Optional<Json.Obj> object(Outcome outcome) {
    Outcome.Body body = outcome.body();
    if (body.isEmpty()) {
      return Optional.empty();
    }
    Optional<Json.Obj> json = body.json().flatMap(found -> unwrap(found.root()));
    return json.isPresent() ? json : otherSyntax(bounded(body.text()), mediaType(outcome));
  }

  /**
   * Reads the media type of an answer.
   *
   * @param outcome how the servlet answered
   * @return the media type, empty when there is no legal Content-Type
   */
  public static Optional<MediaType> mediaType(Outcome outcome) {
    return outcome.headers().first("Content-Type").flatMap(MediaType::parse);
  }

  private static Said body(Outcome outcome) {
    if (outcome.body().isEmpty()) {
      return Said.nothing();
    }
    Optional<Json.Obj> object = object(outcome);
    String text = bounded(outcome.body().text());
    if (object.isPresent()) {
      Said said = MemberReader.read(object.get());
      // a page or a sentence around the object may say more
      return Markup.isHtml(text)
          ? new Said(said.codes(), said.messages(), List.of(Markup.text(text)), said.members())
          : said;
    }
    if (Markup.isMarkup(text)) {
      String words = Markup.text(text);
      return new Said(List.of(words), List.of(), List.of(words), Optional.empty());
    }
    return outcome.body().json().isPresent()
        ? MemberReader.readAny(outcome.body().json().get().root())
        : new Said(List.of(text), List.of(), List.of(text), Optional.empty());
  }

  private static Said message(String message) {
    Optional<Json.Obj> object =
        Json.parse(bounded(message)).flatMap(document -> unwrap(document.root()));
    return object
        .map(MemberReader::read)
        .orElseGet(
            () ->
                new Said(
                    List.of(message), List.of(message), List.of(), Optional.<Json.Obj>empty()));
  }

  /** Reads {@code ?error=...} or {@code #error=...} of the page a client was sent to. */
  private static Said location(String location) {
    int start = location.indexOf('?') < 0 ? location.indexOf('#') : location.indexOf('?');
    if (start < 0) {
      return Said.nothing();
    }
    FormParameters parameters =
        FormParameters.parse(location.substring(start + 1).replace('#', '&'));
    List<String> codes = new ArrayList<>(parameters.all("error"));
    return new Said(codes, List.of(), parameters.all("error_description"), Optional.empty());
  }

  private static Optional<Json.Obj> unwrap(Json root) {
    if (root instanceof Json.Obj object) {
      return Optional.of(object);
    }
    if (root instanceof Json.Str string) { // "{\"error\": ...}"
      return Json.parse(bounded(string.value())).flatMap(Json.Document::object);
    }
    return Optional.empty();
  }

  private static Optional<Json.Obj> otherSyntax(String text, Optional<MediaType> type) {
    String trimmed = text.strip();
    if (Markup.isHtml(trimmed)) {
      String words = Markup.text(trimmed);
      return words.contains("error") && words.contains("{")
          ? Json.parseLenient(words).flatMap(Json.Document::object)
          : Optional.empty();
    }
    if (Markup.isMarkup(trimmed)) {
      return Markup.leaves(trimmed);
    }
    if (isForm(trimmed, type)) {
      return Optional.of(form(trimmed));
    }
    if (trimmed.startsWith("error=\"") || trimmed.startsWith("error:")) {
      return Json.parse("{" + trimmed + "}").flatMap(Json.Document::object);
    }
    if (trimmed.indexOf('{') > 0) {
      return Json.parseLenient(trimmed).flatMap(Json.Document::object);
    }
    return Optional.empty();
  }

  private static boolean isForm(String text, Optional<MediaType> type) {
    boolean formShaped =
        (text.startsWith("error=") && text.indexOf('"') < 0)
            || type.filter(MediaType::isForm).isPresent();
    return formShaped && text.indexOf('=') > 0 && text.indexOf('\n') < 0;
  }

  private static Json.Obj form(String text) {
    FormParameters parameters = FormParameters.parse(text);
    List<Json.Member> members = new ArrayList<>();
    for (String name : parameters.names()) {
      for (String value : parameters.all(name)) {
        members.add(new Json.Member(name, new Json.Str(value)));
      }
    }
    return new Json.Obj(members);
  }

  private static String bounded(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }
}
