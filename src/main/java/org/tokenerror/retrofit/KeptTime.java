package org.tokenerror.retrofit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** Changes something in a directory without a new time for the directory. */
final class KeptTime {
  private KeptTime() {}

  /** Changes something. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  /** Makes, changes or deletes a file and gives the directory that it is in its old time back. */
  static void around(Path file, Action action) throws IOException {
    Path parent = Optional.ofNullable(file.getParent()).orElse(file);
    FileTime time = Files.getLastModifiedTime(parent);
    action.run();
    Files.setLastModifiedTime(parent, time);
  }
}
