package org.tokenerror.retrofit.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;

/**
 * Holds what takes the changes of a {@link ZipEdit} back where the archive was unpacked since.
 *
 * <p>Entries that were replaced from a file are not among them.
 *
 * @param version what was said of who made the changes
 * @param added the names of new files
 * @param files those that were replaced or left out
 * @param digests SHA-256 of what was written, by the names of files
 */
public record OldFiles(
    String version, List<String> added, List<OldFile> files, Map<String, Bytes> digests) {

  /**
   * Is a file as it was.
   *
   * @param name its name in the archive
   * @param modified when it was last changed
   * @param content what was in it
   */
  public record OldFile(String name, Instant modified, Bytes content) {}

  /**
   * Copies the collections.
   *
   * @param version what was said of who made the changes
   * @param added the names of new files
   * @param files those that were replaced or left out
   * @param digests SHA-256 of what was written, by the names of files
   */
  public OldFiles {
    added = List.copyOf(added);
    files = List.copyOf(files);
    digests = Map.copyOf(digests);
  }

  /**
   * Reads the entry that {@link ZipEdit#addUndo} made.
   *
   * @param record its content
   * @return what it says of files
   * @throws IOException if it is broken
   */
  public static OldFiles of(byte[] record) throws IOException {
    UndoRecord undo = UndoRecord.of(record);
    List<OldFile> files = new ArrayList<>();
    for (UndoRecord.Original original : undo.originals()) {
      if (original instanceof UndoRecord.Whole whole) {
        CentralRecord entry = whole.record();
        files.add(new OldFile(entry.name(), time(entry.dosTime()), Bytes.of(content(whole))));
      }
    }
    List<String> added = undo.added().stream().map(OldFiles::text).toList();
    return new OldFiles(undo.version(), added, files, named(undo.digests()));
  }

  static Map<String, Bytes> named(Map<Bytes, Bytes> digests) {
    Map<String, Bytes> named = new LinkedHashMap<>();
    digests.forEach((name, digest) -> named.put(text(name), digest));
    return named;
  }

  private static String text(Bytes name) {
    return new String(name.toArray(), StandardCharsets.UTF_8);
  }

  private static byte[] content(UndoRecord.Whole whole) throws IOException {
    byte[] segment = whole.segment().toArray();
    int start = Fields.LOCAL_LENGTH + Fields.get16(segment, 26) + Fields.get16(segment, 28);
    long end = start + whole.record().compressedSize();
    if (end > segment.length) {
      throw new ZipFormatException("the record of what was there before is broken");
    }
    byte[] data = Arrays.copyOfRange(segment, start, (int) end);
    if (whole.record().method() == ZipEntry.STORED) {
      return data;
    }
    Inflater inflater = new Inflater(true);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(data), inflater)) {
      return in.readAllBytes();
    } finally {
      inflater.end();
    }
  }

  /** Reads a time of two seconds' precision, which is that of the place. */
  private static Instant time(long dos) {
    int date = (int) (dos >> 16);
    int time = (int) dos & 0xffff;
    try {
      return LocalDateTime.of(
              1980 + (date >> 9),
              date >> 5 & 15,
              date & 31,
              time >> 11,
              time >> 5 & 63,
              (time & 31) * 2)
          .atZone(ZoneId.systemDefault())
          .toInstant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
