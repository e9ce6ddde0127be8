package org.tokenerror.oauth;

/**
 * Lists what a request must not do, whatever the server knows of clients and grants (S10).
 *
 * <p>Names of constants are metric labels and do not change. A parameter without a value counts as
 * not sent (D7), and one that nobody knows is never held against a client (D8). A CORS preflight,
 * and any other OPTIONS, passes.
 */
public enum RequestCheck {
  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, 3.2</a>: "The client
   * MUST use the HTTP "POST" method".
   */
  METHOD("D14", OAuthErrorCode.INVALID_REQUEST, 405),

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-B">RFC 6749, Appendix B</a>: sent in
   * the body "using the "application/x-www-form-urlencoded" format"; a registration is JSON.
   */
  MEDIA_TYPE("D15", OAuthErrorCode.INVALID_REQUEST, 400),

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.3">RFC 9110, 5.3</a>: "a sender MUST
   * NOT generate multiple field lines with the same name" unless the field is a list.
   */
  AUTHORIZATION_REPEATED("D20", OAuthErrorCode.INVALID_REQUEST, 400),

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.3">RFC 9449, 4.3</a>: "There is not
   * more than one DPoP HTTP request header field."
   */
  DPOP_REPEATED("D17", OAuthErrorCode.INVALID_DPOP_PROOF, 400),

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749, 2.3.1</a>: "The
   * parameters can only be transmitted in the request-body and MUST NOT be included in the request
   * URI."
   */
  CREDENTIALS_IN_URI("D3", OAuthErrorCode.INVALID_REQUEST, 400),

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-B">RFC 6749, Appendix B</a>: names and
   * values are "encoded using the UTF-8 character encoding scheme", then percent-encoded.
   */
  ENCODING("D15", OAuthErrorCode.INVALID_REQUEST, 400),

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, 3.2</a>: "Request and
   * response parameters MUST NOT be included more than once"; {@code resource} and {@code audience}
   * may (D10).
   */
  PARAMETER_REPEATED("D9", OAuthErrorCode.INVALID_REQUEST, 400),

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749, 2.3</a>: "The client
   * MUST NOT use more than one authentication method in each request."
   */
  SEVERAL_MECHANISMS("D1", OAuthErrorCode.INVALID_REQUEST, 400),

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2.1">RFC 6749, 3.2.1</a>: a {@code
   * client_id} in the body identifies the client that the header authenticates, and no other.
   */
  CLIENT_ID_MISMATCH("D2", OAuthErrorCode.INVALID_REQUEST, 400),

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749, 4.1.3</a> and others:
   * "grant_type REQUIRED".
   */
  GRANT_TYPE_MISSING("D11", OAuthErrorCode.INVALID_REQUEST, 400),

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-A.10">RFC 6749, A.10</a>: "grant-type
   * = grant-name / URI-reference".
   */
  GRANT_TYPE_SYNTAX("D12", OAuthErrorCode.INVALID_REQUEST, 400),

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749, 3.3</a>: "scope =
   * scope-token *( SP scope-token )".
   */
  SCOPE_SYNTAX("D13", OAuthErrorCode.INVALID_SCOPE, 400);

  private final String requirement;
  private final OAuthErrorCode code;
  private final int status;

  RequestCheck(String requirement, OAuthErrorCode code, int status) {
    this.requirement = requirement;
    this.code = code;
    this.status = status;
  }

  /**
   * Returns the id of the requirement that a request fails.
   *
   * @return an id such as {@code D9}
   */
  public String requirement() {
    return requirement;
  }

  /**
   * Returns the code of the error that refuses such a request.
   *
   * @return a code of RFC 6749 or of an extension
   */
  public OAuthErrorCode code() {
    return code;
  }

  /**
   * Returns the HTTP status of the answer that refuses such a request.
   *
   * @return 400, or 405 for a wrong method
   */
  public int status() {
    return status;
  }
}
