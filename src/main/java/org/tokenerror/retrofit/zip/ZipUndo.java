package org.tokenerror.retrofit.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Takes the changes of a {@link ZipEdit} back.
 *
 * <p>If nobody else has changed the archive, the bytes of the archive before the changes come out.
 * What others have added or changed since stays.
 */
public final class ZipUndo {
  private static final int LARGEST = 64 << 20;

  private final ZipImage image;
  private final UndoRecord undo;
  private final Map<String, Part> rewrapped = new HashMap<>();
  private final Map<String, Optional<Bytes>> kept = new HashMap<>();

  private ZipUndo(ZipImage image, UndoRecord undo) {
    this.image = image;
    this.undo = undo;
  }

  /**
   * Finds what to take back.
   *
   * @param image the changed archive, open until the end of writing
   * @param name the entry that {@link ZipEdit#addUndo} made
   * @return empty when there is no such entry
   * @throws IOException if it cannot be read
   */
  public static Optional<ZipUndo> find(ZipImage image, String name) throws IOException {
    List<ZipItem> found = image.named(name);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new ZipUndo(image, UndoRecord.of(found.get(0).read(LARGEST))));
  }

  /**
   * Says who made the changes.
   *
   * @return as given to {@link ZipEdit#addUndo}
   */
  public String version() {
    return undo.version();
  }

  /**
   * Returns the digest of the archive as it was before the changes.
   *
   * @return SHA-256
   */
  public byte[] sha256() {
    return undo.sha256().toArray();
  }

  /**
   * Names the entries whose content somebody else has to give back.
   *
   * @return entries replaced from a file
   */
  public List<String> wrapped() {
    return undo.originals().stream()
        .filter(UndoRecord.Wrapped.class::isInstance)
        .map(original -> original.record().name())
        .toList();
  }

  /**
   * Names the entries that come back or get their old content.
   *
   * @return names in the order of the changes
   */
  public List<String> restored() {
    return undo.originals().stream().map(original -> original.record().name()).toList();
  }

  /**
   * Names the entries that go.
   *
   * @return names in the order of the changes
   */
  public List<String> added() {
    return undo.added().stream().map(n -> new String(n.toArray(), StandardCharsets.UTF_8)).toList();
  }

  /**
   * Returns the digests of what the changes have written.
   *
   * @return SHA-256 by the names of entries
   */
  public Map<String, Bytes> digests() {
    return OldFiles.named(undo.digests());
  }

  /**
   * Leaves an entry as it is now.
   *
   * @param name one of {@link #restored}
   */
  public void keep(String name) {
    kept.put(name, Optional.empty());
  }

  /**
   * Gives an entry other content than the one from before the changes.
   *
   * @param name one of {@link #restored}
   * @param content what is to be in it
   */
  public void keep(String name, byte[] content) {
    kept.put(name, Optional.of(Bytes.of(content)));
  }

  /**
   * Gives content back.
   *
   * @param name one of {@link #wrapped}
   * @param content a file with it
   * @param work a file to write to, there until the end of writing
   * @throws IOException if something cannot be read or written
   */
  public void giveBack(String name, Path content, Path work) throws IOException {
    for (UndoRecord.Original original : undo.originals()) {
      if (original instanceof UndoRecord.Wrapped wrapped && wrapped.record().name().equals(name)) {
        rewrapped.put(name, rewrap(wrapped, content, work));
      }
    }
  }

  private static Part rewrap(UndoRecord.Wrapped wrapped, Path content, Path work)
      throws IOException {
    Deflation.Written written = ZipEdit.deflate(content, wrapped.level(), work);
    CentralRecord old = wrapped.record();
    boolean same =
        old.crc() == written.crc()
            && old.size() == written.size()
            && old.compressedSize() == written.compressedSize();
    CentralRecord record = same ? old : ZipEdit.withContent(old, written);
    byte[] header = same ? wrapped.header().toArray() : record.localHeader(new byte[0]);
    byte[] trailer = same ? wrapped.trailer().toArray() : new byte[0];
    return new Part(
        record,
        false,
        out -> {
          out.write(header);
          Files.copy(work, out);
          out.write(trailer);
        });
  }

  /**
   * Writes the archive without the changes.
   *
   * @param out where to, not closed
   * @throws IOException if something cannot be read or written
   */
  public void writeTo(OutputStream out) throws IOException {
    Set<Bytes> gone = new HashSet<>(undo.added());
    Map<UndoRecord.Original, Part> back = new HashMap<>();
    for (UndoRecord.Original original : undo.originals()) {
      if (!kept.containsKey(original.record().name())) {
        gone.add(Bytes.of(original.record().nameBytes()));
        back.put(original, part(original));
      }
    }
    Map<ZipItem, Part> staying = new HashMap<>();
    for (ZipItem item : image.items()) {
      if (!gone.contains(Bytes.of(item.record().nameBytes()))) {
        staying.put(item, staying(item));
      }
    }
    List<Part> physical =
        merged(
            image.items().stream().sorted(Comparator.comparingInt(ZipItem::place)).toList(),
            staying,
            back,
            original -> original.place().physical());
    List<Part> directory =
        merged(image.items(), staying, back, original -> original.place().directory());
    new ZipLayout(image, physical, directory, ZipTail.kept(undo.tail().toArray())).writeTo(out);
  }

  private Part staying(ZipItem item) throws IOException {
    Optional<Bytes> content = kept.getOrDefault(item.name(), Optional.empty());
    return content.isEmpty() || content.get().equals(Bytes.of(item.read(LARGEST)))
        ? Part.copyOf(item)
        : ZipEdit.bytesPart(item.record(), item.localExtra(), content.get().toArray());
  }

  private Part part(UndoRecord.Original original) throws ZipFormatException {
    if (original instanceof UndoRecord.Whole whole) {
      return new Part(whole.record(), false, out -> out.write(whole.segment().toArray()));
    }
    Part part = rewrapped.get(original.record().name());
    if (part == null) {
      throw new ZipFormatException(
          "nothing was given back for \"" + original.record().name() + "\"");
    }
    return part;
  }

  private static List<Part> merged(
      List<ZipItem> order,
      Map<ZipItem, Part> kept,
      Map<UndoRecord.Original, Part> back,
      ToIntFunction<UndoRecord.Original> place) {
    List<Part> parts = new ArrayList<>();
    order.stream().filter(kept::containsKey).forEach(item -> parts.add(kept.get(item)));
    back.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> place.applyAsInt(entry.getKey())))
        .forEach(
            entry -> {
              int at = Math.max(0, place.applyAsInt(entry.getKey()));
              parts.add(Math.min(at, parts.size()), entry.getValue());
            });
    return parts;
  }
}
