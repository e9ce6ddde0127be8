package org.tokenerror.check.judge;

import java.util.Optional;
import org.tokenerror.http.Json;

/** Finds out whether a body hands out a token, as JSON, as a form or as XML. */
final class TokenSigns {
  private static final String NAME = "access_token";

  private TokenSigns() {}

  static boolean in(String text, Optional<Json.Obj> object) {
    return object
        .map(TokenSigns::isIn)
        .orElseGet(() -> text.contains(NAME + "=") || text.contains("<" + NAME + ">"));
  }

  /** At the top, or one level down, where some servers wrap what they say. */
  private static boolean isIn(Json.Obj object) {
    return isNamed(object)
        || object.members().stream()
            .anyMatch(member -> member.value() instanceof Json.Obj inner && isNamed(inner));
  }

  private static boolean isNamed(Json.Obj object) {
    return object.string(NAME).filter(token -> !token.isEmpty()).isPresent();
  }
}
