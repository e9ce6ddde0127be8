package org.tokenerror.http;

import java.util.Map;

/**
 * Knows the words that HTTP itself has for a status.
 *
 * <p>A framework that has nothing to say says these; they are no words of the application.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15">RFC 9110, section 15</a>
 */
public final class ReasonPhrase {
  private static final Map<Integer, String> OF_STATUS =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(406, "Not Acceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(411, "Length Required"),
          Map.entry(412, "Precondition Failed"),
          Map.entry(413, "Content Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  private ReasonPhrase() {}

  /**
   * Tells whether a text is nothing but the reason phrase of a status.
   *
   * @param status the status code
   * @param text the text; capitals do not matter
   * @return whether it says no more than the status does
   */
  public static boolean isOf(int status, String text) {
    String phrase = OF_STATUS.get(status);
    return phrase != null && phrase.equalsIgnoreCase(text.strip());
  }
}
