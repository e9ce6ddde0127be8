package org.tokenerror.retrofit;

import java.util.Arrays;

/**
 * Is the one file that is put into an application.
 *
 * @param namespace whose applications it is for
 * @param version its version
 * @param bytes the jar
 */
public record FilterJar(Namespace namespace, String version, byte[] bytes) {

  /**
   * Returns the name of the file, which tells its version and its kind.
   *
   * @return without directories
   */
  public String fileName() {
    String kind = namespace == Namespace.JAKARTA ? "all" : "javax";
    return "token-error-filter-" + version + "-" + kind + ".jar";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FilterJar that
        && namespace == that.namespace
        && version.equals(that.version)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return version.hashCode();
  }
}
