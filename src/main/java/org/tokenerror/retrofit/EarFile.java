package org.tokenerror.retrofit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tokenerror.retrofit.zip.ZipEdit;
import org.tokenerror.retrofit.zip.ZipImage;
import org.tokenerror.retrofit.zip.ZipItem;

/**
 * Prepares the retrofit of each WAR in an EAR file.
 *
 * <p>The jar goes into each WAR, not into the EAR's {@code lib}: fragments are looked for in WARs
 * only, and an {@code <absolute-ordering>} can name no other.
 */
final class EarFile implements Prepared {
  static final String UNDO = "META-INF/token-error-filter-undo.bin";
  static final String APPLICATION_XML = "META-INF/application.xml";
  private static final int LARGEST_DESCRIPTOR = 8 << 20;
  private static final long LARGEST_WAR = 4L << 30;

  private final ZipImage image;
  private final ZipEdit edit;

  private EarFile(ZipImage image, ZipEdit edit) {
    this.image = image;
    this.edit = edit;
  }

  static Prepared prepare(Path ear, String label, Work work) throws IOException, RefusedException {
    return prepare(ear, label, work, Map.of());
  }

  private static Prepared prepare(Path ear, String label, Work work, Map<String, byte[]> kept)
      throws IOException, RefusedException {
    ZipImage image = ZipImage.open(ear);
    try {
      if (work.options().upgrade() && !image.named(UNDO).isEmpty()) {
        try (image) {
          return again(image, label, work);
        }
      }
      ZipArchive archive = new ZipArchive(image);
      refuseSigned(archive, work.options());
      List<String> wars = modules(archive);
      work.out().accept(label + ": EAR with " + String.join(", ", wars));
      AltDescriptors.notes(archive).forEach(note -> work.out().accept(WarReport.note(note)));
      Work inside = work.with(namespace(archive));
      ZipEdit edit = new ZipEdit(image);
      for (String war : wars) {
        replace(one(image, war), edit, inside, Optional.ofNullable(kept.get(war)));
      }
      edit.addUndo(UNDO, work.jars().of(Namespace.JAKARTA).version());
      return new EarFile(image, edit);
    } catch (IOException | RefusedException | RuntimeException e) {
      image.close();
      throw e;
    }
  }

  private static void refuseSigned(Archive archive, RetrofitOptions options)
      throws RefusedException {
    List<String> signatures = Inspector.signatures(archive);
    if (!signatures.isEmpty() && !options.allowSigned()) {
      throw new RefusedException(
          "it is signed ("
              + String.join(", ", signatures)
              + "); its WARs would no longer match. --allow-signed goes on");
    }
  }

  /** Names the WARs that the descriptor tells of, else those that lie there. */
  static List<String> modules(Archive archive) throws IOException, RefusedException {
    List<String> wars =
        descriptor(archive).isPresent()
            ? moduleElements(archive).stream()
                .flatMap(module -> webUri(module).stream())
                .distinct()
                .toList()
            : archive.names().stream()
                .filter(name -> name.endsWith(".war") && name.indexOf('/') < 0)
                .distinct()
                .toList();
    if (wars.isEmpty()) {
      throw new RefusedException("there is no WAR in this EAR");
    }
    return wars;
  }

  static List<XmlElement> moduleElements(Archive archive) throws IOException, RefusedException {
    return descriptor(archive).map(root -> root.all("module").toList()).orElse(List.of());
  }

  static Optional<String> webUri(XmlElement module) {
    return module.first("web").flatMap(web -> web.textOf("web-uri"));
  }

  private static Optional<XmlElement> descriptor(Archive archive)
      throws IOException, RefusedException {
    Optional<byte[]> bytes = archive.read(APPLICATION_XML, LARGEST_DESCRIPTOR);
    try {
      return bytes.isEmpty()
          ? Optional.empty()
          : Optional.of(XmlParser.parse(XmlText.of(bytes.get()).text()).root());
    } catch (XmlException e) {
      throw new RefusedException(APPLICATION_XML + " cannot be read: " + e.getMessage());
    }
  }

  /** Returns the namespace of the descriptor, for WARs that tell of none. */
  static Optional<Namespace> namespace(Archive archive) throws IOException, RefusedException {
    String uri = descriptor(archive).map(XmlElement::declaredNamespace).orElse("");
    if (uri.contains("jakarta.ee")) {
      return Optional.of(Namespace.JAKARTA);
    }
    return uri.contains("jcp.org") || uri.contains("java.sun.com")
        ? Optional.of(Namespace.JAVAX)
        : Optional.empty();
  }

  static ZipItem one(ZipImage image, String war) throws RefusedException {
    List<ZipItem> items = image.named(war);
    if (items.size() != 1) {
      throw new RefusedException(
          items.isEmpty() ? "there is no " + war + " in it" : "it has " + war + " more than once");
    }
    return items.get(0);
  }

  /** Takes the old retrofit back and starts from there, but with the settings of now. */
  private static Prepared again(ZipImage image, String label, Work work)
      throws IOException, RefusedException {
    Undo undo = EarUndo.of(image, work.space());
    Map<String, byte[]> kept = new HashMap<>();
    for (String war : modules(new ZipArchive(image))) {
      try (ZipImage inner = ZipImage.open(extract(one(image, war), work.space()))) {
        new ZipArchive(inner)
            .read(Inspector.SETTINGS, LARGEST_DESCRIPTOR)
            .ifPresent(settings -> kept.put(war, settings));
      }
    }
    Path before = work.space().newFile();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(before))) {
      undo.content().writeTo(out);
    }
    work.out().accept("  retrofitted by " + undo.version() + ", which is taken out first");
    return prepare(before, label, work, kept);
  }

  private static void replace(ZipItem item, ZipEdit edit, Work work, Optional<byte[]> kept)
      throws IOException, RefusedException {
    Path old = extract(item, work.space());
    Path changed = work.space().newFile();
    try (Prepared war = WarFile.prepare(old, item.name(), work, kept);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(changed))) {
      war.writeTo(out);
    } catch (RefusedException e) {
      throw new RefusedException(item.name() + ": " + e.getMessage());
    }
    if (!edit.replace(item, changed, work.space().newFile())) {
      work.out()
          .accept(
              WarReport.note(
                  item.name()
                      + " was compressed by another program; --undo gives back its content,"
                      + " compressed anew"));
    }
  }

  static Path extract(ZipItem item, Workspace space) throws IOException, RefusedException {
    if (item.size() > LARGEST_WAR) {
      throw new RefusedException(item.name() + " is said to be larger than 4 GiB");
    }
    Path file = space.newFile();
    try (InputStream in = item.open()) {
      Files.copy(in, file);
    }
    return file;
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
