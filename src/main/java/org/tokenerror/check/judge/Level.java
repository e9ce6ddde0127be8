package org.tokenerror.check.judge;

/** Says how strongly a specification asks for something. */
public enum Level {
  /** A requirement: an answer that fails it is wrong. */
  MUST,
  /** A recommendation: an answer that fails it could be better. */
  SHOULD
}
