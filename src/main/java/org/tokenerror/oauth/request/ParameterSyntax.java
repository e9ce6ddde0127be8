package org.tokenerror.oauth.request;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Knows what parameters of a token request may be made of.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-A">RFC 6749, appendix A</a>
 */
final class ParameterSyntax {
  private static final int LONGEST_URI = 2_000;

  private ParameterSyntax() {}

  /** A.10: "grant-name = 1*name-char", "name-char = "-" / "." / "_" / DIGIT / ALPHA" (D12). */
  static boolean isGrantType(String text) {
    return (!text.isEmpty() && text.chars().allMatch(ParameterSyntax::isNameCharacter))
        || isAbsoluteUri(text);
  }

  private static boolean isNameCharacter(int c) {
    return c == '-'
        || c == '.'
        || c == '_'
        || (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z');
  }

  private static boolean isAbsoluteUri(String text) {
    try {
      return text.length() <= LONGEST_URI
          && text.chars().allMatch(c -> c > ' ' && c <= '~')
          && new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** A.4: "scope-token = 1*NQCHAR", one blank between two of them (D13). */
  static boolean isScope(String text) {
    boolean afterBlank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == ' ';
      if ((blank && afterBlank) || (!blank && !isNqchar(c))) {
        return false;
      }
      afterBlank = blank;
    }
    return !afterBlank;
  }

  private static boolean isNqchar(char c) {
    return c > ' ' && c <= '~' && c != '"' && c != '\\';
  }
}
