package org.tokenerror.retrofit;

import java.io.IOException;
import java.io.InputStream;

/** Limits how much is unpacked while looking at an application. */
final class Budget {
  private static final long MOST = 4L << 30;
  private long left;

  private Budget(long left) {
    this.left = left;
  }

  /** Returns what is more than enough for any application that people deploy. */
  static Budget generous() {
    return new Budget(MOST);
  }

  static Budget of(long bytes) {
    return new Budget(bytes);
  }

  /**
   * Reads to the end of a file.
   *
   * @param limit how much of it to keep at most; what is larger gives nothing
   * @throws IOException if the budget is used up
   */
  byte[] read(InputStream in, int limit) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(limit + 1L, left));
    spend(bytes.length);
    if (bytes.length <= limit) {
      return bytes;
    }
    byte[] buffer = new byte[1 << 16];
    for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
      spend(got);
    }
    return new byte[0];
  }

  private void spend(long bytes) throws IOException {
    left -= bytes;
    if (left <= 0) {
      throw new IOException("it unpacks to more than can be looked at");
    }
  }
}
