package org.tokenerror.capture;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises that the client is gone, which is nobody's failure and has nobody left to answer
 * (S11).
 */
final class ClientDisconnect {
  private static final int DEPTH = 8;
  private static final Set<String> NAMES = Set.of("ClientAbortException", "EofException");

  /** Undertow has no class of its own, only numbered messages: the peer closed while we read. */
  private static final List<String> PREFIXES = List.of("UT000127", "UT000128");

  private ClientDisconnect() {}

  static boolean isCauseOf(Throwable thrown) {
    @Nullable Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if (isOne(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isOne(Throwable cause) {
    // a plain SocketException is not among them: it may come from the application's own backend
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    return cause instanceof IOException
        && (cause instanceof ClosedChannelException
            || NAMES.contains(cause.getClass().getSimpleName())
            || PREFIXES.stream().anyMatch(message::startsWith));
  }
}
