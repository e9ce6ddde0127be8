package org.tokenerror.retrofit;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies a directory with times, permissions and links as they are.
 *
 * <p>A relative link that leads out of the directory leads to the same place from the copy.
 */
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
    if (attributes.isSymbolicLink() && !isNearby(file)) {
      Path meant = file.resolveSibling(Files.readSymbolicLink(file)).toAbsolutePath();
      Files.createSymbolicLink(target(file), meant.normalize());
    } else {
      Links.copyFile(file, target(file));
    }
    return FileVisitResult.CONTINUE;
  }

  /** Tells whether a link, taken over as it is, leads to the same from the copy. */
  private boolean isNearby(Path link) throws IOException {
    Path meant = Files.readSymbolicLink(link);
    return meant.isAbsolute()
        || link.resolveSibling(meant).normalize().startsWith(from)
        || Objects.equals(from.getParent(), to.toRealPath().getParent());
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
