package org.tokenerror.it.jetty;

import java.io.IOException;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

/**
 * Deploys to a Jetty that it starts and stops.
 *
 * <p>It runs no test inside the server.
 */
public final class JettyContainer implements DeployableContainer<JettySettings> {
  private JettySettings settings = new JettySettings();
  private JettyProcess jetty;

  @Override
  public Class<JettySettings> getConfigurationClass() {
    return JettySettings.class;
  }

  @Override
  public void setup(JettySettings configuration) {
    settings = configuration;
  }

  @Override
  public void start() throws LifecycleException {
    try {
      jetty = JettyProcess.start(settings);
    } catch (IOException e) {
      throw new LifecycleException("Jetty does not start", e);
    }
  }

  @Override
  public void stop() {
    jetty.close();
  }

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Servlet 5.0");
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    try {
      jetty.deploy(archive);
    } catch (IOException e) {
      throw new DeploymentException(e.getMessage(), e);
    }
    return new ProtocolMetaData().addContext(new HTTPContext("127.0.0.1", settings.httpPort()));
  }

  @Override
  public void undeploy(Archive<?> archive) throws DeploymentException {
    try {
      jetty.undeploy(archive.getName());
    } catch (IOException e) {
      throw new DeploymentException(e.getMessage(), e);
    }
  }

  @Override
  public void deploy(Descriptor descriptor) {
    throw new UnsupportedOperationException("descriptors are not deployed");
  }

  @Override
  public void undeploy(Descriptor descriptor) {
    throw new UnsupportedOperationException("descriptors are not deployed");
  }
}
