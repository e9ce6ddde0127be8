package org.tokenerror.retrofit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tokenerror.retrofit.zip.ZipEdit;
import org.tokenerror.retrofit.zip.ZipImage;
import org.tokenerror.retrofit.zip.ZipItem;

/**
 * Prepares the retrofit of a WAR file.
 *
 * <p>Everything that can be refused is refused here, before anything is written.
 */
final class WarFile implements Prepared {
  private final ZipImage image;
  private final ZipEdit edit;

  private WarFile(ZipImage image, ZipEdit edit) {
    this.image = image;
    this.edit = edit;
  }

  /** Inspects, plans and tells. */
  static Prepared prepare(Path war, String label, Work work) throws IOException, RefusedException {
    return prepare(war, label, work, Optional.empty());
  }

  /** Does the same with the settings file that is to stay. */
  static Prepared prepare(Path war, String label, Work work, Optional<byte[]> kept)
      throws IOException, RefusedException {
    ZipImage image = ZipImage.open(war);
    try {
      Optional<Undo> earlier = WarUndo.find(image);
      if (earlier.isPresent()) {
        try (image) {
          return again(image, earlier.get(), label, work);
        }
      }
      return new WarFile(image, edit(image, label, work, kept));
    } catch (IOException | RefusedException | RuntimeException e) {
      image.close();
      throw e;
    }
  }

  /** Takes the old retrofit back and starts from there, but with the settings of now. */
  private static Prepared again(ZipImage image, Undo earlier, String label, Work work)
      throws IOException, RefusedException {
    if (!work.options().upgrade()) {
      throw retrofittedAlready(earlier.version());
    }
    Optional<byte[]> settings = new ZipArchive(image).read(Inspector.SETTINGS, 1 << 20);
    Path before = work.space().newFile();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(before))) {
      earlier.content().writeTo(out);
    }
    work.out().accept("  retrofitted by " + earlier.version() + ", which is taken out first");
    return prepare(before, label, work, settings);
  }

  static RefusedException retrofittedAlready(String version) {
    return new RefusedException(
        "it was retrofitted already, with version "
            + version
            + "; --upgrade replaces the filter, --undo takes it out");
  }

  private static ZipEdit edit(ZipImage image, String label, Work work, Optional<byte[]> kept)
      throws IOException, RefusedException {
    ZipArchive archive = new ZipArchive(image);
    Inspection app = Inspector.inspect(archive, Budget.generous(), work.nameable());
    WarReport report =
        new WarReport(app, SettingsPlan.configures(app, work.options(), kept), work.out());
    work.out().accept(label + ": WAR, " + app.files() + " files");
    report.findings();
    WarReport.oddities(archive.names())
        .ifPresent(oddity -> work.out().accept(WarReport.note(oddity)));
    WarPlan plan = WarPlan.of(app, work, kept);
    report.changes(plan);
    ZipEdit edit = new ZipEdit(image);
    for (Change change : plan.changes()) {
      apply(change, image, edit);
    }
    edit.addUndo(Inspector.UNDO, plan.version());
    return edit;
  }

  private static void apply(Change change, ZipImage image, ZipEdit edit) throws IOException {
    if (change instanceof Change.Add add) {
      edit.add(add.name(), add.content().toArray(), add.compress());
      return;
    }
    for (ZipItem item : image.named(change.name())) {
      if (change instanceof Change.Replace replace) {
        edit.replace(item, replace.content().toArray());
      } else {
        edit.remove(item);
      }
    }
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    edit.writeTo(out);
  }

  @Override
  public void close() throws IOException {
    image.close();
  }
}
