package org.tokenerror.oauth.success;

/** Looks for an access token in a body of one syntax, character by character. */
abstract class TokenSpotter {
  private static final String NAME = "access_token";

  /** Counts how many characters of the name were seen, -1 when it cannot be it any more. */
  private int seen;

  /** Takes the next character; true when the first one of an access token has come. */
  abstract boolean accept(char c);

  /** Begins to compare a name. */
  final void beginName() {
    seen = 0;
  }

  /** Compares the next character of a name. */
  final void compare(char c) {
    seen = seen >= 0 && seen < NAME.length() && NAME.charAt(seen) == c ? seen + 1 : -1;
  }

  /** Says that what is being read is not the name. */
  final void noName() {
    seen = -1;
  }

  /** Tells whether the name was read, and nothing else. */
  final boolean isName() {
    return seen == NAME.length();
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
