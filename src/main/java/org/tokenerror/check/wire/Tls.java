package org.tokenerror.check.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Puts TLS on top of a connection and decides whom to trust.
 *
 * <p>It sends no client certificate.
 */
public final class Tls {
  private final SSLContext context;
  private final boolean namesAreChecked;

  private Tls(SSLContext context, boolean namesAreChecked) {
    this.context = context;
    this.namesAreChecked = namesAreChecked;
  }

  /**
   * Trusts whom Java trusts.
   *
   * @return the standard way
   */
  public static Tls standard() {
    try {
      return new Tls(SSLContext.getDefault(), true);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no TLS", e);
    }
  }

  /**
   * Trusts the certificates of a file, and no others.
   *
   * @param pem a file of X.509 certificates in PEM or DER
   * @return the way that trusts those only
   * @throws IOException if the file cannot be read or has no certificate in it
   */
  public static Tls trusting(Path pem) throws IOException {
    Collection<? extends Certificate> certificates;
    try (InputStream stream = Files.newInputStream(pem)) {
      certificates = CertificateFactory.getInstance("X.509").generateCertificates(stream);
    } catch (NoSuchFileException e) {
      throw new IOException("There is no file of certificates at " + pem, e);
    } catch (CertificateException e) {
      throw new IOException("This is no file of X.509 certificates: " + pem, e);
    }
    if (certificates.isEmpty()) {
      throw new IOException("There is no certificate in " + pem);
    }
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : certificates) {
        store.setCertificateEntry("ca-" + store.size(), certificate);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return new Tls(context(factory.getTrustManagers()), true);
    } catch (GeneralSecurityException e) {
      throw new IOException("The certificates cannot be used: " + pem, e);
    }
  }

  /**
   * Trusts everybody, so that anybody in between can read what is sent.
   *
   * @return the way that checks nothing
   */
  public static Tls insecure() {
    try {
      return new Tls(context(new TrustManager[] {new TrustEverybody()}), false);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no TLS", e);
    }
  }

  /** Wraps a connected socket and agrees on keys. */
  SSLSocket wrap(Socket socket, String host, int port) throws IOException {
    SSLSocket secure =
        (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
    if (namesAreChecked) {
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);
    }
    secure.startHandshake();
    return secure;
  }

  private static SSLContext context(TrustManager[] managers) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers, null);
    return context;
  }

  /** Accepts every certificate; what {@code --insecure} asks for. */
  private static final class TrustEverybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
