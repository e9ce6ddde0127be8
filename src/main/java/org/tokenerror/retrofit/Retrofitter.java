package org.tokenerror.retrofit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tokenerror.retrofit.zip.Bytes;
import org.tokenerror.retrofit.zip.ZipImage;

/**
 * Puts the filter into a WAR, an EAR or an unpacked one of them, and takes it out again.
 *
 * <p>It never changes what it is given, never replaces a file, and leaves nothing behind when it
 * fails. What is already in the application is copied as the bytes it is.
 */
public final class Retrofitter {
  private final FilterJars jars;
  private final Predicate<String> nameable;
  private final Consumer<String> out;
  private final SafeOutput output;

  /**
   * Creates it.
   *
   * @param jars what to put in
   * @param nameable tells whether the filter's setting {@code endpoints} may name a path
   * @param out takes the report line by line
   */
  public Retrofitter(FilterJars jars, Predicate<String> nameable, Consumer<String> out) {
    this(jars, nameable, out, new SafeOutput());
  }

  Retrofitter(
      FilterJars jars, Predicate<String> nameable, Consumer<String> out, SafeOutput output) {
    this.jars = jars;
    this.nameable = nameable;
    this.out = line -> out.accept(Printable.line(line));
    this.output = output;
  }

  /**
   * Writes a copy of an application with the filter in it.
   *
   * @param input the application
   * @param options how
   * @throws RefusedException if the application is left as it is
   * @throws IOException if something cannot be read or written; the message names it
   */
  public void retrofit(Path input, RetrofitOptions options) throws IOException, RefusedException {
    Path target = options.output().orElse(named(input, "-retrofitted"));
    check(input, target, options.dryRun());
    try (Workspace space = Workspace.create()) {
      Work work = new Work(options, Optional.empty(), jars, nameable, space, out);
      if (Files.isDirectory(input)) {
        Path root = input.toRealPath();
        List<Tree.Step> steps = new Tree(root, label(input)).retrofit(work);
        finish(options.dryRun(), target, () -> writeTree(root, target, steps));
      } else {
        try (Prepared prepared = prepare(input, work)) {
          finish(options.dryRun(), target, () -> output.write(target, input, prepared::writeTo));
        }
      }
    } catch (IOException e) {
      throw named(input, e);
    } catch (RefusedException e) {
      throw new RefusedException(input + ": " + e.getMessage());
    }
  }

  /** Writes something at last. */
  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  private void finish(boolean dryRun, Path target, Writing writing) throws IOException {
    if (dryRun) {
      out.accept("nothing written, this was a dry run; it would be " + target);
      return;
    }
    writing.write();
    out.accept("written: " + target + "; everything else in it is as it was, byte for byte");
  }

  private static Prepared prepare(Path input, Work work) throws IOException, RefusedException {
    Kind kind = Kind.of(input);
    return kind == Kind.EAR
        ? EarFile.prepare(input, label(input), work)
        : WarFile.prepare(input, label(input), work);
  }

  /**
   * Writes a copy of a retrofitted application as it was before.
   *
   * @param input the retrofitted application
   * @param output where the copy goes; beside the old one if empty
   * @param dryRun whether to tell only
   * @throws RefusedException if it was not retrofitted by this command
   * @throws IOException if something cannot be read or written; the message names it
   */
  public void undo(Path input, Optional<Path> output, boolean dryRun)
      throws IOException, RefusedException {
    Path target = output.orElse(named(input, "-restored"));
    check(input, target, dryRun);
    try (Workspace space = Workspace.create()) {
      if (Files.isDirectory(input)) {
        Path root = input.toRealPath();
        List<Tree.Step> steps = new Tree(root, label(input)).undo(space, out);
        finish(dryRun, target, () -> writeTree(root, target, steps));
      } else {
        undoFile(input, target, dryRun, space);
      }
    } catch (IOException e) {
      throw named(input, e);
    } catch (RefusedException e) {
      throw new RefusedException(input + ": " + e.getMessage());
    }
  }

  private void undoFile(Path input, Path target, boolean dryRun, Workspace space)
      throws IOException, RefusedException {
    boolean ear = Kind.of(input) == Kind.EAR;
    try (ZipImage image = ZipImage.open(input)) {
      Undo undo = ear ? EarUndo.of(image, space) : WarUndo.of(image);
      out.accept(label(input) + ": retrofitted with version " + undo.version());
      undo.lines().forEach(out);
      if (dryRun) {
        out.accept("nothing written, this was a dry run; it would be " + target);
        return;
      }
      MessageDigest digest = digest();
      this.output.write(
          target, input, stream -> undo.content().writeTo(new DigestOutputStream(stream, digest)));
      Bytes sha256 = Bytes.of(digest.digest());
      String result =
          undo.sha256()
              .map(
                  before ->
                      before.equals(sha256)
                          ? "it is the file from before, byte for byte (SHA-256 compared)"
                          : "what was changed in it since the retrofit is still in it, so it is not"
                              + " the same file as before")
              .orElse("it was a directory that was retrofitted, so there is no file to compare");
      out.accept("written: " + target + "; " + result);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns a failure whose message names a file. */
  private static IOException named(Path input, IOException e) {
    return e instanceof NotWrittenException || e instanceof FileSystemException
        ? e
        : new IOException(input + ": " + e.getMessage(), e);
  }

  private static void writeTree(Path input, Path target, List<Tree.Step> steps) throws IOException {
    Path copy = SafeOutput.beside(target);
    try {
      TreeCopy.copy(input, copy);
      for (Tree.Step step : steps) {
        step.applyTo(copy);
      }
      Files.move(copy, target);
    } catch (IOException e) {
      throw new NotWrittenException(target, describe(e), e);
    } finally {
      if (Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
        Workspace.delete(copy);
      }
    }
  }

  private static void check(Path input, Path target, boolean dryRun) throws IOException {
    if (!Files.exists(input)) {
      throw new IOException(input + ": no such file or directory");
    }
    if (!Files.isReadable(input)) {
      throw new IOException(input + ": it may not be read");
    }
    if (dryRun) {
      return;
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      boolean itself = Files.exists(target) && Files.isSameFile(input, target);
      throw new IOException(
          target
              + (itself
                  ? " is the application itself, which is never changed"
                  : " is there already; remove it, or choose another name by --output"));
    }
    Path parent = target.toAbsolutePath().normalize().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new IOException(target + ": there is no directory for it");
    }
    if (Files.isDirectory(input) && parent.toRealPath().startsWith(input.toRealPath())) {
      throw new IOException(target + " would be inside the application itself");
    }
  }

  private static Path named(Path input, String suffix) {
    String name = label(input);
    int dot = name.lastIndexOf('.');
    String base = dot > 0 ? name.substring(0, dot) : name;
    String extension = dot > 0 ? name.substring(dot) : "";
    boolean restored = suffix.equals("-restored") && base.endsWith("-retrofitted");
    String stem = restored ? base.substring(0, base.length() - "-retrofitted".length()) : base;
    boolean plain = input.equals(input.normalize()) && !input.toString().isEmpty();
    Path from = plain ? input : input.toAbsolutePath().normalize();
    return from.resolveSibling(stem + suffix + extension);
  }

  private static String label(Path input) {
    return String.valueOf(input.toAbsolutePath().normalize().getFileName());
  }

  /**
   * Says in one sentence what went wrong.
   *
   * @param failure what {@link #retrofit} or {@link #undo} threw
   * @return to be shown to a user
   */
  public static String describe(IOException failure) {
    String text = String.valueOf(failure.getMessage());
    if (failure instanceof FileSystemException e) {
      String reason = Optional.ofNullable(e.getReason()).orElse(SafeOutput.describe(e));
      text = e.getFile() + ": " + reason;
    }
    return Printable.line(text);
  }
}
