package org.tokenerror.it.jetty;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Offers Jetty to Arquillian in the run that is Jetty's.
 *
 * <p>In the other runs the adapter of their server is the only one that Arquillian may find.
 */
public final class JettyExtension implements LoadableExtension {
  @Override
  public void register(ExtensionBuilder builder) {
    if (System.getProperty("arquillian.launch", "").equals("jetty")) {
      builder.service(DeployableContainer.class, JettyContainer.class);
    }
  }
}
