package org.tokenerror.demo.legacy;

import java.io.Serializable;

/**
 * Says why the desk gave no token: the status a hurried author would choose, the OAuth code an
 * expert would choose, and the words.
 *
 * <p>The status is often wrong on purpose (404, 409, 410, 422, 501): only the compliant style looks
 * at the code.
 *
 * @param status the HTTP status the legacy author had in mind
 * @param code the error code of RFC 6749 section 5.2, or a registered one
 * @param message what the legacy author tells the client
 */
record Refusal(int status, String code, String message) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Names the request attribute that carries the refusal to pages and other servlets. */
  static final String ATTRIBUTE = "org.tokenerror.demo.legacy.refusal";
}
