package org.tokenerror.retrofit;

import org.tokenerror.retrofit.zip.Bytes;

/**
 * Is the one file that is put into an application.
 *
 * @param namespace whose applications it is for
 * @param version its version
 * @param bytes the jar
 */
public record FilterJar(Namespace namespace, String version, Bytes bytes) {

  /**
   * Returns the name of the file, which tells its version and its kind.
   *
   * @return without directories
   */
  public String fileName() {
    String kind = namespace == Namespace.JAKARTA ? "all" : "javax";
    return "token-error-filter-" + version + "-" + kind + ".jar";
  }
}
