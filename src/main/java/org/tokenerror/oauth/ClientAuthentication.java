package org.tokenerror.oauth;

import java.util.List;
import java.util.Optional;

/**
 * Tells how the client tried to say who it is.
 *
 * <p>No variant holds a secret, so {@code toString} may go to a log. Nothing here says whether the
 * credentials were right: only the servlet knows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749, section 2.3</a>
 */
public sealed interface ClientAuthentication {

  /** The client did not say who it is. */
  record None() implements ClientAuthentication {}

  /**
   * The client used the {@code Authorization} header.
   *
   * @param scheme the scheme, in its canonical spelling when it is registered, empty when the field
   *     has no legal scheme at all
   * @param wellFormed whether the credentials follow the scheme's grammar (B16); true for schemes
   *     whose grammar is unknown here
   * @param clientId the client's id where the scheme shows it
   */
  record Header(String scheme, boolean wellFormed, Optional<String> clientId)
      implements ClientAuthentication {
    @Override
    public boolean usedAuthorizationHeader() {
      return true;
    }

    @Override
    public Optional<String> headerScheme() {
      return scheme.isEmpty() ? Optional.empty() : Optional.of(scheme);
    }
  }

  /**
   * The client sent {@code client_secret} as a parameter.
   *
   * @param clientId the {@code client_id} parameter, empty when there is none
   */
  record Body(String clientId) implements ClientAuthentication {}

  /** The client sent a {@code client_assertion} (RFC 7521, section 4.2). */
  record Assertion() implements ClientAuthentication {}

  /**
   * The client sent a bare {@code client_id} without any proof.
   *
   * @param clientId the {@code client_id} parameter
   */
  record Public(String clientId) implements ClientAuthentication {}

  /**
   * The client used more than one mechanism, which it must not (D1).
   *
   * @param mechanisms names such as {@code client_secret_basic}, in the order found
   * @param usedHeader whether the {@code Authorization} header is one of them
   * @param headerScheme the scheme of that header
   */
  record Several(List<String> mechanisms, boolean usedHeader, Optional<String> headerScheme)
      implements ClientAuthentication {
    /**
     * Copies the list.
     *
     * @param mechanisms names, copied
     * @param usedHeader any
     * @param headerScheme any
     */
    public Several {
      mechanisms = List.copyOf(mechanisms);
    }

    @Override
    public boolean usedAuthorizationHeader() {
      return usedHeader;
    }
  }

  /**
   * Tells whether the request carried an {@code Authorization} header, legal or not (B8).
   *
   * @return true when it did
   */
  default boolean usedAuthorizationHeader() {
    return false;
  }

  /**
   * Returns the scheme of the {@code Authorization} header, which a challenge has to match (B10).
   *
   * @return the scheme, empty without a header or without a legal scheme in it
   */
  default Optional<String> headerScheme() {
    return Optional.empty();
  }
}
