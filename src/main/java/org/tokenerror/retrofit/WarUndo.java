package org.tokenerror.retrofit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tokenerror.retrofit.zip.Bytes;
import org.tokenerror.retrofit.zip.OldFiles.OldFile;
import org.tokenerror.retrofit.zip.ZipEdit;
import org.tokenerror.retrofit.zip.ZipImage;
import org.tokenerror.retrofit.zip.ZipItem;
import org.tokenerror.retrofit.zip.ZipUndo;

/** Finds out how to take the retrofit of a packed WAR back, be it from before it was packed. */
final class WarUndo {
  private static final int LARGEST = 64 << 20;

  private WarUndo() {}

  /** Finds what is to be taken back; {@code image} stays open until it is written. */
  static Optional<Undo> find(ZipImage image) throws IOException, RefusedException {
    ZipArchive archive = new ZipArchive(image);
    Optional<byte[]> record = archive.read(Inspector.UNDO, LARGEST);
    if (record.isPresent() && TreeUndo.isRecord(record.get())) {
      return Optional.of(ofDirectory(image, archive, TreeUndo.of(record.get())));
    }
    Optional<ZipUndo> undo = ZipUndo.find(image, Inspector.UNDO);
    return undo.isPresent() ? Optional.of(ofFile(archive, undo.get())) : Optional.empty();
  }

  /** Finds the same or refuses. */
  static Undo of(ZipImage image) throws IOException, RefusedException {
    return find(image)
        .orElseThrow(
            () ->
                new RefusedException(
                    "it was not retrofitted by this command: it has no " + Inspector.UNDO));
  }

  private static Undo ofFile(Archive archive, ZipUndo undo) throws IOException, RefusedException {
    ChangedSince later = ChangedSince.of(archive, undo.added(), undo.restored(), undo.digests());
    later.files().forEach((name, content) -> undo.keep(name, content.toArray()));
    return new Undo(
        undo.version(), later.lines(), Optional.of(Bytes.of(undo.sha256())), undo::writeTo);
  }

  private static Undo ofDirectory(ZipImage image, Archive archive, TreeUndo undo)
      throws IOException, RefusedException {
    ChangedSince later = undo.changedSince(archive);
    ZipEdit edit = new ZipEdit(image);
    for (String name : undo.added()) {
      for (ZipItem item : image.named(name)) {
        edit.remove(item);
      }
    }
    for (OldFile original : undo.originals()) {
      Bytes content = later.files().getOrDefault(original.name(), original.content());
      List<ZipItem> items = image.named(original.name());
      if (items.isEmpty()) {
        edit.add(original.name(), content.toArray(), true);
      }
      for (ZipItem item : items) {
        edit.replace(item, content.toArray());
      }
    }
    return new Undo(undo.version(), later.lines(), Optional.empty(), edit::writeTo);
  }
}
