package org.tokenerror.testing.apps;

import java.io.IOException;
import java.net.URI;
import org.tokenerror.testing.RawAnswer;
import org.tokenerror.testing.TokenRequest;

/** Holds an application that answers requests until it is closed. */
public final class RunningApp implements AutoCloseable {
  private final TomcatProcess server;

  RunningApp(TomcatProcess server) {
    this.server = server;
  }

  /** Returns the address of the token endpoint of a variant that was started. */
  public URI tokenEndpoint(Variant variant) {
    return URI.create(
        "http://127.0.0.1:" + server.port() + variant.contextPath() + RealApp.TOKEN_PATH);
  }

  /** Sends a request to the token endpoint. */
  public RawAnswer send(TokenRequest request, Variant variant) throws IOException {
    return request.sendTo(server.http(), tokenEndpoint(variant).getPath());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
