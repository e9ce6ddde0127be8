package org.tokenerror.retrofit;

import java.io.IOException;

/** Says that a new application could not be written, and that nothing of it is left. */
final class NotWrittenException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Names the file or directory that was to be written. */
  NotWrittenException(Object target, String reason, IOException cause) {
    super("cannot write " + target + ": " + reason + "; nothing is left", cause);
  }
}
