package org.tokenerror.demo.legacy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a client that its token request was refused, each style in one particular bad way.
 *
 * <p>The styles are the constants of four enums, grouped by what they abuse: the body, the
 * container, the order of calls, and asynchronous processing.
 */
interface FailureStyle {

  /** Returns the constant's name. */
  String name();

  /** Describes in a few words what the client gets to see. */
  String summary();

  /** Titles the group that the style belongs to. */
  String group();

  /**
   * Fails the request.
   *
   * @throws ServletException if that is how the style fails
   * @throws IOException if that is how the style fails, or the client is gone
   */
  void tell(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws ServletException, IOException;

  /** Returns the name that requests use, such as {@code send-error-message}. */
  default String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Answers whether the style plays an outage, which also fails requests that are in order. */
  default boolean isOutage() {
    return false;
  }

  /** Lists every style in the order of the page. */
  static List<FailureStyle> all() {
    return Stream.<FailureStyle[]>of(
            ContainerFailure.values(),
            BodyFailure.values(),
            OrderFailure.values(),
            AsyncFailure.values())
        .<FailureStyle>flatMap(Stream::of)
        .toList();
  }

  /** Finds a style by its id. */
  static Optional<FailureStyle> named(String id) {
    return all().stream().filter(style -> style.id().equals(id)).findFirst();
  }
}
