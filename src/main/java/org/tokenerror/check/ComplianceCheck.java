package org.tokenerror.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.tokenerror.check.wire.Tls;
import org.tokenerror.check.wire.Wire;
import org.tokenerror.check.wire.WireOptions;

/**
 * Checks how a token endpoint refuses, by sending it requests that deserve it.
 *
 * <p>It changes nothing at the endpoint, follows no redirect and sends nothing to any other
 * address. It is for one thread, and for one run.
 *
 * <pre>
 * ComplianceCheck.of(URI.create("http://127.0.0.1:8080/oauth2/token"))
 *     .client("id", "secret")
 *     .run()
 *     .assertCompliant();
 * </pre>
 */
public final class ComplianceCheck {
  private static final int REQUESTS_PER_SECOND = 20;
  private static final int MOST_REQUESTS = 120;

  /** Is told how far a check is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Takes note of the next request.
     *
     * @param number its number, from 1
     * @param total how many there will be
     * @param title what is special about it
     */
    void next(int number, int total, String title);
  }

  private final URI endpoint;
  private Optional<ClientCredentials> client = Optional.empty();
  private Optional<ClientMethod> method = Optional.empty();
  private Optional<String> scope = Optional.empty();
  private WireOptions options = WireOptions.defaults();
  private double rate = REQUESTS_PER_SECOND;
  private int most = MOST_REQUESTS;
  private boolean forced;
  private Progress progress = (number, total, title) -> {};

  private ComplianceCheck(URI endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Prepares to check an endpoint.
   *
   * @param endpoint its address: http or https, with a host, without user name and fragment
   * @return a check with all its defaults
   * @throws IllegalArgumentException if the address is another one
   */
  public static ComplianceCheck of(URI endpoint) {
    String scheme = Optional.ofNullable(endpoint.getScheme()).orElse("");
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      throw new IllegalArgumentException("The address has to start with http:// or https://");
    }
    String authority = Optional.ofNullable(endpoint.getRawAuthority()).orElse("");
    if (authority.isEmpty()) {
      throw new IllegalArgumentException("The address has no host");
    }
    if (authority.contains("@") || endpoint.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The address must have no user name, password or fragment: the client has an option of its"
              + " own");
    }
    // An underscore is no part of a host name, but common in those of containers.
    if (endpoint.getHost() == null && !authority.matches("[\\w.-]+(:\\d{1,5})?")) {
      throw new IllegalArgumentException(
          "The address has to name its host and port as in as.example.com:8443");
    }
    return new ComplianceCheck(endpoint);
  }

  /**
   * Lets a client take part that the endpoint knows and that may use client_credentials; it is the
   * only way to see more than how strangers are refused.
   *
   * @param id the client's id
   * @param secret its secret
   * @return this check
   */
  public ComplianceCheck client(String id, String secret) {
    client = Optional.of(new ClientCredentials(id, secret));
    return this;
  }

  /**
   * Says how that client authenticates; without it, the way that works is found out.
   *
   * @param way by header or by body
   * @return this check
   */
  public ComplianceCheck authenticating(ClientMethod way) {
    method = Optional.of(way);
    return this;
  }

  /**
   * Names the scope that the client asks for, where the endpoint gives no token without one.
   *
   * @param value one scope or several, separated by blanks
   * @return this check
   */
  public ComplianceCheck scope(String value) {
    scope = Optional.of(value);
    return this;
  }

  /**
   * Limits how many requests are sent in a second.
   *
   * @param perSecond more than 0; 20 by default
   * @return this check
   */
  public ComplianceCheck rate(double perSecond) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("The rate has to be more than 0 requests a second");
    }
    rate = perSecond;
    return this;
  }

  /**
   * Limits how many requests are sent.
   *
   * @param requests at least 1; 120 by default, which is more than there are
   * @return this check
   */
  public ComplianceCheck atMost(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException("At least 1 request has to be sent");
    }
    most = requests;
    return this;
  }

  /**
   * Limits how long connecting may take.
   *
   * @param timeout more than nothing; 5 seconds by default
   * @return this check
   */
  public ComplianceCheck connectTimeout(Duration timeout) {
    options = options.connectingWithin(positive(timeout));
    return this;
  }

  /**
   * Limits how long a request may take, from connecting to the last byte of the answer.
   *
   * @param timeout more than nothing; 10 seconds by default
   * @return this check
   */
  public ComplianceCheck timeout(Duration timeout) {
    options = options.answeredWithin(positive(timeout));
    return this;
  }

  /**
   * Sends everything through an HTTP proxy.
   *
   * @param host its name
   * @param port its port
   * @return this check
   */
  public ComplianceCheck proxy(String host, int port) {
    options = options.through(InetSocketAddress.createUnresolved(host, port));
    return this;
  }

  /**
   * Trusts the certificates of a file, and no others.
   *
   * @param certificates X.509 certificates in PEM or DER
   * @return this check
   * @throws IOException if they cannot be read
   */
  public ComplianceCheck trusting(Path certificates) throws IOException {
    return tls(Tls.trusting(certificates));
  }

  /**
   * Trusts every certificate: anybody in between can read the client's secret.
   *
   * @return this check
   */
  public ComplianceCheck trustingEverybody() {
    return tls(Tls.insecure());
  }

  /**
   * Goes on where the address does not look like that of a token endpoint.
   *
   * @return this check
   */
  public ComplianceCheck evenIfNoTokenEndpoint() {
    forced = true;
    return this;
  }

  /**
   * Tells how far the check is.
   *
   * @param listener is told before each request
   * @return this check
   */
  public ComplianceCheck telling(Progress listener) {
    progress = listener;
    return this;
  }

  /**
   * Sends the requests and judges the answers.
   *
   * @return what was found out
   * @throws CannotCheckException if the endpoint cannot be reached or is none, or does not accept
   *     the client; one that stops answering later on gives a result that says so
   */
  public CheckResult run() {
    Setup setup = Setup.of(endpoint, client).asking(scope);
    Setup known = method.map(way -> setup.by(Set.of(way))).orElse(setup);
    try (Wire wire = new Wire(endpoint, options)) {
      return new CheckRun(wire, endpoint, known, rate, most, forced, progress).run();
    }
  }

  private ComplianceCheck tls(Tls tls) {
    options = options.checkedBy(tls);
    return this;
  }

  private static Duration positive(Duration timeout) {
    if (timeout.isZero() || timeout.isNegative() || timeout.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "A timeout has to be more than nothing, and less than weeks");
    }
    return timeout;
  }
}
