package org.tokenerror.demo.legacy;

/**
 * Resembles the exceptions of OAuth libraries: it knows its error code and says so by an accessor.
 *
 * <p>It is public because such library classes are.
 */
public final class OAuthProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String errorCode;

  OAuthProblemException(Refusal refusal) {
    super(refusal.message());
    this.errorCode = refusal.code();
  }

  /**
   * Returns the OAuth 2.0 error code.
   *
   * @return a code of RFC 6749 section 5.2, or a registered one
   */
  public String getErrorCode() {
    return errorCode;
  }
}
