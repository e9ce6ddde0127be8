package org.tokenerror.retrofit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tokenerror.retrofit.zip.Bytes;
import org.tokenerror.retrofit.zip.ZipEdit;
import org.tokenerror.retrofit.zip.ZipImage;
import org.tokenerror.retrofit.zip.ZipItem;
import org.tokenerror.retrofit.zip.ZipUndo;

/**
 * Finds out how to take the retrofit of each WAR in a packed EAR back.
 *
 * <p>A WAR that somebody has put there since stays.
 */
final class EarUndo {
  private final ZipImage image;
  private final Workspace space;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Path> wars = new HashMap<>();
  private String version = "";

  private EarUndo(ZipImage image, Workspace space) {
    this.image = image;
    this.space = space;
  }

  /** Finds what is to be taken back; {@code image} stays open until it is written. */
  static Undo of(ZipImage image, Workspace space) throws IOException, RefusedException {
    EarUndo ear = new EarUndo(image, space);
    Optional<ZipUndo> undo = ZipUndo.find(image, EarFile.UNDO);
    return undo.isPresent() ? ear.ofFile(undo.get()) : ear.ofDirectory();
  }

  private Undo ofFile(ZipUndo undo) throws IOException, RefusedException {
    for (String name : undo.wrapped()) {
      take(name);
      if (wars.containsKey(name)) {
        undo.giveBack(name, wars.get(name), space.newFile());
      } else {
        undo.keep(name);
      }
    }
    lines.add("  - " + EarFile.UNDO);
    Bytes sha256 = Bytes.of(undo.sha256());
    return new Undo(undo.version(), List.copyOf(lines), Optional.of(sha256), undo::writeTo);
  }

  /** Finds it in an EAR that was packed after its directory was retrofitted. */
  private Undo ofDirectory() throws IOException, RefusedException {
    ZipEdit edit = new ZipEdit(image);
    for (String name : EarFile.modules(new ZipArchive(image))) {
      take(name);
      if (wars.containsKey(name)) {
        edit.replace(EarFile.one(image, name), wars.get(name), space.newFile());
      }
    }
    if (wars.isEmpty()) {
      throw new RefusedException(
          "it was not retrofitted by this command: it has no "
              + EarFile.UNDO
              + ", and no WAR in it has a "
              + Inspector.UNDO);
    }
    return new Undo(version, List.copyOf(lines), Optional.empty(), edit::writeTo);
  }

  private void take(String name) throws IOException, RefusedException {
    List<ZipItem> items = image.named(name);
    if (items.isEmpty()) {
      lines.add("  = " + name + ", taken out since the retrofit");
      return;
    }
    Path old = space.newFile();
    try (ZipImage inner = ZipImage.open(EarFile.extract(EarFile.one(image, name), space));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(old))) {
      Optional<Undo> undo = WarUndo.find(inner);
      if (undo.isEmpty()) {
        lines.add("  = " + name + ", not retrofitted; it stays as it is");
        return;
      }
      undo.get().content().writeTo(out);
      lines.add("  ~ " + name);
      undo.get().lines().forEach(line -> lines.add("  " + line));
      version = undo.get().version();
      wars.put(name, old);
    } catch (RefusedException e) {
      throw new RefusedException(name + ": " + e.getMessage());
    }
  }
}
