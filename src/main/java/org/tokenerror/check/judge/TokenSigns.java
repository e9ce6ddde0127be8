package org.tokenerror.check.judge;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tokenerror.http.Json;
import org.tokenerror.http.MediaType;

/**
 * Finds out whether a body hands out a token, as JSON, as a form or as XML.
 *
 * <p>A page that speaks of tokens is none.
 */
final class TokenSigns {
  private static final String NAME = "access_token";
  private static final Pattern NO_FORM = Pattern.compile("[<>\\s]");
  private static final Pattern ELEMENT = Pattern.compile("<access_token>\\s*+[^<\\s]");

  private TokenSigns() {}

  static boolean in(String text, Optional<Json.Obj> object, Optional<MediaType> type) {
    return object.map(TokenSigns::isIn).orElseGet(() -> !isPage(text, type) && isIn(text));
  }

  private static boolean isPage(String text, Optional<MediaType> type) {
    return type.filter(MediaType::isHtml).isPresent() || text.stripLeading().startsWith("<!");
  }

  private static boolean isIn(String text) {
    return isForm(text.strip()) || ELEMENT.matcher(text).find();
  }

  private static boolean isForm(String text) {
    return !NO_FORM.matcher(text).find()
        && List.of(text.split("&", -1)).stream()
            .anyMatch(pair -> pair.startsWith(NAME + "=") && pair.length() > NAME.length() + 1);
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
