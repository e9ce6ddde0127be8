package org.tokenerror.retrofit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tokenerror.retrofit.zip.ZipImage;

/** Tells WARs from EARs and from all else. */
enum Kind {
  WAR,
  EAR;

  static Kind of(Path file) throws IOException, RefusedException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    try (ZipImage image = ZipImage.open(file)) {
      List<String> names = new ZipArchive(image).names();
      if (names.stream().anyMatch(n -> n.startsWith("WEB-INF/"))) {
        return WAR;
      }
      if (names.contains(EarFile.APPLICATION_XML)
          || (name.endsWith(".ear") && names.stream().anyMatch(n -> n.endsWith(".war")))) {
        return EAR;
      }
      if (names.stream().anyMatch(n -> n.startsWith("BOOT-INF/"))) {
        throw new RefusedException(
            "it is a Spring Boot application without WEB-INF, which no server deploys; the filter"
                + " becomes one of its dependencies instead");
      }
      if (name.endsWith(".war") && !names.isEmpty()) {
        return WAR;
      }
      throw new RefusedException(
          "it is neither a WAR nor an EAR: it has no WEB-INF and no META-INF/application.xml");
    }
  }
}
