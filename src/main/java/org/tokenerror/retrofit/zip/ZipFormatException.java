package org.tokenerror.retrofit.zip;

import java.io.IOException;

/** Says why an archive cannot be read, or cannot be written as asked. */
public final class ZipFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates it.
   *
   * @param message what is wrong, to be read behind the archive's name
   */
  public ZipFormatException(String message) {
    super(message);
  }
}
