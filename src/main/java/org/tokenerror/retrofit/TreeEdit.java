package org.tokenerror.retrofit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenerror.retrofit.zip.Bytes;
import org.tokenerror.retrofit.zip.OldFiles.OldFile;

/**
 * Makes changes in an unpacked application and remembers how to take them back.
 *
 * <p>Times of files and directories that stay are kept. Nothing is written to where links lead.
 */
final class TreeEdit {
  private final Path copy;
  private final Path root;
  private final List<String> added = new ArrayList<>();
  private final List<OldFile> originals = new ArrayList<>();
  private final Map<String, Bytes> digests = new LinkedHashMap<>();

  /** Edits an application that is a part of a copied directory, or all of it. */
  TreeEdit(Path copy, Path root) {
    this.copy = copy;
    this.root = root;
  }

  void apply(Change change) throws IOException {
    Path file = root.resolve(change.name());
    Links.replace(copy, file);
    if (change instanceof Change.Add add) {
      makeDirectories(file);
      added.add(change.name());
      write(file, add.content());
      digests.put(add.name(), add.content().sha256());
    } else {
      remember(change.name(), file);
      if (change instanceof Change.Replace replace) {
        write(file, replace.content());
        digests.put(replace.name(), replace.content().sha256());
      } else {
        KeptTime.around(file, () -> Files.delete(file));
      }
    }
  }

  private void remember(String name, Path file) throws IOException {
    Instant modified = Files.getLastModifiedTime(file).toInstant();
    originals.add(new OldFile(name, modified, Bytes.of(Files.readAllBytes(file))));
  }

  private static void write(Path file, Bytes content) throws IOException {
    KeptTime.around(file, () -> Files.write(file, content.toArray()));
  }

  private void makeDirectories(Path file) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path at = file.getParent(); at != null && !Files.exists(at); at = at.getParent()) {
      missing.push(at);
    }
    for (Path directory : missing) {
      KeptTime.around(directory, () -> Files.createDirectory(directory));
      added.add(root.relativize(directory).toString().replace('\\', '/'));
    }
  }

  /** Puts in what is needed to take it all back. */
  void addUndo(String version) throws IOException {
    List<String> all = new ArrayList<>(added);
    all.add(Inspector.UNDO);
    byte[] record = new TreeUndo(version, all, originals, digests).toBytes();
    apply(new Change.Add(Inspector.UNDO, Bytes.of(record), true));
  }
}
