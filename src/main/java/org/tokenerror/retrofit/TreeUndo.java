package org.tokenerror.retrofit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tokenerror.retrofit.zip.Bytes;
import org.tokenerror.retrofit.zip.OldFiles;
import org.tokenerror.retrofit.zip.OldFiles.OldFile;
import org.tokenerror.retrofit.zip.ZipFormatException;

/**
 * Tells how to take changes to an unpacked application back.
 *
 * @param version who made them
 * @param added new files and directories, directories first
 * @param originals the files that were replaced or left out
 * @param digests those of what was written, by the names of files
 */
record TreeUndo(
    String version, List<String> added, List<OldFile> originals, Map<String, Bytes> digests) {
  private static final int MAGIC = 0x54454654;
  private static final int LARGEST = 64 << 20;
  private static final int DIGEST_LENGTH = 32;

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeUTF(version);
    out.writeInt(added.size());
    for (String name : added) {
      out.writeUTF(name);
    }
    out.writeInt(originals.size());
    for (OldFile original : originals) {
      out.writeUTF(original.name());
      writeTime(out, original.modified());
      out.writeInt(original.content().length());
      out.write(original.content().toArray());
    }
    out.writeInt(digests.size());
    for (Map.Entry<String, Bytes> digest : digests.entrySet()) {
      out.writeUTF(digest.getKey());
      out.write(digest.getValue().toArray());
    }
    return bytes.toByteArray();
  }

  private static void writeTime(DataOutputStream out, Instant time) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  /** Tells whether it was a directory that was retrofitted, and no packed file. */
  static boolean isRecord(byte[] bytes) {
    return bytes.length >= Integer.BYTES && ByteBuffer.wrap(bytes).getInt() == MAGIC;
  }

  /** Reads the record of a directory, or that of a packed file that was unpacked since. */
  static TreeUndo of(byte[] bytes) throws IOException {
    if (!isRecord(bytes)) {
      return of(OldFiles.of(bytes));
    }
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (EOFException | UTFDataFormatException | DateTimeException e) {
      throw new ZipFormatException("the record of what was there before is broken");
    }
  }

  private static TreeUndo of(OldFiles old) {
    List<String> added = new ArrayList<>();
    // unpacking may have made it for the filter's jar
    added.add(Inspector.LIB.substring(0, Inspector.LIB.length() - 1));
    added.addAll(old.added());
    return new TreeUndo(old.version(), added, old.files(), old.digests());
  }

  /** Finds the record in an unpacked application. */
  static Optional<TreeUndo> in(Archive archive) throws IOException {
    Optional<byte[]> record = archive.read(Inspector.UNDO, LARGEST);
    return record.isPresent() ? Optional.of(of(record.get())) : Optional.empty();
  }

  ChangedSince changedSince(Archive now) throws IOException, RefusedException {
    return ChangedSince.of(now, added, originalNames(), digests);
  }

  List<String> originalNames() {
    return originals.stream().map(OldFile::name).toList();
  }

  private static TreeUndo read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new EOFException();
    }
    String version = in.readUTF();
    List<String> added = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      added.add(in.readUTF());
    }
    List<OldFile> originals = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      String name = in.readUTF();
      Instant modified = Instant.ofEpochSecond(in.readLong(), in.readInt());
      int length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw new EOFException();
      }
      originals.add(new OldFile(name, modified, Bytes.of(in.readNBytes(length))));
    }
    Map<String, Bytes> digests = new LinkedHashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      digests.put(in.readUTF(), Bytes.of(in.readNBytes(DIGEST_LENGTH)));
    }
    return new TreeUndo(version, added, originals, digests);
  }

  /**
   * Takes the changes back in an application that is a part of a copied directory.
   *
   * @param later content that files get instead of their old one
   */
  void applyTo(Path copy, Path root, Map<String, Bytes> later) throws IOException {
    for (int i = added.size() - 1; i >= 0; i--) {
      Path file = inside(root, added.get(i));
      Links.replace(copy, file);
      KeptTime.around(file, () -> delete(file));
    }
    for (OldFile original : originals) {
      Path file = inside(root, original.name());
      Links.replace(copy, file);
      Bytes content = later.getOrDefault(original.name(), original.content());
      KeptTime.around(file, () -> Files.write(file, content.toArray()));
      if (!later.containsKey(original.name())) {
        Files.setLastModifiedTime(file, FileTime.from(original.modified()));
      }
    }
  }

  private static void delete(Path file) throws IOException {
    try {
      Files.deleteIfExists(file);
    } catch (DirectoryNotEmptyException e) {
      // somebody has put something into it since
      return;
    }
  }

  /** Refuses names that lead out of the application. */
  private static Path inside(Path root, String name) throws IOException {
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root.normalize()) || file.equals(root.normalize())) {
      throw new IOException("the record of what was there before names " + name);
    }
    return file;
  }
}
