package org.tokenerror.retrofit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tokenerror.retrofit.zip.ZipImage;

/**
 * Retrofits an unpacked WAR or EAR, or undoes that, in a copy of its directory.
 *
 * @param root the directory
 * @param label what to call it
 */
record Tree(Path root, String label) {
  private static final int LARGEST = 64 << 20;

  /** Says what to do to a copy. */
  @FunctionalInterface
  interface Step {
    void applyTo(Path copy) throws IOException;
  }

  /** Returns what is to be done to a copy; all that can be refused is refused before. */
  List<Step> retrofit(Work work) throws IOException, RefusedException {
    if (!isEar()) {
      return List.of(retrofitWar(Path.of(""), label, work));
    }
    DirectoryArchive archive = new DirectoryArchive(root);
    List<Step> steps = new ArrayList<>();
    Work inside = work.with(EarFile.namespace(archive));
    List<String> wars = modules();
    work.out().accept(label + ": unpacked EAR with " + String.join(", ", wars));
    AltDescriptors.notes(archive).forEach(note -> work.out().accept(WarReport.note(note)));
    for (String war : wars) {
      Path module = module(war);
      steps.add(
          Files.isDirectory(module)
              ? retrofitWar(root.relativize(module), war, inside)
              : retrofitPacked(module, war, inside));
    }
    return steps;
  }

  private boolean isEar() throws IOException {
    return !Files.isDirectory(root.resolve("WEB-INF"))
        && (Files.isRegularFile(root.resolve(EarFile.APPLICATION_XML))
            || (isNamed(label, ".ear") && !warsAtTheTop().isEmpty()));
  }

  private static boolean isNamed(String name, String extension) {
    return name.toLowerCase(Locale.ROOT).endsWith(extension);
  }

  /** Names the WARs that the descriptor tells of, else those that lie there. */
  private List<String> modules() throws IOException, RefusedException {
    return Files.exists(root.resolve(EarFile.APPLICATION_XML))
        ? EarFile.modules(new DirectoryArchive(root))
        : warsAtTheTop();
  }

  private List<String> warsAtTheTop() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> isNamed(name, ".war"))
          .sorted()
          .toList();
    }
  }

  private Path module(String war) throws RefusedException {
    Path module = root.resolve(war).normalize();
    if (!module.startsWith(root.normalize()) || !Files.exists(module)) {
      throw new RefusedException("there is no " + war + " in it");
    }
    return module;
  }

  private Step retrofitWar(Path war, String name, Work work) throws IOException, RefusedException {
    Path directory = root.resolve(war);
    if (!Files.isDirectory(directory.resolve("WEB-INF"))) {
      throw new RefusedException(name + " is neither a WAR nor an EAR: it has no WEB-INF");
    }
    DirectoryArchive archive = new DirectoryArchive(directory);
    Optional<TreeUndo> earlier = TreeUndo.in(archive);
    if (earlier.isEmpty()) {
      return retrofitWar(war, name, archive, Optional.empty(), work);
    }
    if (!work.options().upgrade()) {
      throw WarFile.retrofittedAlready(earlier.get().version());
    }
    ChangedSince later = earlier.get().changedSince(archive);
    work.out().accept("  retrofitted by " + earlier.get().version() + ", which is taken out first");
    Step step =
        retrofitWar(
            war,
            name,
            new Restored(archive, earlier.get(), later),
            archive.read(Inspector.SETTINGS, LARGEST),
            work);
    return copy -> {
      earlier.get().applyTo(copy, copy.resolve(war.toString()), later.files());
      step.applyTo(copy);
    };
  }

  private Step retrofitWar(Path war, String name, Archive archive, Optional<byte[]> kept, Work work)
      throws IOException, RefusedException {
    Inspection app = Inspector.inspect(archive, Budget.generous(), work.nameable());
    WarReport report =
        new WarReport(app, SettingsPlan.configures(app, work.options(), kept), work.out());
    work.out().accept(name + ": unpacked WAR, " + app.files() + " files");
    report.findings();
    WarPlan plan = WarPlan.of(app, work, kept);
    report.changes(plan);
    linked(root.resolve(war), plan).forEach(link -> work.out().accept(WarReport.note(link)));
    return copy -> {
      TreeEdit edit = new TreeEdit(copy, copy.resolve(war.toString()));
      for (Change change : plan.changes()) {
        edit.apply(change);
      }
      edit.addUndo(plan.version());
    };
  }

  /** Tells of links that do not stay links, because something is written to where they lead. */
  private List<String> linked(Path directory, WarPlan plan) {
    return plan.changes().stream()
        .flatMap(change -> Links.on(root, directory.resolve(change.name())).stream())
        .distinct()
        .map(link -> root.relativize(link) + " is a link; the copy gets what it leads to instead")
        .toList();
  }

  private Step retrofitPacked(Path war, String name, Work work)
      throws IOException, RefusedException {
    Path changed = work.space().newFile();
    try (Prepared prepared = WarFile.prepare(war, name, work);
        OutputStream out = Files.newOutputStream(changed)) {
      prepared.writeTo(out);
    }
    return copy -> replace(copy, copy.resolve(name), changed);
  }

  private static void replace(Path copy, Path file, Path content) throws IOException {
    Links.replace(copy, file);
    FileTime time = Files.getLastModifiedTime(file);
    KeptTime.around(file, () -> Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING));
    Files.setLastModifiedTime(file, time);
  }

  /** Returns what takes everything back in a copy. */
  List<Step> undo(Workspace space, Consumer<String> out) throws IOException, RefusedException {
    if (!isEar()) {
      return List.of(
          undoWar(Path.of(""), label, out)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          "it was not retrofitted by this command: it has no " + Inspector.UNDO)));
    }
    List<Step> steps = new ArrayList<>();
    for (String war : modules()) {
      Path module = module(war);
      Optional<Step> step =
          Files.isDirectory(module)
              ? undoWar(root.relativize(module), war, out)
              : undoPacked(war, space, out);
      step.ifPresentOrElse(
          steps::add, () -> out.accept(war + ": not retrofitted; it stays as it is"));
    }
    if (steps.isEmpty()) {
      throw new RefusedException(
          "it was not retrofitted by this command: no WAR in it has a " + Inspector.UNDO);
    }
    if (Files.exists(root.resolve(EarFile.UNDO))) {
      out.accept("  - " + EarFile.UNDO);
      steps.add(Tree::removeEarRecord);
    }
    return steps;
  }

  /** Removes what an EAR has that was unpacked after it was retrofitted. */
  private static void removeEarRecord(Path copy) throws IOException {
    Path record = copy.resolve(EarFile.UNDO);
    Links.replace(copy, record);
    KeptTime.around(record, () -> Files.delete(record));
  }

  private Optional<Step> undoWar(Path war, String name, Consumer<String> out)
      throws IOException, RefusedException {
    DirectoryArchive archive = new DirectoryArchive(root.resolve(war));
    Optional<TreeUndo> undo = TreeUndo.in(archive);
    if (undo.isEmpty()) {
      return Optional.empty();
    }
    ChangedSince later = undo.get().changedSince(archive);
    out.accept(name + ": retrofitted with version " + undo.get().version());
    later.lines().forEach(out);
    return Optional.of(
        copy -> undo.get().applyTo(copy, copy.resolve(war.toString()), later.files()));
  }

  private Optional<Step> undoPacked(String name, Workspace space, Consumer<String> out)
      throws IOException, RefusedException {
    Path old = space.newFile();
    try (ZipImage image = ZipImage.open(root.resolve(name));
        OutputStream stream = Files.newOutputStream(old)) {
      Optional<Undo> undo = WarUndo.find(image);
      if (undo.isEmpty()) {
        return Optional.empty();
      }
      out.accept(name + ": retrofitted with version " + undo.get().version());
      undo.get().lines().forEach(out);
      undo.get().content().writeTo(stream);
    }
    return Optional.of(copy -> replace(copy, copy.resolve(name), old));
  }
}
