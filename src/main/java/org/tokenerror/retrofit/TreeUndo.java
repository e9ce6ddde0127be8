package org.tokenerror.retrofit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tokenerror.retrofit.zip.Bytes;

/**
 * Tells how to take changes to an unpacked application back.
 *
 * @param version who made them
 * @param added new files and directories, directories first
 * @param originals the files that were replaced or left out
 */
record TreeUndo(String version, List<String> added, List<Original> originals) {
  private static final int MAGIC = 0x54454654;

  /**
   * Is a file as it was.
   *
   * @param name its name within the application
   * @param modified when it was last changed
   * @param content what was in it
   */
  record Original(String name, Instant modified, Bytes content) {}

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
    for (Original original : originals) {
      out.writeUTF(original.name());
      writeTime(out, original.modified());
      out.writeInt(original.content().length());
      out.write(original.content().toArray());
    }
    return bytes.toByteArray();
  }

  private static void writeTime(DataOutputStream out, Instant time) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  static TreeUndo of(byte[] bytes) throws IOException {
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (EOFException | UTFDataFormatException | DateTimeException e) {
      throw new IOException("the record of what was there before is broken", e);
    }
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
    List<Original> originals = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      String name = in.readUTF();
      Instant modified = Instant.ofEpochSecond(in.readLong(), in.readInt());
      int length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw new EOFException();
      }
      originals.add(new Original(name, modified, Bytes.of(in.readNBytes(length))));
    }
    return new TreeUndo(version, added, originals);
  }

  /** Takes the changes back in an application that is a part of a copied directory. */
  void applyTo(Path copy, Path root) throws IOException {
    for (int i = added.size() - 1; i >= 0; i--) {
      Path file = inside(root, added.get(i));
      Links.replace(copy, file);
      KeptTime.around(file, () -> Files.deleteIfExists(file));
    }
    for (Original original : originals) {
      Path file = inside(root, original.name());
      Links.replace(copy, file);
      KeptTime.around(file, () -> Files.write(file, original.content().toArray()));
      Files.setLastModifiedTime(file, FileTime.from(original.modified()));
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
