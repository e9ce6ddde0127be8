package org.tokenerror.check.wire;

import java.util.Objects;
import org.tokenerror.http.Headers;

/**
 * Holds an answer as it came: status line, fields, and the bytes of the body without their chunks.
 *
 * <p>It mends nothing, decodes no content coding and keeps control characters where they were. Its
 * {@code toString} shows no value.
 */
public final class RawResponse implements Reply {
  /** Says how the answer ended. */
  public enum Ending {
    /** Where its framing said. */
    WHOLE,
    /** The connection closed before the announced end. */
    CUT_SHORT,
    /** There were bytes behind the announced end. */
    SURPLUS,
    /** It was still going on when the limit was reached. */
    TOO_LONG,
    /** It was still going on when the time was over. */
    TOO_SLOW
  }

  private final String statusLine;
  private final int status;
  private final Headers headers;
  private final byte[] body;
  private final Ending ending;

  /**
   * Keeps the parts of an answer.
   *
   * @param statusLine the first line, without its line break
   * @param status the number in it
   * @param headers the fields, values unchanged but for blanks around them
   * @param body the body without its chunks
   * @param ending how it ended
   */
  public RawResponse(String statusLine, int status, Headers headers, byte[] body, Ending ending) {
    this.statusLine = Objects.requireNonNull(statusLine, "statusLine");
    this.status = status;
    this.headers = Objects.requireNonNull(headers, "headers");
    this.body = body.clone();
    this.ending = Objects.requireNonNull(ending, "ending");
  }

  /**
   * Returns the first line.
   *
   * @return for instance {@code HTTP/1.1 400 Bad Request}
   */
  public String statusLine() {
    return statusLine;
  }

  /**
   * Returns the status.
   *
   * @return three digits
   */
  public int status() {
    return status;
  }

  /**
   * Returns the fields.
   *
   * @return the fields in the order in which they came
   */
  public Headers headers() {
    return headers;
  }

  /**
   * Returns the body.
   *
   * @return a copy of what was read of it
   */
  public byte[] body() {
    return body.clone();
  }

  /**
   * Tells how the answer ended.
   *
   * @return the ending
   */
  public Ending ending() {
    return ending;
  }

  @Override
  public String toString() {
    return status + " " + headers + " " + body.length + " bytes, " + ending;
  }
}
