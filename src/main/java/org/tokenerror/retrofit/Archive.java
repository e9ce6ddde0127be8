package org.tokenerror.retrofit;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Lets one look into a packed or an unpacked application.
 *
 * <p>Names are those of a zip archive: relative, with slashes.
 */
interface Archive {
  /**
   * Returns the names of all files, sorted by no rule, repeated where a zip archive repeats them.
   */
  List<String> names();

  /** Opens a file; of several with that name the last. */
  InputStream open(String name) throws IOException;

  /** Tells whether there is such a file. */
  default boolean has(String name) {
    return names().contains(name);
  }

  /**
   * Reads a file.
   *
   * @param limit the most bytes to accept
   * @return empty when there is no such file
   */
  default Optional<byte[]> read(String name, int limit) throws IOException {
    if (!has(name)) {
      return Optional.empty();
    }
    try (InputStream in = open(name)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new IOException("\"" + name + "\" is larger than " + limit + " bytes");
      }
      return Optional.of(bytes);
    }
  }
}
