package org.tokenerror.check.wire;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Bounds an exchange and says how the connection is made.
 *
 * @param connectTimeout how long connecting may take
 * @param deadline how long the whole exchange may take, connecting included
 * @param limit how many bytes of a body are read at most
 * @param proxy the HTTP proxy, if there is one
 * @param tls how the certificate of the other side is checked
 */
public record WireOptions(
    Duration connectTimeout,
    Duration deadline,
    int limit,
    Optional<InetSocketAddress> proxy,
    Tls tls) {

  /**
   * Returns 5 and 10 seconds, 256 KiB, no proxy and the certificates that Java trusts.
   *
   * @return the defaults
   */
  public static WireOptions defaults() {
    return new WireOptions(
        Duration.ofSeconds(5), Duration.ofSeconds(10), 262_144, Optional.empty(), Tls.standard());
  }

  /**
   * Changes how long connecting may take.
   *
   * @param timeout the time
   * @return other options
   */
  public WireOptions connectingWithin(Duration timeout) {
    return new WireOptions(timeout, deadline, limit, proxy, tls);
  }

  /**
   * Changes how long the whole exchange may take.
   *
   * @param timeout the time
   * @return other options
   */
  public WireOptions answeredWithin(Duration timeout) {
    return new WireOptions(connectTimeout, timeout, limit, proxy, tls);
  }

  /**
   * Goes through a proxy.
   *
   * @param address its address
   * @return other options
   */
  public WireOptions through(InetSocketAddress address) {
    return new WireOptions(connectTimeout, deadline, limit, Optional.of(address), tls);
  }

  /**
   * Changes how certificates are checked.
   *
   * @param other the way
   * @return other options
   */
  public WireOptions checkedBy(Tls other) {
    return new WireOptions(connectTimeout, deadline, limit, proxy, other);
  }
}
