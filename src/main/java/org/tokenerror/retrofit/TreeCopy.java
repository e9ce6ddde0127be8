package org.tokenerror.retrofit;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies a directory with times, permissions and links as they are. */
final class TreeCopy extends SimpleFileVisitor<Path> {
  private final Path from;
  private final Path to;

  private TreeCopy(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new TreeCopy(from, to));
  }

  private Path target(Path file) {
    return to.resolve(from.relativize(file).toString());
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
      throws IOException {
    Files.copy(directory, target(directory), StandardCopyOption.COPY_ATTRIBUTES);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isSymbolicLink()) {
      // copying rounds it
      Files.setLastModifiedTime(target(file), attributes.lastModifiedTime());
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
      throws IOException {
    Optional<IOException> problem = Optional.ofNullable(failure);
    if (problem.isPresent()) {
      throw problem.get();
    }
    Files.setLastModifiedTime(target(directory), Files.getLastModifiedTime(directory));
    return FileVisitResult.CONTINUE;
  }
}
