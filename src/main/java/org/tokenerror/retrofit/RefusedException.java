package org.tokenerror.retrofit;

/** Says why an application is left as it is. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates it.
   *
   * @param message the reason, and what can be done about it
   */
  public RefusedException(String message) {
    super(Printable.line(message));
  }
}
