package org.tokenerror.oauth.success;

/** Spots access_token=x at the beginning of a pair of a form-encoded body. */
final class FormTokenSpotter extends TokenSpotter {
  private boolean inName = true;
  private boolean beginning = true;
  private boolean tokenBegins;

  @Override
  boolean accept(char c) {
    beginning &= c != '&' && c != '=';
    if (c == '&') {
      beginName();
      inName = true;
      tokenBegins = false;
      return false;
    }
    if (tokenBegins) {
      tokenBegins = false;
      return !isBlank(c);
    }
    if (inName && c == '=') {
      inName = false;
      tokenBegins = isName();
    } else if (inName) {
      compare(c);
    }
    return false;
  }

  /** Tells whether all that came may still be the name of a function. */
  boolean isBeginning() {
    return beginning;
  }
}
