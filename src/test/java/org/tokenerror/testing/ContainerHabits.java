package org.tokenerror.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Leaves out the few calls of {@link ScriptedCalls} whose effect on a container nothing between it
 * and the servlet can repeat: mostly calls that come too late, which each container ignores,
 * refuses or half obeys in its own way.
 */
final class ContainerHabits {
  private static final String ANSWERED = "script.answered";
  private static final String CHARACTERS = "script.characters";
  private static final String CLOSED = "script.closed";
  private static final String FLUSHED = "script.flushed";
  private static final String OUTPUT = "script.output";
  private static final String RACING = "script.racing";
  private static final String REDIRECTED = "script.redirected";

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final boolean tomcat;
  private final boolean lenient;
  private final boolean undertow;

  ContainerHabits(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
    String server = request.getServletContext().getServerInfo();
    this.tomcat = server.startsWith("Apache Tomcat");
    this.lenient = server.startsWith("Apache Tomcat/10");
    this.undertow = server.contains("Undertow") || server.contains("WildFly");
  }

  /** Tells whether a call is not made now. */
  boolean leaveOut(int kind) {
    // a container names the charset of a writer that is chosen later only while the response is not
    // committed, and held it is not
    boolean early = kind == 20 && !is(OUTPUT);
    // a body is as long as announced, for containers complain when it leaves, and held it has not
    boolean lie = kind == 38 && is(OUTPUT);
    // an answer that ends on another thread races with the container's error page
    boolean race = is(RACING) && isFrom(26, 28, kind);
    // Tomcat 11 still takes trailers when the head of a body in chunks has left, others do not
    boolean lateTrailers = kind == 44 && response.isCommitted() && !isAnswered();
    return early
        || lie
        || lateTrailers
        || race
        || (isOver() && !isReader(kind))
        || (tomcat && isHalfDoneByTomcat(kind))
        || (undertow && isHalfDoneByUndertow(kind));
  }

  private boolean isHalfDoneByTomcat(int kind) {
    // after a redirect it lets the servlet choose output and charset once more, for nothing
    boolean useless = is(REDIRECTED) && (isOutput(kind) || isFrom(6, 8, kind));
    // over a reset it keeps what its writer has not encoded yet
    boolean halfReset = is(CHARACTERS) && (kind == 23 || kind == 24);
    return useless || halfReset;
  }

  private boolean isHalfDoneByUndertow(int kind) {
    // it does half of a reset that it refuses, takes one that comes too late, and another buffer
    // size after a flush if nothing was written
    boolean flushed = (is(FLUSHED) || response.isCommitted()) && isFrom(23, 25, kind);
    // it shows header fields that were set when the head had left
    boolean lateHeader = response.isCommitted() && (kind <= 8 || isFrom(36, 46, kind));
    // it names a charset before it refuses the writer, unless the head has left
    boolean lateWriter =
        response.isCommitted() && is(OUTPUT) && !is(CHARACTERS) && isCharacters(kind);
    // an included servlet may not end the response or empty it, and half does
    boolean included =
        request.getDispatcherType() == DispatcherType.INCLUDE && isFrom(23, 28, kind);
    return flushed || lateHeader || lateWriter || included;
  }

  /**
   * Tells whether only readers may follow, as the answer has ended with sendError, sendRedirect, a
   * closed output or all of the Content-Length. Then Tomcat 10.1 ignores what still comes; the
   * others ignore it or throw, each in its own way, and Jetty and Undertow may leave the client
   * waiting for an end.
   */
  boolean isOver() {
    return !lenient && (isAnswered() || is(CLOSED));
  }

  /** Tells whether the script has called sendError or sendRedirect. */
  boolean isAnswered() {
    return is(ANSWERED);
  }

  /** Tells whether an exception now would cut off what is still in a buffer of the container. */
  boolean cutsOff() {
    return !lenient && response.isCommitted();
  }

  /** Notes that another thread goes on. */
  static void race(HttpServletRequest request) {
    request.setAttribute(RACING, true);
  }

  /** Notes a call that was made. */
  void made(int kind) {
    if (kind == 23) {
      request.removeAttribute(ANSWERED); // Tomcat 10.1 lets it begin anew
    }
    note(OUTPUT, isFrom(9, 19, kind) || kind == 38);
    note(CHARACTERS, isFrom(15, 19, kind));
    note(FLUSHED, kind == 20 || kind == 21 || kind == 29 || kind == 48);
    note(CLOSED, kind == 22 || kind == 38);
    note(ANSWERED, isFrom(26, 28, kind));
    note(REDIRECTED, kind == 28);
  }

  private void note(String attribute, boolean applies) {
    if (applies) {
      request.setAttribute(attribute, true);
    }
  }

  private boolean is(String attribute) {
    return request.getAttribute(attribute) != null;
  }

  private static boolean isFrom(int first, int last, int kind) {
    return first <= kind && kind <= last;
  }

  private static boolean isCharacters(int kind) {
    return isFrom(15, 19, kind) || kind == 29 || kind == 48;
  }

  private static boolean isOutput(int kind) {
    return isFrom(9, 14, kind) || isFrom(20, 22, kind) || kind == 47 || isCharacters(kind);
  }

  private static boolean isReader(int kind) {
    return isFrom(30, 35, kind);
  }
}
