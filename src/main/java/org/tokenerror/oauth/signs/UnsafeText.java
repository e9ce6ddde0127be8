package org.tokenerror.oauth.signs;

import org.tokenerror.http.FormParameters;
import org.tokenerror.oauth.RequestFacts;

/**
 * Tells whether words may leave: no insides of the server (H1), no secret (H2), no echo (H3).
 *
 * <p>In doubt words are unsafe: the log has them, and the client gets the code's sentence.
 */
public final class UnsafeText {
  private static final int SHORTEST_ECHO = 4;

  private final RequestFacts request;

  /**
   * Looks at words that answer a request.
   *
   * @param request the request, whose secrets and values must not come back
   */
  public UnsafeText(RequestFacts request) {
    this.request = request;
  }

  /**
   * Tells whether a text must not be shown to a client.
   *
   * @param text what is to be shown
   * @return true when the text is unsafe or may be
   */
  public boolean isUnsafe(String text) {
    return isInternal(text) || LeakSigns.in(text) || hasSecret(text) || echoes(text);
  }

  /**
   * Tells whether a text shows how the server is made, and has nothing for a client in it.
   *
   * @param text what is to be shown
   * @return true for stack frames, class names, SQL and the like
   */
  public static boolean isInternal(String text) {
    return InternalSigns.in(text);
  }

  /**
   * Tells whether a secret of the request is in a text, in whatever form.
   *
   * @param text what is to be shown
   * @return true when a secret comes back
   */
  public boolean hasSecret(String text) {
    return request.hasSecretIn(text);
  }

  /**
   * Returns a text for the log: without secrets and line breaks.
   *
   * @param text any text
   * @return one line
   */
  public String forLog(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
    return request.mask(line.toString());
  }

  /** Finds a parameter's value in a text, unless it is of characters that harm nowhere (H3). */
  private boolean echoes(String text) {
    FormParameters parameters = request.parameters();
    for (String name : parameters.names()) {
      if (isEcho(name, text)) {
        return true;
      }
      for (String value : parameters.all(name)) {
        if (isEcho(value, text)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isEcho(String value, String text) {
    return value.length() >= SHORTEST_ECHO && !isPlain(value) && text.contains(value);
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && " ._-~:/@+".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
