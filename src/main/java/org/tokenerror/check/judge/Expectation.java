package org.tokenerror.check.judge;

/** Says what a request deserves. */
public enum Expectation {
  /** It is to be refused. */
  REFUSAL,
  /** It may be refused, or granted: specifications leave it to the server. */
  EITHER,
  /** There is nothing wrong with it. */
  SUCCESS,
  /** It asks for no token. */
  NO_TOKEN
}
