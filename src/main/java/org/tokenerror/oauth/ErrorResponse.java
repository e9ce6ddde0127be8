package org.tokenerror.oauth;

import java.util.Set;
import org.tokenerror.http.Headers;

/**
 * Carries a rendered error: what the status line, the header section and the body become.
 *
 * <p>{@link #headers()} are only those to set. The servlet's other headers stay, except the {@link
 * #replacedHeaders()}, which are removed first.
 */
public final class ErrorResponse {

  private static final Set<String> REPLACED =
      Set.of(
          // A12, A25, A26: what described the old body
          "content-type",
          "content-length",
          "content-encoding",
          "content-language",
          "content-location",
          "content-md5",
          "content-range",
          "content-disposition",
          "content-digest",
          "repr-digest",
          "digest",
          "etag",
          "last-modified",
          "accept-ranges",
          "transfer-encoding",
          "trailer",
          // B3: where the old answer sent the client
          "location",
          "refresh",
          // E1 to E4: how long it might be kept
          "cache-control",
          "pragma",
          "expires",
          "age",
          // B8 to B10 and E5: set anew
          "www-authenticate",
          "x-content-type-options");

  private final int status;
  private final Headers headers;
  private final byte[] body;

  /**
   * Creates a response.
   *
   * @param status the HTTP status
   * @param headers the header fields to set
   * @param body the body's bytes, pure ASCII; copied
   */
  public ErrorResponse(int status, Headers headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body.clone();
  }

  /**
   * Names the servlet's header fields that go when its body is replaced (A26, E4).
   *
   * @return field names in lower case
   */
  public static Set<String> replacedHeaders() {
    return REPLACED;
  }

  /**
   * Returns the HTTP status.
   *
   * @return 400 to 599
   */
  public int status() {
    return status;
  }

  /**
   * Returns the header fields to set.
   *
   * @return the fields; {@code WWW-Authenticate} may occur several times, all others once
   */
  public Headers headers() {
    return headers;
  }

  /**
   * Returns the body.
   *
   * @return a copy of the bytes, one JSON object in ASCII
   */
  public byte[] body() {
    return body.clone();
  }

  @Override
  public String toString() {
    return "ErrorResponse[status="
        + status
        + ", headers="
        + headers
        + ", "
        + body.length
        + " bytes]";
  }
}
