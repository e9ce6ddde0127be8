package org.tokenerror.retrofit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what is written to a copied directory out of what links in it lead to.
 *
 * <p>It deals with the links on the way to a file that is written, not with any others.
 */
final class Links {
  private Links() {}

  /** Names the links on the way to a file, the file itself included, outermost first. */
  static List<Path> on(Path root, Path file) {
    List<Path> links = new ArrayList<>();
    Path at = root;
    for (Path name : root.relativize(file)) {
      at = at.resolve(name);
      if (Files.isSymbolicLink(at)) {
        links.add(at);
      }
    }
    return links;
  }

  /** Puts a copy of what it leads to in the place of each link on the way to a file. */
  static void replace(Path root, Path file) throws IOException {
    // in what was copied there may be links again
    for (List<Path> links = on(root, file); !links.isEmpty(); links = on(root, file)) {
      Path link = links.get(0);
      KeptTime.around(link, () -> replace(link));
    }
  }

  private static void replace(Path link) throws IOException {
    if (!Files.exists(link)) {
      Files.delete(link);
      return;
    }
    Path real = link.toRealPath();
    if (link.startsWith(real)) {
      throw new IOException(link.getFileName() + " is a link to a directory that it is in");
    }
    Files.delete(link);
    if (Files.isDirectory(real)) {
      TreeCopy.copy(real, link);
    } else {
      copyFile(real, link);
    }
  }

  /** Copies a file with its time, and a link as a link. */
  static void copyFile(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    if (!Files.isSymbolicLink(from)) {
      // copying rounds it
      Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
    }
  }
}
