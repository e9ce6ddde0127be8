package org.tokenerror.check;

import org.tokenerror.check.judge.Sent;

/**
 * Holds values that no server knows and that are easy to find again if one comes back.
 *
 * <p>None of them is secret; the judge treats them as if they were.
 */
final class Bait {
  static final String CLIENT = "token-error-check-nobody";
  static final String SECRET = "Wr0ng-Xk7q-secret";
  static final String PASSWORD = "Wr0ng-Xk7q-password";
  static final String USER = "token-error-check-nobody";
  static final String CODE = "bad-Xk7q-code";
  static final String TOKEN = "bad-Xk7q-token";
  static final String ASSERTION = "eyJhbGciOiJub25lIn0.eyJYazdxIjoxfQ.YmFkLVhrN3E";
  static final String MARKUP = "<script>Xk7q</script>";
  static final String FIELD = "X-Xk7q: 1";
  static final String ORIGIN = Sent.ORIGIN;

  private Bait() {}
}
