package org.tokenerror.check.judge;

/** Says how a requirement fared. */
public enum Mark {
  /** It was met. */
  PASS,
  /** It was not met. */
  FAIL,
  /** There was nothing to meet. */
  NOT_APPLICABLE
}
