package org.tokenerror.check.wire;

/**
 * Tells why there is no answer to look at.
 *
 * @param reason the kind of failure
 * @param detail what happened, in a few words that hold nothing of the request
 */
public record Silence(Reason reason, String detail) implements Reply {
  /** Says what kept the answer away. */
  public enum Reason {
    /** The name is unknown, the port is closed, or connecting took too long. */
    UNREACHABLE,
    /** The two sides could not agree on TLS, or the certificate is not trusted. */
    TLS,
    /** The connection ended before the answer's head was there. */
    CLOSED,
    /** The answer's head was not there in time. */
    TOO_SLOW,
    /** The answer's head was longer than any server's. */
    TOO_LONG,
    /** What came is not HTTP/1. */
    NOT_HTTP
  }

  /**
   * Tells whether no other request will fare better.
   *
   * @return true if there is no connection to be had
   */
  public boolean isDeadEnd() {
    return reason == Reason.UNREACHABLE || reason == Reason.TLS;
  }
}
