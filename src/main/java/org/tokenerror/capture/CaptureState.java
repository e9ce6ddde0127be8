package org.tokenerror.capture;

import java.io.IOException;

/**
 * Names what happens to the bytes that the servlet writes, and does it.
 *
 * <pre>
 *             | bytes go to          | leaves for
 * ------------+----------------------+----------------------------------------------------------
 * HOLDING     | memory, bounded      | PASSING   a token was seen in a 2xx, or the bound was
 *             |                      |           reached and nothing speaks of a failure
 *             |                      | DROPPING  the bound was reached and it is a failure
 *             |                      | ANSWERED  sendError or sendRedirect
 *             |                      | PASSING   the tail released what was held
 *             |                      | REPLACED  the tail wrote another answer
 * PASSING     | the container        | ANSWERED  sendError or sendRedirect, not yet committed
 *             |                      | REPLACED  as above
 * DROPPING    | nowhere              | ANSWERED, REPLACED
 * ANSWERED    | nowhere              | PASSING (sendError is repeated on the container), REPLACED
 * WATCHING    | the container, and a | never left: the mode that changes nothing
 *             | bounded copy         |
 * REPLACED    | nowhere              | final
 * </pre>
 */
enum CaptureState {
  /** Keeps the body in memory because nothing is known yet. */
  HOLDING {
    @Override
    void write(BodyCapture body, BodyChunk chunk) throws IOException {
      body.hold(chunk);
    }
  },

  /** Hands every byte on as it comes; nothing is copied. */
  PASSING,

  /** Forgets the rest of a failure that is larger than the bound. */
  DROPPING,

  /** Ignores what follows sendError or sendRedirect, as the container would. */
  ANSWERED,

  /** Hands every byte on and keeps a bounded copy to judge by. */
  WATCHING {
    @Override
    void write(BodyCapture body, BodyChunk chunk) throws IOException {
      chunk.writeTo(body.sink());
      body.copy(chunk);
    }
  },

  /** Ignores what an application still writes after its answer was replaced. */
  REPLACED;

  /** Does with a chunk what a state that {@link #keeps} something has to do. */
  void write(BodyCapture body, BodyChunk chunk) throws IOException {
    throw new IllegalStateException(this + " keeps nothing");
  }

  /** Tells whether something of the body is kept. */
  boolean keeps() {
    return this == HOLDING || this == WATCHING;
  }

  /** Tells whether the container itself sees the application's calls and therefore judges them. */
  boolean isLive() {
    return this == PASSING || this == WATCHING;
  }
}
