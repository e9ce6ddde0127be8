package org.tokenerror.check;

/** Tells why an endpoint could not be checked: it is not there, or it is no token endpoint. */
public final class CannotCheckException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says why.
   *
   * @param message what happened, without anything secret
   */
  public CannotCheckException(String message) {
    super(message);
  }
}
