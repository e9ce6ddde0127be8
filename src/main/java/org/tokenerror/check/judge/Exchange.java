package org.tokenerror.check.judge;

import java.util.List;
import java.util.Optional;
import org.tokenerror.check.wire.RawResponse;
import org.tokenerror.http.BodyText;
import org.tokenerror.http.Headers;
import org.tokenerror.http.Json;
import org.tokenerror.http.MediaType;

/**
 * Puts a request and its answer side by side, the answer taken apart once for all checks.
 *
 * <p>It judges nothing but whether the answer is a token.
 */
final class Exchange {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Sent sent;
  private final RawResponse response;
  private final String decoded;
  private final Optional<Json.Document> document;
  private final Offers offers;
  private final boolean token;

  Exchange(Sent sent, RawResponse response) {
    this.sent = sent;
    this.response = response;
    this.decoded = BodyText.decode(response.body(), response.headers());
    this.document = Json.parse(text());
    this.offers = Offers.read(response.headers().all("WWW-Authenticate"));
    this.token =
        status() / 100 == 2 && TokenSigns.in(text(), object(), mediaType()) && error().isEmpty();
  }

  Sent sent() {
    return sent;
  }

  int status() {
    return response.status();
  }

  boolean isStatus(int... statuses) {
    for (int status : statuses) {
      if (status == status()) {
        return true;
      }
    }
    return false;
  }

  Headers headers() {
    return response.headers();
  }

  RawResponse.Ending ending() {
    return response.ending();
  }

  byte[] body() {
    return response.body();
  }

  boolean hasBody() {
    return response.body().length > 0;
  }

  /** Returns the body as text, without byte order mark. */
  String text() {
    return hasByteOrderMark() ? decoded.substring(1) : decoded;
  }

  boolean hasByteOrderMark() {
    return !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK;
  }

  Optional<Json.Document> document() {
    return document;
  }

  Optional<Json.Obj> object() {
    return document.flatMap(Json.Document::object);
  }

  Optional<Json> member(String name) {
    return object().flatMap(object -> object.get(name));
  }

  Optional<String> string(String name) {
    return object().flatMap(object -> object.string(name));
  }

  /** Finds the code: a string that is not empty. */
  Optional<String> error() {
    return string("error").filter(code -> !code.isEmpty());
  }

  boolean says(String... codes) {
    return error().filter(code -> List.of(codes).contains(code)).isPresent();
  }

  /** Returns the media type, if there is exactly one that can be read. */
  Optional<MediaType> mediaType() {
    List<String> types = headers().all("Content-Type");
    return types.size() == 1 ? MediaType.parse(types.get(0)) : Optional.empty();
  }

  Offers offers() {
    return offers;
  }

  /** Tells whether the answer is a token. */
  boolean isToken() {
    return token;
  }

  /** Tells whether a token was asked for and not given. */
  boolean isRefusal() {
    return sent.expectation() != Expectation.NO_TOKEN && !token && !isPutOff() && !isTooLarge();
  }

  /** Tells whether the body is announced to be longer than what was read of it. */
  boolean isTooLarge() {
    return ending() == RawResponse.Ending.TOO_LONG && headers().contains("Content-Length");
  }

  /** Tells whether the server asks to come back later, and says nothing about the request. */
  boolean isPutOff() {
    return status() == 429;
  }
}
