package org.tokenerror.check.judge;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.tokenerror.http.Json;
import org.tokenerror.http.MediaType;

/** Judges the body of a refusal and the fields that describe it. */
final class BodyChecks {
  private BodyChecks() {}

  static Verdict isObjectWithError(Exchange e) {
    if (!e.hasBody()) {
      return Verdict.failed("the body is empty");
    }
    if (e.object().isEmpty()) {
      String type =
          e.mediaType().filter(MediaType::isHtml).isPresent() ? "an HTML page" : "no JSON";
      return Verdict.failed("the body is " + (e.document().isPresent() ? "no object" : type));
    }
    return Verdict.check(
        e.member("error").isPresent() || isNestedError(e), "the object has no member \"error\"");
  }

  static Verdict errorIsString(Exchange e) {
    return Verdict.ifThere(
        e.member("error"),
        error ->
            Verdict.check(
                error instanceof Json.Str text && !text.value().isEmpty(),
                "\"error\" is " + kind(error)));
  }

  static Verdict errorHasLegalCharacters(Exchange e) {
    return Verdict.ifThere(
        e.error(),
        code ->
            Verdict.check(
                Characters.areNqschar(code),
                "\"error\" has characters outside %x20-21 / %x23-5B / %x5D-7E"));
  }

  static Verdict errorIsRegistered(Exchange e) {
    return Verdict.ifThere(
        e.error(),
        code -> Verdict.check(Codes.isKnown(code), "\"error\" is no code for a token endpoint"));
  }

  static Verdict descriptionHasLegalCharacters(Exchange e) {
    return Verdict.ifThere(
        e.string("error_description"),
        text ->
            Verdict.check(
                Characters.areNqschar(text),
                "\"error_description\" has characters outside %x20-21 / %x23-5B / %x5D-7E"));
  }

  static Verdict descriptionIsNotEmpty(Exchange e) {
    return Verdict.ifThere(
        e.member("error_description"),
        value ->
            Verdict.check(
                !(value instanceof Json.Null) && !value.equals(new Json.Str("")),
                "\"error_description\" is " + kind(value)));
  }

  static Verdict uriIsReference(Exchange e) {
    return Verdict.ifThere(
        e.member("error_uri"),
        value ->
            Verdict.check(
                value instanceof Json.Str text
                    && !text.value().isEmpty()
                    && uri(text.value()).isPresent(),
                "\"error_uri\" is no URI reference"));
  }

  static Verdict uriHasLegalCharacters(Exchange e) {
    return Verdict.ifThere(
        e.string("error_uri"),
        text ->
            Verdict.check(
                Characters.areNqchar(text),
                "\"error_uri\" has characters outside %x21 / %x23-5B / %x5D-7E"));
  }

  static Verdict uriIsAbsolute(Exchange e) {
    return Verdict.ifThere(
        e.string("error_uri").flatMap(BodyChecks::uri),
        uri -> {
          String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
          return Verdict.check(
              scheme.equals("https") || scheme.equals("http"),
              "\"error_uri\" is no absolute http or https URI");
        });
  }

  static Verdict isJsonByName(Exchange e) {
    List<String> types = e.headers().all("Content-Type");
    if (types.size() != 1) {
      return Verdict.failed(types.isEmpty() ? "no Content-Type" : "several Content-Type fields");
    }
    return Verdict.check(
        e.mediaType().filter(MediaType::isExactlyJson).isPresent(),
        "Content-Type is not application/json");
  }

  static Verdict charsetIsUtf8(Exchange e) {
    return Verdict.ifThere(
        e.mediaType().filter(MediaType::isExactlyJson).flatMap(MediaType::charset),
        charset ->
            Verdict.check(
                List.of("utf-8", "utf8", "us-ascii").contains(charset.toLowerCase(Locale.ROOT)),
                "Content-Type has a charset that is not UTF-8"));
  }

  static Verdict errorIsAtTheTop(Exchange e) {
    return Verdict.check(!isNestedError(e), "\"error\" is not at the highest level")
        .when(e.object().isPresent());
  }

  static Verdict valuesAreStrings(Exchange e) {
    Predicate<String> isText =
        name ->
            e.member(name)
                .map(value -> value instanceof Json.Str || value instanceof Json.Null)
                .orElse(true);
    return Verdict.check(
            isText.test("error_description") && isText.test("error_uri"),
            "\"error_description\" or \"error_uri\" is no string")
        .when(e.member("error").isPresent());
  }

  static Verdict isStrictJson(Exchange e) {
    boolean duplicates = e.object().map(Json.Obj::hasDuplicates).orElse(false);
    return Verdict.check(
            e.document().map(Json.Document::strict).orElse(false),
            "the text breaks the grammar of JSON, or there is something behind it")
        .when(e.document().isPresent() && !duplicates);
  }

  static Verdict isUtf8(Exchange e) {
    return Verdict.check(
            isUtf8(e.body()) || e.headers().contains("Content-Encoding"), "the bytes are not UTF-8")
        .when(isMeantAsJson(e));
  }

  static Verdict hasNoByteOrderMark(Exchange e) {
    return Verdict.check(!e.hasByteOrderMark(), "the body starts with a byte order mark")
        .when(isMeantAsJson(e));
  }

  static Verdict namesAreUnique(Exchange e) {
    return Verdict.ifThere(
        e.object(), object -> Verdict.check(!object.hasDuplicates(), "a member name occurs twice"));
  }

  static Verdict hasNoToken(Exchange e) {
    boolean token =
        List.of("access_token", "refresh_token", "id_token").stream()
            .anyMatch(name -> e.string(name).filter(text -> !text.isEmpty()).isPresent());
    return Verdict.check(!token, "there is a token beside the error").when(e.error().isPresent());
  }

  static Verdict isJsonWhateverIsAccepted(Exchange e) {
    return Verdict.check(
            e.status() != 406 && e.object().isPresent(), "the answer depends on Accept: no JSON")
        .when(e.sent().has(Trait.OTHER_FORMAT_ACCEPTED));
  }

  private static boolean isMeantAsJson(Exchange e) {
    return e.hasBody() && (e.document().isPresent() || isJsonByName(e).mark() == Mark.PASS);
  }

  /** Finds what is put into a wrapper: {"response":{"error":"invalid_grant"}}. */
  private static boolean isNestedError(Exchange e) {
    return e.object().isPresent()
        && e.member("error").isEmpty()
        && e.object().get().members().stream()
            .anyMatch(
                member ->
                    member.value() instanceof Json.Obj inner && inner.get("error").isPresent());
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      String place = Optional.ofNullable(uri.getRawAuthority()).orElse("");
      int colon = place.lastIndexOf(':');
      boolean port = colon > place.lastIndexOf(']');
      return port && !place.substring(colon + 1).matches("\\d*")
          ? Optional.empty()
          : Optional.of(uri);
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static String kind(Json value) {
    if (value instanceof Json.Str) {
      return "empty";
    }
    if (value instanceof Json.Obj) {
      return "an object";
    }
    if (value instanceof Json.Arr) {
      return "an array";
    }
    if (value instanceof Json.Null) {
      return "null";
    }
    return value instanceof Json.Num ? "a number" : "true or false";
  }
}
