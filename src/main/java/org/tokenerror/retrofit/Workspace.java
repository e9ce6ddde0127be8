package org.tokenerror.retrofit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Holds files for as long as the work on one application lasts. */
final class Workspace implements Closeable {
  private final Path directory;
  private int count;

  private Workspace(Path directory) {
    this.directory = directory;
  }

  static Workspace create() throws IOException {
    return new Workspace(Files.createTempDirectory("token-error-filter"));
  }

  /** Returns a name for a file that is not there yet. */
  Path newFile() {
    return directory.resolve(Integer.toString(count++));
  }

  @Override
  public void close() throws IOException {
    delete(directory);
  }

  /** Deletes a directory and all that is in it; links are not followed. */
  static void delete(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
