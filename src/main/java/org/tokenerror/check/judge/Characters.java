package org.tokenerror.check.judge;

import java.util.function.IntPredicate;

/**
 * Knows the sets of characters that RFC 6749, Appendix A, names.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-A">RFC 6749, Appendix A</a>
 */
final class Characters {
  private Characters() {}

  /** NQSCHAR = %x20-21 / %x23-5B / %x5D-7E. */
  static boolean areNqschar(String text) {
    return all(text, c -> c == ' ' || isNqchar(c));
  }

  /** NQCHAR = %x21 / %x23-5B / %x5D-7E. */
  static boolean areNqchar(String text) {
    return all(text, Characters::isNqchar);
  }

  static boolean areAscii(String text) {
    return all(text, c -> c < 0x80);
  }

  /** Tells whether there is a control character; a tab is none here. */
  static boolean haveControl(String text) {
    return !all(text, c -> c == '\t' || (c >= ' ' && c != 0x7f));
  }

  private static boolean isNqchar(int c) {
    return c > ' ' && c < 0x7f && c != '"' && c != '\\';
  }

  private static boolean all(String text, IntPredicate set) {
    return text.chars().allMatch(set);
  }
}
