package org.tokenerror.check.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tokenerror.http.Headers;

/** Judges whether the answer gives away, or throws back, what it should not. */
final class TextChecks {
  private static final List<String> ENTITIES =
      List.of("&#", "&quot;", "&amp;", "&lt;", "&gt;", "&apos;");

  private TextChecks() {}

  static Verdict showsNothingInternal(Exchange e) {
    return Verdict.ifThere(
            Internals.in(e.text()), sign -> Verdict.failed("the answer shows " + sign))
        .or(Verdict.passed());
  }

  static Verdict returnsNoSecret(Exchange e) {
    List<String> forms =
        e.sent().secrets().stream().flatMap(secret -> SecretForms.of(secret).stream()).toList();
    return Verdict.check(
            said(e).noneMatch(new SecretFinder(forms)::isIn), "a secret of the request comes back")
        .when(!forms.isEmpty());
  }

  static Verdict reflectsNothing(Exchange e) {
    boolean reflected =
        e.sent().hostile().stream()
            .anyMatch(
                value ->
                    (isField(value) ? fields(e) : said(e)).anyMatch(text -> text.contains(value)));
    return Verdict.check(
            !reflected, "a parameter comes back as it was sent, markup or line breaks included")
        .when(!e.sent().hostile().isEmpty());
  }

  static Verdict isNotEscapedForPages(Exchange e) {
    return Verdict.ifThere(
        e.string("error_description"),
        text ->
            Verdict.check(
                ENTITIES.stream().noneMatch(text::contains),
                "\"error_description\" is escaped as for HTML"));
  }

  /** Lists all texts of an answer: the body, its description unescaped, the fields. */
  private static Stream<String> said(Exchange e) {
    Stream<String> members =
        Stream.of(e.string("error"), e.string("error_description"), e.string("error_uri"))
            .flatMap(Optional::stream);
    return Stream.concat(Stream.of(e.text()), Stream.concat(members, fields(e)));
  }

  private static Stream<String> fields(Exchange e) {
    return e.headers().fields().stream().map(TextChecks::line);
  }

  /** A line break does harm in front of a field; in a body it is a line break. */
  private static boolean isField(String hostile) {
    return hostile.startsWith("\n");
  }

  private static String line(Headers.Field field) {
    return "\n" + field.name() + ": " + field.value();
  }
}
