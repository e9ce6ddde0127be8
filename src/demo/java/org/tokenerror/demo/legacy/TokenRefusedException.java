package org.tokenerror.demo.legacy;

/**
 * Carries a refusal out of the desk.
 *
 * <p>It offers no accessor for an OAuth code: like most home-grown exceptions it only has words.
 */
final class TokenRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  TokenRefusedException(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
