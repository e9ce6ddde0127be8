package org.tokenerror.oauth.success;

/**
 * Spots a non-empty string named access_token at the top of an object or one object further down.
 *
 * <p>Names written with escapes are not recognised, and deeper levels are only counted. Arrays are
 * levels too.
 */
final class JsonTokenSpotter extends TokenSpotter {
  private static final int DEEPEST = 2;

  private int depth;
  private boolean ended;
  private boolean secondIsObject;
  private boolean inString;
  private boolean escaped;
  private boolean nameExpected;
  private boolean nameReading;
  private boolean valueExpected;
  private boolean tokenBegins;

  @Override
  boolean accept(char c) {
    if (ended) {
      return false; // what stands behind the object is not part of it
    }
    return inString ? string(c) : structure(c);
  }

  private boolean string(char c) {
    if (tokenBegins) {
      tokenBegins = false;
      if (c != '"') {
        return true;
      }
    }
    if (escaped) {
      escaped = false;
    } else if (c == '\\') {
      escaped = true;
      noName();
    } else if (c == '"') {
      inString = false;
      nameReading = false;
    } else if (nameReading) {
      compare(c);
    }
    return false;
  }

  private boolean structure(char c) {
    switch (c) {
      case '"' -> beginString();
      case '{' -> open(true);
      case '[' -> open(false);
      case '}', ']' -> close();
      case ',' -> nextMember();
      case ':' -> {
        valueExpected = isName() && isObject();
        nameExpected = false;
      }
      default -> {
        if (!isBlank(c)) {
          valueExpected = false; // a number, true, false or null
        }
      }
    }
    return false;
  }

  private void beginString() {
    inString = true;
    tokenBegins = valueExpected;
    valueExpected = false;
    nameReading = nameExpected && isObject();
    nameExpected = false;
    if (nameReading) {
      beginName();
    } else {
      noName();
    }
  }

  private void open(boolean object) {
    depth++;
    if (depth == DEEPEST) {
      secondIsObject = object;
    }
    valueExpected = false;
    nextMember();
  }

  private void close() {
    depth--;
    ended = depth == 0;
    valueExpected = false;
    nameExpected = false;
    noName();
  }

  private void nextMember() {
    valueExpected = false;
    nameExpected = isObject();
    noName();
  }

  /** Tells whether this is an object in which the token may be; the first level always is one. */
  private boolean isObject() {
    return depth == 1 || (depth == DEEPEST && secondIsObject);
  }
}
