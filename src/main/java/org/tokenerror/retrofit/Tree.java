package org.tokenerror.retrofit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Work inside = work.with(work.options().orNamespace(EarFile.namespace(archive)));
    List<String> wars = EarFile.modules(archive);
    work.out().accept(label + ": unpacked EAR with " + String.join(", ", wars));
    for (String war : wars) {
      Path module = module(war);
      steps.add(
          Files.isDirectory(module)
              ? retrofitWar(root.relativize(module), war, inside)
              : retrofitPacked(module, war, inside));
    }
    return steps;
  }

  private boolean isEar() {
    return Files.isRegularFile(root.resolve(EarFile.APPLICATION_XML))
        && !Files.isDirectory(root.resolve("WEB-INF"));
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
    if (Files.exists(directory.resolve(Inspector.UNDO))) {
      throw new RefusedException(
          name + " was retrofitted already; take that out by --undo and begin anew");
    }
    Inspection app =
        Inspector.inspect(new DirectoryArchive(directory), Budget.generous(), work.nameable());
    WarReport report =
        new WarReport(
            app, SettingsPlan.configures(app, work.options(), Optional.empty()), work.out());
    work.out().accept(name + ": unpacked WAR, " + app.files() + " files");
    report.findings();
    WarPlan plan = WarPlan.of(app, work.options(), work.jars(), Optional.empty());
    report.changes(plan);
    linked(directory, plan).forEach(link -> work.out().accept("  note             " + link));
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
  List<Step> undo(Workspace space) throws IOException, RefusedException {
    if (!isEar()) {
      return List.of(undoWar(Path.of("")));
    }
    List<Step> steps = new ArrayList<>();
    for (String war : EarFile.modules(new DirectoryArchive(root))) {
      Path module = module(war);
      steps.add(
          Files.isDirectory(module) ? undoWar(root.relativize(module)) : undoPacked(war, space));
    }
    return steps;
  }

  private Step undoWar(Path war) throws IOException, RefusedException {
    DirectoryArchive archive = new DirectoryArchive(root.resolve(war));
    byte[] record =
        archive
            .read(Inspector.UNDO, LARGEST)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "it was not retrofitted by this command: it has no " + Inspector.UNDO));
    TreeUndo undo = TreeUndo.of(record);
    return copy -> undo.applyTo(copy, copy.resolve(war.toString()));
  }

  private Step undoPacked(String name, Workspace space) throws IOException, RefusedException {
    Path old = space.newFile();
    try (ZipImage image = ZipImage.open(root.resolve(name));
        OutputStream out = Files.newOutputStream(old)) {
      WarFile.undo(image).writeTo(out);
    }
    return copy -> replace(copy, copy.resolve(name), old);
  }
}
