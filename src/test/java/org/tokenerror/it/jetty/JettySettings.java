package org.tokenerror.it.jetty;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Holds what {@code arquillian.xml} says of the Jetty to run. */
public final class JettySettings implements ContainerConfiguration {
  private String javaHome = System.getProperty("java.home");
  private String jettyHome = "";
  private String jettyBase = "";
  private int httpPort;
  private String javaVmArguments = "";

  public void setJavaHome(String javaHome) {
    this.javaHome = javaHome;
  }

  public void setJettyHome(String jettyHome) {
    this.jettyHome = jettyHome;
  }

  public void setJettyBase(String jettyBase) {
    this.jettyBase = jettyBase;
  }

  public void setHttpPort(int httpPort) {
    this.httpPort = httpPort;
  }

  public void setJavaVmArguments(String javaVmArguments) {
    this.javaVmArguments = javaVmArguments;
  }

  @Override
  public void validate() throws ConfigurationException {
    if (!Files.isRegularFile(startJar())) {
      throw new ConfigurationException("jettyHome holds no start.jar: " + jettyHome);
    }
    if (httpPort <= 0) {
      throw new ConfigurationException("httpPort must be a port, but is " + httpPort);
    }
  }

  Path base() {
    return Path.of(jettyBase);
  }

  int httpPort() {
    return httpPort;
  }

  Path java() {
    return Path.of(javaHome, "bin", "java");
  }

  Path startJar() {
    return Path.of(jettyHome, "start.jar");
  }

  List<String> javaArguments() {
    return List.of(javaVmArguments.trim().split("\\s+"));
  }
}
