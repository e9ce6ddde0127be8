package org.tokenerror.retrofit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks into a directory. */
final class DirectoryArchive implements Archive {
  private final Path root;
  private final List<String> names;
  private final Set<String> known;

  DirectoryArchive(Path root) throws IOException {
    this.root = root;
    try (Stream<Path> files = Files.walk(root)) {
      this.names =
          files
              .filter(Files::isRegularFile)
              .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
              .sorted()
              .toList();
    }
    this.known = Set.copyOf(names);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public boolean has(String name) {
    return known.contains(name);
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(root.resolve(name));
  }
}
