package org.tokenerror.retrofit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.tokenerror.retrofit.zip.Bytes;

/** Gives the jars that are put into applications. */
@FunctionalInterface
public interface FilterJars {

  /**
   * Returns the jar for applications of a namespace.
   *
   * @param namespace whose
   * @return the jar that brings all it needs
   * @throws IOException if there is none here
   */
  FilterJar of(Namespace namespace) throws IOException;

  /**
   * Returns the jars that are inside the command line's own jar.
   *
   * @return read when asked for
   */
  static FilterJars bundled() {
    return namespace -> {
      String name = "filter-" + namespace.label().toLowerCase(Locale.ROOT) + ".jar";
      try (InputStream in = FilterJars.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IOException(
              "there is no " + name + " here; only the -cli jar has the jars to put in");
        }
        byte[] bytes = in.readAllBytes();
        return new FilterJar(namespace, version(bytes), Bytes.of(bytes));
      }
    };
  }

  private static String version(byte[] jar) throws IOException {
    try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
      return Optional.ofNullable(in.getManifest())
          .map(Manifest::getMainAttributes)
          .map(attributes -> attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
          .orElseThrow(() -> new IOException("the filter's jar does not tell its version"));
    }
  }
}
