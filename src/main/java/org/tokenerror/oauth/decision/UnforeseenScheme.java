package org.tokenerror.oauth.decision;

import java.util.List;
import java.util.stream.Stream;
import org.tokenerror.oauth.ClientAuthentication;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.words.WordTable;

/**
 * Recognises a servlet that takes every Authorization header for Basic, and breaks at others.
 *
 * <p>It takes only what cutting up and decoding a header throws. A database that is down, a {@code
 * NullPointerException} or any exception of another kind stays the server's fault, whatever header
 * the client sent.
 */
final class UnforeseenScheme {
  /** Frames between a decoder's public method and the line that throws. */
  private static final int DEEPEST_FRAME = 6;

  private static final List<String> DECODERS =
      List.of(
          "java.util.Base64",
          "org.apache.commons.codec.binary.",
          "org.springframework.util.Base64",
          "com.google.common.io.BaseEncoding");

  private UnforeseenScheme() {}

  /** Tells whether the servlet broke at an Authorization header of another scheme than Basic. */
  static boolean broke(Reading reading) {
    List<Throwable> causes = reading.causes();
    return reading.request().profile() == EndpointProfile.TOKEN
        && isAnotherScheme(reading.request().clientAuthentication())
        && !causes.isEmpty()
        && isParsing(causes.get(causes.size() - 1));
  }

  /**
   * Tells whether the servlet misses client credentials although there is a header of another
   * scheme than Basic, which it therefore did not look at.
   */
  static boolean wentUnseen(Reading reading) {
    return reading.request().profile() == EndpointProfile.TOKEN
        && isAnotherScheme(reading.request().clientAuthentication())
        && reading.said().messages().stream()
            .anyMatch(text -> WordTable.rejectsClient(text, reading.request()));
  }

  private static boolean isAnotherScheme(ClientAuthentication authentication) {
    return authentication instanceof ClientAuthentication.Header header
        && !header.scheme().equals("Basic");
  }

  private static boolean isParsing(Throwable thrown) {
    return thrown instanceof IndexOutOfBoundsException
        || (thrown instanceof IllegalArgumentException
            && Stream.of(thrown.getStackTrace())
                .limit(DEEPEST_FRAME)
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> DECODERS.stream().anyMatch(name::startsWith)));
  }
}
