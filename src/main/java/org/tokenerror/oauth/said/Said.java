package org.tokenerror.oauth.said;

import java.util.List;
import java.util.Optional;
import org.tokenerror.http.Json;

/**
 * Holds what a servlet said about a failure, whatever the syntax it said it in.
 *
 * @param codes values that may be error codes, the likeliest first
 * @param messages what was said to the client in words, the likeliest description first
 * @param text more words, which may help to understand but must never leave
 * @param members the members of the body that was read as an object, whatever its syntax
 */
public record Said(
    List<String> codes, List<String> messages, List<String> text, Optional<Json.Obj> members) {

  /**
   * Copies the lists.
   *
   * @param codes any values
   * @param messages any words
   * @param text any words
   * @param members any object
   */
  public Said {
    codes = List.copyOf(codes);
    messages = List.copyOf(messages);
    text = List.copyOf(text);
  }

  /**
   * Makes what a servlet said that said nothing.
   *
   * @return no codes, no words, no members
   */
  public static Said nothing() {
    return new Said(List.of(), List.of(), List.of(), Optional.empty());
  }

  static Said words(String text) {
    return new Said(List.of(), List.of(), List.of(text), Optional.empty());
  }
}
