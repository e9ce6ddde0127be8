package org.tokenerror.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("unpacked");
    return new String[] {"token-error-filter " + version};
  }
}
