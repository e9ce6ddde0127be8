package org.tokenerror.oauth;

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
record Said(
    List<String> codes, List<String> messages, List<String> text, Optional<Json.Obj> members) {

  Said {
    codes = List.copyOf(codes);
    messages = List.copyOf(messages);
    text = List.copyOf(text);
  }

  static Said nothing() {
    return new Said(List.of(), List.of(), List.of(), Optional.empty());
  }

  static Said words(String text) {
    return new Said(List.of(), List.of(), List.of(text), Optional.empty());
  }
}
