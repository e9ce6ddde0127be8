package org.tokenerror.it.javax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.asset.ArchiveAsset;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;

/** Converts an archive of {@code jakarta.servlet} and the archives within it. */
final class JavaxArchive {
  private static final String NEW_NAMESPACE = "https://jakarta.ee/xml/ns/jakartaee";
  private static final String OLD_NAMESPACE = "http://xmlns.jcp.org/xml/ns/javaee";

  private JavaxArchive() {}

  static void convert(Archive<?> archive) throws IOException {
    for (Map.Entry<ArchivePath, Node> entry : Map.copyOf(archive.getContent()).entrySet()) {
      Asset asset = entry.getValue().getAsset();
      if (asset instanceof ArchiveAsset inner) {
        convert(inner.getArchive());
      } else if (asset != null) {
        archive.delete(entry.getKey());
        archive.add(converted(entry.getKey().get(), asset), renamed(entry.getKey().get()));
      }
    }
  }

  private static String renamed(String path) {
    return path.replace("META-INF/services/jakarta.servlet.", "META-INF/services/javax.servlet.");
  }

  private static Asset converted(String path, Asset asset) throws IOException {
    try (InputStream in = asset.openStream()) {
      if (path.endsWith(".class")) {
        return new ByteArrayAsset(JavaxClass.of(in));
      }
      if (path.endsWith(".jsp") || path.endsWith(".xml")) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new ByteArrayAsset(convertedText(text).getBytes(StandardCharsets.UTF_8));
      }
    }
    return asset;
  }

  private static String convertedText(String text) {
    return text.replace("jakarta.servlet", "javax.servlet")
        .replace(NEW_NAMESPACE, OLD_NAMESPACE)
        .replaceAll("(<web-(?:app|fragment)[^>]*version=\")[56]\\.\\d", "$14.0");
  }
}
