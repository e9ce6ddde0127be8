package org.tokenerror.retrofit.zip;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes one entry of a new archive.
 *
 * @param record what the directory says of it, but for its place
 * @param fresh whether its record may grow
 * @param body what stands from its local header to the next one
 */
record Part(CentralRecord record, boolean fresh, Body body) {

  /** Writes what an entry consists of. */
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Copies an entry as it is. */
  static Part copyOf(ZipItem item) {
    return new Part(item.record(), false, out -> item.image().copy(item.start(), item.end(), out));
  }
}
