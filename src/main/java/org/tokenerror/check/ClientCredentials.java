package org.tokenerror.check;

/**
 * Holds the id and the secret of a client that the endpoint knows.
 *
 * <p>Its {@code toString} shows neither.
 *
 * @param id the client's id
 * @param secret its secret
 */
public record ClientCredentials(String id, String secret) {
  /**
   * Checks that there is something.
   *
   * @param id the client's id
   * @param secret its secret
   * @throws IllegalArgumentException if one of them is empty
   */
  public ClientCredentials {
    if (id.isEmpty() || secret.isEmpty()) {
      throw new IllegalArgumentException("A client needs an id and a secret: one of them is empty");
    }
  }

  @Override
  public String toString() {
    return "ClientCredentials";
  }
}
