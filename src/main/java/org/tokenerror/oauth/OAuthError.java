package org.tokenerror.oauth;

import java.net.URI;
import java.util.Optional;

/**
 * Holds the three members of RFC 6749, section 5.2, in characters that are legal by construction.
 *
 * <p>It does not check whether the code is registered (F19), and it does not repair: text that may
 * be illegal goes through the sanitizer before it gets here.
 *
 * @param code the {@code error} member, one or more of %x20-21 / %x23-5B / %x5D-7E (A2, A3)
 * @param description the {@code error_description} member, same characters, never empty (A6, A7)
 * @param uri the {@code error_uri} member, a URI reference without blanks (A9, A10)
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
public record OAuthError(String code, Optional<String> description, Optional<String> uri) {

  /**
   * Checks the characters of all three members.
   *
   * @param code any code
   * @param description any description
   * @param uri any reference
   * @throws IllegalArgumentException when one is empty or has an illegal character
   */
  public OAuthError {
    if (!isLegalText(code)) {
      throw new IllegalArgumentException("error has characters RFC 6749 5.2 forbids, or none");
    }
    if (description.isPresent() && !isLegalText(description.get())) {
      throw new IllegalArgumentException(
          "error_description has characters RFC 6749 5.2 forbids, or none");
    }
    if (uri.isPresent() && !isLegalUri(uri.get())) {
      throw new IllegalArgumentException("error_uri is no URI reference of RFC 6749 5.2");
    }
  }

  /**
   * Creates an error of a known code with its standard sentence.
   *
   * @param code the code
   * @return the error
   */
  public static OAuthError of(OAuthErrorCode code) {
    return new OAuthError(code.wireName(), Optional.of(code.sentence()), Optional.empty());
  }

  /**
   * Creates an error of any code without a description.
   *
   * @param code the {@code error} member
   * @return the error
   * @throws IllegalArgumentException when the code is empty or has an illegal character
   */
  public static OAuthError of(String code) {
    return new OAuthError(code, Optional.empty(), Optional.empty());
  }

  /**
   * Returns this error with another description.
   *
   * @param text the {@code error_description} member
   * @return the error
   * @throws IllegalArgumentException when the text is empty or has an illegal character
   */
  public OAuthError withDescription(String text) {
    return new OAuthError(code, Optional.of(text), uri);
  }

  /**
   * Returns this error with another page about it.
   *
   * @param reference the {@code error_uri} member
   * @return the error
   * @throws IllegalArgumentException when it is no URI reference
   */
  public OAuthError withUri(String reference) {
    return new OAuthError(code, description, Optional.of(reference));
  }

  /**
   * Tells whether a code or description is 1*NQSCHAR (A2, A3, A6, A7).
   *
   * @param text any text
   * @return false for a text with any other character, and for none
   */
  public static boolean isLegalText(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isLegalCharacter(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Tells whether a character is one of %x20-21 / %x23-5B / %x5D-7E (A3, A6). */
  static boolean isLegalCharacter(int c) {
    return c >= 0x20 && c <= 0x7E && c != '"' && c != '\\';
  }

  /**
   * Tells whether a text is a URI reference without blanks (A9, A10).
   *
   * @param text any text
   * @return false for what cannot be an {@code error_uri}
   */
  public static boolean isLegalUri(String text) {
    if (!isLegalText(text) || text.indexOf(' ') >= 0) {
      return false;
    }
    try {
      return !URI.create(text).toString().isEmpty();
    } catch (IllegalArgumentException notAUri) {
      return false;
    }
  }
}
