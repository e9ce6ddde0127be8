package org.tokenerror.retrofit.zip;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.Deflater;

/**
 * Collects changes to an archive and writes the changed archive.
 *
 * <p>All else is copied as the bytes it is, in the same order. A replaced entry keeps its place,
 * name, time, comment and attributes; a new one goes to the end. What is needed to take the changes
 * back can be put into the archive itself ({@link #addUndo}).
 */
public final class ZipEdit {
  private final ZipImage image;
  private final IdentityHashMap<ZipItem, Part> parts = new IdentityHashMap<>();
  private final List<Part> added = new ArrayList<>();
  private final List<Bytes> addedNames = new ArrayList<>();
  private final List<UndoRecord.Original> originals = new ArrayList<>();
  private final Map<Bytes, Bytes> digests = new LinkedHashMap<>();
  private final long dosTime;

  /**
   * Starts without changes.
   *
   * @param image the archive, open until the end of writing
   */
  public ZipEdit(ZipImage image) {
    this.image = image;
    image.items().forEach(item -> parts.put(item, Part.copyOf(item)));
    // new entries are as old as the newest one
    this.dosTime =
        image.items().stream().mapToLong(i -> i.record().dosTime()).max().orElse(0x21L << 16);
  }

  /**
   * Adds an entry at the end.
   *
   * @param name its name
   * @param content what is in it
   * @param compress whether to compress it
   */
  public void add(String name, byte[] content, boolean compress) {
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    added.add(
        bytesPart(
            CentralRecord.of(nameBytes, compress ? 8 : 0, dosTime, 0, 0, 0), new byte[0], content));
    addedNames.add(Bytes.of(nameBytes));
    digests.put(Bytes.of(nameBytes), Bytes.of(content).sha256());
  }

  /**
   * Replaces the content of an entry.
   *
   * @param item the entry
   * @param content what is to be in it
   * @throws IOException if the entry cannot be read
   */
  public void replace(ZipItem item, byte[] content) throws IOException {
    originals.add(new UndoRecord.Whole(place(item), item.record(), Bytes.of(image.segment(item))));
    parts.put(item, bytesPart(item.record(), item.localExtra(), content));
    digests.put(Bytes.of(item.record().nameBytes()), Bytes.of(content).sha256());
  }

  /**
   * Replaces the content of an entry from a file that can give back the old content.
   *
   * <p>Only the old entry's wrapping is kept for {@link #addUndo}, and how it was compressed.
   *
   * @param item the entry
   * @param content the file, there until the end of writing
   * @param work a file to write to, there until the end of writing
   * @return whether the old bytes can be made again exactly
   * @throws IOException if something cannot be read or written
   */
  public boolean replace(ZipItem item, Path content, Path work) throws IOException {
    OptionalInt level = Deflation.levelOf(item);
    byte[] header = image.bytes(item.start(), (int) (item.dataStart() - item.start()));
    byte[] trailer = image.bytes(item.dataEnd(), (int) (item.end() - item.dataEnd()));
    originals.add(
        new UndoRecord.Wrapped(
            place(item),
            item.record(),
            Bytes.of(header),
            Bytes.of(trailer),
            level.orElse(Deflater.DEFAULT_COMPRESSION)));
    int newLevel = item.isStored() ? Deflation.STORED : Deflater.DEFAULT_COMPRESSION;
    Deflation.Written written = deflate(content, newLevel, work);
    CentralRecord record = withContent(item.record(), written);
    byte[] local = record.localHeader(item.localExtra());
    parts.put(
        item,
        new Part(
            record,
            false,
            out -> {
              out.write(local);
              Files.copy(work, out);
            }));
    return level.isPresent();
  }

  static Deflation.Written deflate(Path content, int level, Path work) throws IOException {
    try (InputStream in = Files.newInputStream(content);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(work))) {
      return Deflation.write(in, level, out);
    }
  }

  static CentralRecord withContent(CentralRecord record, Deflation.Written written)
      throws ZipFormatException {
    if (Math.max(written.size(), written.compressedSize()) >= Fields.FULL32) {
      throw new ZipFormatException("\"" + record.name() + "\" would be larger than 4 GiB");
    }
    return record.withContent(written.crc(), written.compressedSize(), written.size());
  }

  /**
   * Leaves an entry out.
   *
   * @param item the entry
   * @throws IOException if the entry cannot be read
   */
  public void remove(ZipItem item) throws IOException {
    originals.add(new UndoRecord.Whole(place(item), item.record(), Bytes.of(image.segment(item))));
    parts.remove(item);
  }

  private UndoRecord.Place place(ZipItem item) {
    return new UndoRecord.Place(item.place(), image.items().indexOf(item));
  }

  /**
   * Adds an entry with which all changes made before can be taken back.
   *
   * @param name its name
   * @param version what is said of who made the changes
   * @throws IOException if the archive cannot be read
   */
  public void addUndo(String name, String version) throws IOException {
    List<Bytes> names = new ArrayList<>(addedNames);
    names.add(Bytes.of(name.getBytes(StandardCharsets.UTF_8)));
    UndoRecord undo =
        new UndoRecord(
            version,
            Bytes.of(image.sha256()),
            names,
            originals,
            Bytes.of(image.tail().bytes()),
            digests);
    add(name, undo.toBytes(), true);
  }

  static Part bytesPart(CentralRecord like, byte[] localExtra, byte[] content) {
    try {
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      int level = like.method() == 0 ? Deflation.STORED : Deflater.DEFAULT_COMPRESSION;
      Deflation.Written written = Deflation.write(new ByteArrayInputStream(content), level, data);
      CentralRecord record = withContent(like, written);
      byte[] header = record.localHeader(localExtra);
      return new Part(
          record,
          localExtra.length == 0,
          out -> {
            out.write(header);
            data.writeTo(out);
          });
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read or written but memory", e);
    }
  }

  /**
   * Writes the changed archive.
   *
   * @param out where to, not closed
   * @throws IOException if something cannot be read or written
   */
  public void writeTo(OutputStream out) throws IOException {
    List<Part> physical = new ArrayList<>();
    image.items().stream()
        .sorted(Comparator.comparingInt(ZipItem::place))
        .filter(parts::containsKey)
        .forEach(item -> physical.add(parts.get(item)));
    List<Part> directory = new ArrayList<>();
    image.items().stream()
        .filter(parts::containsKey)
        .forEach(item -> directory.add(parts.get(item)));
    physical.addAll(added);
    directory.addAll(added);
    new ZipLayout(image, physical, directory, image.tail()).writeTo(out);
  }
}
