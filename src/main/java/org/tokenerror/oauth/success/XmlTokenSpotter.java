package org.tokenerror.oauth.success;

/**
 * Spots text in an element named access_token that is the root or a child of it.
 *
 * <p>It knows tags, comments and nothing else.
 */
final class XmlTokenSpotter extends TokenSpotter {
  private static final int DEEPEST = 2;

  /** Where the scanner is. */
  private enum Place {
    TEXT,
    TAG_START,
    NAME,
    TAG,
    CLOSING_TAG,
    DECLARATION,
    COMMENT
  }

  private Place place = Place.TEXT;
  private int depth;
  private int dashes;
  private boolean tokenBegins;
  private boolean slash;

  @Override
  boolean accept(char c) {
    switch (place) {
      case TEXT -> {
        if (c == '<') {
          place = Place.TAG_START;
        } else if (tokenBegins && !isBlank(c)) {
          return true;
        }
      }
      case TAG_START -> startTag(c);
      case NAME -> name(c);
      case TAG -> tag(c);
      case CLOSING_TAG -> {
        if (c == '>') {
          depth--;
          place = Place.TEXT;
        }
      }
      case DECLARATION -> declaration(c);
      case COMMENT -> {
        if (c == '>' && dashes >= 2) {
          place = Place.TEXT;
        }
        dashes = c == '-' ? dashes + 1 : 0;
      }
    }
    return false;
  }

  private void startTag(char c) {
    tokenBegins = false;
    slash = false;
    dashes = 0;
    if (c == '/') {
      place = Place.CLOSING_TAG;
    } else if (c == '!' || c == '?') {
      place = Place.DECLARATION;
    } else {
      place = Place.NAME;
      beginName();
      compare(c);
    }
  }

  private void name(char c) {
    if (c == '>' || c == '/' || isBlank(c)) {
      place = Place.TAG;
      tag(c);
    } else if (c == ':') {
      beginName();
    } else {
      compare(c);
    }
  }

  private void tag(char c) {
    if (c == '>') {
      place = Place.TEXT;
      if (!slash) {
        depth++;
        tokenBegins = depth <= DEEPEST && isName();
      }
    }
    slash = c == '/';
  }

  private void declaration(char c) {
    if (c == '>') {
      place = Place.TEXT;
    } else if (c == '-' && dashes >= 0) {
      dashes++;
      place = dashes == 2 ? Place.COMMENT : place;
      dashes = place == Place.COMMENT ? 0 : dashes;
    } else {
      dashes = -1;
    }
  }
}
