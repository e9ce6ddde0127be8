package org.tokenerror.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/** Looks for a secret in a text, in the forms in which it goes over the wire. */
public final class Secrets {
  private Secrets() {}

  public static boolean isIn(String text, String id, String secret) {
    String encodedId = URLEncoder.encode(id, StandardCharsets.UTF_8);
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return Stream.of(
            secret,
            encoded,
            base64(secret),
            base64(encoded),
            base64(id + ":" + secret),
            base64(encodedId + ":" + encoded))
        .anyMatch(text::contains);
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
