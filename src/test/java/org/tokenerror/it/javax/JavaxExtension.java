package org.tokenerror.it.javax;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Converts what Arquillian deploys in the runs on servers of {@code javax.servlet}. */
public final class JavaxExtension implements LoadableExtension {
  @Override
  public void register(ExtensionBuilder builder) {
    if (System.getProperty("it.namespace", "").equals("javax")) {
      builder.observer(JavaxDeployer.class);
    }
  }
}
