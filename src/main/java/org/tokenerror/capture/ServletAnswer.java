package org.tokenerror.capture;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tokenerror.http.Headers;
import org.tokenerror.oauth.ErrorResponse;
import org.tokenerror.oauth.Outcome;

/**
 * Stands for what the servlet has answered: tells it, lets it go, or puts another in its place.
 *
 * <p>It does not know when the servlet has ended; {@link CapturedExchange} does.
 *
 * @param container the container's response
 * @param captured what the servlet sees of it
 * @param watchOnly whether everything went on at once
 */
record ServletAnswer(HttpServletResponse container, CapturedResponse captured, boolean watchOnly) {
  private static final List<String> OF_OTHERS = List.of("Content-Encoding");

  /** The answer of a servlet that has returned, or completed. */
  Outcome outcome() {
    Headers headers = headers();
    return captured.answer().map(early -> early.toOutcome(headers)).orElseGet(this::soFar);
  }

  /** The answer of a servlet that may still be at work. */
  Outcome soFar() {
    Headers headers = headers();
    int status = container.getStatus();
    Optional<String> location = headers.first("Location");
    if (status >= 300 && status < 400 && location.isPresent()) {
      return new Outcome.Redirected(status, location.get(), headers);
    }
    return new Outcome.Returned(status, headers, captured.body().toBody(headers));
  }

  Headers headers() {
    Headers headers = ContainerAnswer.headersOf(container);
    return captured.outerCoding().isPresent() ? headers.without(OF_OTHERS) : headers;
  }

  /** Tells whether the servlet ended its response with sendError or sendRedirect. */
  boolean isEarly() {
    return captured.answer().isPresent();
  }

  /** The usual case, in which nothing needs to be looked at any more. */
  boolean isPlainSuccess() {
    BodyCapture body = captured.body();
    boolean through = body.state() == CaptureState.PASSING || body.tokenSeen();
    return through && body.state().isLive() && !isEarly() && container.getStatus() < 300;
  }

  /** Tells whether the answer has left, so that no other can take its place. */
  boolean isOnItsWay() {
    return (container.isCommitted() || captured.hasFedOuterCoding()) && !watchOnly;
  }

  /** Tells whether {@link #release} can still give the whole answer. */
  boolean isWhole() {
    return isReplaced() || captured.body().isWhole();
  }

  private boolean isReplaced() {
    return captured.body().state() == CaptureState.REPLACED;
  }

  /** Lets the client have the answer, unchanged. */
  void release() throws IOException {
    if (watchOnly || isReplaced()) {
      return;
    }
    captured.body().release();
    if (isEarly() && !container.isCommitted()) {
      captured.answer().orElseThrow().repeatOn(container);
    }
  }

  /** Gives the client another answer. */
  void replaceWith(ErrorResponse other) throws IOException {
    boolean nonBlocking = captured.body().isNonBlocking();
    captured.body().replaced();
    ContainerAnswer.overwrite(container, other, nonBlocking, captured.outerCoding());
  }
}
