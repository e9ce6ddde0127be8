package org.tokenerror.retrofit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Looks into a directory. */
final class DirectoryArchive implements Archive {
  private final Path root;
  private final List<String> names;
  private final Set<String> known;

  DirectoryArchive(Path root) throws IOException {
    this.root = root;
    List<String> found = new ArrayList<>();
    Set<FileVisitOption> following = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
    Files.walkFileTree(root, following, Integer.MAX_VALUE, new Names(root, found));
    this.names = found.stream().sorted().toList();
    this.known = Set.copyOf(names);
  }

  /** Collects the names of files, those that links lead to included. */
  private static final class Names extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<String> found;

    Names(Path root, List<String> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        found.add(root.relativize(file).toString().replace(File.separatorChar, '/'));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof FileSystemLoopException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
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
