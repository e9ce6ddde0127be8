package org.tokenerror.oauth.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tokenerror.oauth.DialectSource;

/** Reads the dialect files that come with the filter, in the order of their index. */
final class DialectResources {
  private static final String FOLDER = "/org/tokenerror/dialects/";

  private DialectResources() {}

  static List<DialectSource> all() {
    return text("index.txt")
        .lines()
        .filter(name -> !name.isBlank())
        .map(name -> new DialectSource(name, text(name)))
        .toList();
  }

  private static String text(String name) {
    try (InputStream in = DialectResources.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
