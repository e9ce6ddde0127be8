package org.tokenerror.oauth.success;

import org.jspecify.annotations.Nullable;

/**
 * Recognises a success while it streams through, without keeping any of it.
 *
 * <p>A success is an access token that is not empty: a JSON string at the top or exactly one object
 * further down (with or without a JSONP function around it), a pair of a form, or an XML element
 * that is the root or its child. The words {@code access_token} inside a string, or deeper, are
 * none. It reads ASCII and whatever contains ASCII; UTF-16 bytes it never recognises. It reads each
 * character once, allocates nothing per character and is used by one thread at a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, section 5.1</a>
 */
public final class SuccessScanner {
  private final boolean enabled;
  private @Nullable TokenSpotter spotter;
  private boolean inFunction;
  private boolean hopeless;
  private boolean found;

  /**
   * Creates a scanner.
   *
   * @param enabled false for a scanner that never recognises anything, for instance because the
   *     status is no 2xx
   */
  public SuccessScanner(boolean enabled) {
    this.enabled = enabled;
  }

  /**
   * Looks at the next bytes of the body.
   *
   * @param bytes the bytes, in a charset that contains ASCII
   * @param offset where they begin
   * @param length how many they are
   * @return true as soon as, and for ever after, an access token has begun
   */
  public boolean feed(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length && isLooking(); i++) {
      found = accept((char) (bytes[i] & 0xFF));
    }
    return found;
  }

  /**
   * Looks at the next characters of the body.
   *
   * @param chars the characters
   * @param offset where they begin
   * @param length how many they are
   * @return true as soon as, and for ever after, an access token has begun
   */
  public boolean feed(char[] chars, int offset, int length) {
    for (int i = offset; i < offset + length && isLooking(); i++) {
      found = accept(chars[i]);
    }
    return found;
  }

  private boolean isLooking() {
    return enabled && !found && !hopeless;
  }

  private boolean accept(char c) {
    TokenSpotter present = spotter;
    if (present == null) {
      return !isByteOrderMark(c) && !TokenSpotter.isBlank(c) && begin(c);
    }
    if (c == '(' && present instanceof FormTokenSpotter form && form.isBeginning()) {
      inFunction = true; // callback({"access_token": ...})
      spotter = null;
      return false;
    }
    return present.accept(c);
  }

  private boolean begin(char first) {
    TokenSpotter chosen = choose(first);
    spotter = chosen;
    hopeless = chosen == null;
    return chosen != null && chosen.accept(first);
  }

  private @Nullable TokenSpotter choose(char first) {
    if (first == '{') {
      return new JsonTokenSpotter();
    }
    if (inFunction) {
      return null;
    }
    if (first == '<') {
      return new XmlTokenSpotter();
    }
    boolean text = first >= 0x20 && first < 0x7F && first != '[' && first != '"';
    return text ? new FormTokenSpotter() : null;
  }

  /** Skips U+FEFF, as a character or as its three bytes of UTF-8 (A19). */
  private static boolean isByteOrderMark(char c) {
    return c == '\uFEFF' || c == 0xEF || c == 0xBB || c == 0xBF;
  }

  @Override
  public String toString() {
    return "SuccessScanner[found=" + found + "]";
  }
}
