package org.tokenerror.retrofit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes a file so that it is there whole or not at all.
 *
 * <p>It writes to a file of another name beside it, waits until that is on the disk, and renames
 * it. It never replaces a file.
 */
final class SafeOutput {
  private static final int BUFFER = 1 << 16;
  private final UnaryOperator<OutputStream> disk;

  /** Writes to what it is given in place of the file. */
  SafeOutput(UnaryOperator<OutputStream> disk) {
    this.disk = disk;
  }

  SafeOutput() {
    this(UnaryOperator.identity());
  }

  /** Writes something to a stream. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param like a file whose permissions it gets
   */
  void write(Path target, Path like, Content content) throws IOException {
    Path temporary = beside(target);
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        temporary.toFile().deleteOnExit();
        OutputStream out =
            new BufferedOutputStream(disk.apply(Channels.newOutputStream(channel)), BUFFER);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      copyPermissions(like, temporary);
      Files.move(temporary, target);
      forceDirectory(target);
    } catch (IOException e) {
      throw new NotWrittenException(target, reason(e), e);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Returns a name for what becomes a file or directory. */
  static Path beside(Path target) {
    String unique = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    return target.resolveSibling("." + target.getFileName() + "." + unique + ".tmp");
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException failure) {
      return Optional.ofNullable(failure.getReason()).orElse(describe(failure));
    }
    return String.valueOf(e.getMessage());
  }

  /** Says in words what Java says by the name of an exception. */
  static String describe(FileSystemException e) {
    return switch (e.getClass().getSimpleName()) {
      case "AccessDeniedException" -> "access denied";
      case "NoSuchFileException" -> "no such file or directory";
      case "FileAlreadyExistsException" -> "it exists already";
      default -> e.getClass().getSimpleName();
    };
  }

  private static void copyPermissions(Path like, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(like, PosixFileAttributeView.class);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }

  /** Makes the new name last as well, where the system lets one do so. */
  private static void forceDirectory(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      return;
    }
    try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException e) {
      // Windows cannot open directories; the file itself is on the disk
      return;
    }
  }
}
