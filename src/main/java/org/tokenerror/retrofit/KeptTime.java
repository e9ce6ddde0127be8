package org.tokenerror.retrofit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * Gives a directory its time back when something in it has been changed.
 *
 * @param directory which one
 * @param time what it had
 */
record KeptTime(Path directory, Optional<FileTime> time) implements Closeable {

  /** Remembers the time of the directory that a file is in, or is to be in. */
  static KeptTime of(Path file) throws IOException {
    Path parent = Optional.ofNullable(file.getParent()).orElse(file);
    return new KeptTime(
        parent,
        Files.isDirectory(parent)
            ? Optional.of(Files.getLastModifiedTime(parent))
            : Optional.empty());
  }

  @Override
  public void close() throws IOException {
    if (time.isPresent() && Files.isDirectory(directory)) {
      Files.setLastModifiedTime(directory, time.get());
    }
  }
}
