package org.tokenerror;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tokenerror.TokenErrorSettings.Mode;
import org.tokenerror.oauth.AnswerPolicy.Status401;

/**
 * Lists the options as text: key, default, allowed values and meaning.
 *
 * <p>It is the one list that the reader, the messages and the table of the manual come from. It
 * does not check values, {@link TokenErrorSettings} does; it only reads text.
 */
enum Setting {
  /** See {@link TokenErrorSettings#mode()}. */
  MODE(
      "enforce",
      "enforce, observe or off",
      "What happens to failures: they are replaced; or left alone and only logged and counted; or"
          + " the filter stays out of the way."),

  /** See {@link TokenErrorSettings#endpoints()}. */
  ENDPOINTS(
      "",
      "paths within the context, separated by commas or white space, each starting with \"/\"; an"
          + " asterisk stands for exactly one path segment; empty for the conventional token paths",
      "Where the filter works, for example /oauth/token or /realms/*/token."),

  /** See {@link TokenErrorSettings#realm()}. */
  REALM(
      "token",
      "1 to 120 printable ASCII characters without quote and backslash",
      "The realm of challenges that the servlet did not send itself."),

  /** See {@link TokenErrorSettings#supportedSchemes()}. */
  SUPPORTED_SCHEMES(
      "Basic",
      "one or more of Basic, Bearer, DPoP and Negotiate, separated by commas or white space",
      "What a 401 challenges with when the client used no scheme or one that cannot be challenged"
          + " for."),

  /** See {@link TokenErrorSettings#withoutAuthorization()}. */
  WITHOUT_AUTHORIZATION(
      "keep",
      "keep, 400 or 401",
      "The status of invalid_client for a request without an Authorization header: the servlet's"
          + " 401 stays and all else becomes 400; or always 400; or always 401."),

  /** See {@link TokenErrorSettings#captureLimit()}. */
  CAPTURE_LIMIT(
      "65536",
      "a whole number of bytes from 1024 to 16777216",
      "How much of a response is held in memory at most."),

  /** See {@link TokenErrorSettings#maxDescriptionLength()}. */
  MAX_DESCRIPTION_LENGTH(
      "200",
      "a whole number of characters from 40 to 1000",
      "The length of the longest error_description."),

  /** See {@link TokenErrorSettings#keepDialectMembers()}. */
  KEEP_DIALECT_MEMBERS(
      "false",
      "true or false",
      "Whether members of the servlet's own error dialect stay in the JSON body."),

  /** See {@link TokenErrorSettings#successCacheHeaders()}. */
  SUCCESS_CACHE_HEADERS(
      "true",
      "true or false",
      "Whether Cache-Control: no-store and Pragma: no-cache are added to successes that lack"
          + " them.");

  private final String defaultText;
  private final String allowed;
  private final String meaning;

  Setting(String defaultText, String allowed, String meaning) {
    this.defaultText = defaultText;
    this.allowed = allowed;
    this.meaning = meaning;
  }

  /** Returns the key as init params and the properties file spell it, e.g. {@code realm}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the default as one would write it, empty for the conventional endpoints. */
  String defaultText() {
    return defaultText;
  }

  /** Returns the allowed values, as the end of the sentence "it must be ...". */
  String allowed() {
    return allowed;
  }

  /** Returns what the option is for, in one sentence. */
  String meaning() {
    return meaning;
  }

  /** Returns the setting with this very key, which is case-sensitive. */
  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  /**
   * Reads a value; white space around it does not count, nor does the case of words.
   *
   * @throws IllegalArgumentException when the text has not the form of this option's values;
   *     whether they are in range shows when the settings are built
   */
  void read(String text, TokenErrorSettings.Builder builder) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() && !defaultText.isEmpty()) {
      throw rejected(text);
    }
    try {
      apply(trimmed, builder);
    } catch (IllegalArgumentException e) {
      throw rejected(text);
    }
  }

  private TokenErrorSettings.Builder apply(String text, TokenErrorSettings.Builder builder) {
    return switch (this) {
      case MODE -> builder.mode(Mode.valueOf(text.toUpperCase(Locale.ROOT)));
      case ENDPOINTS -> builder.endpoints(items(text));
      case REALM -> builder.realm(text);
      case SUPPORTED_SCHEMES -> builder.supportedSchemes(items(text));
      case WITHOUT_AUTHORIZATION -> builder.withoutAuthorization(status(text));
      case CAPTURE_LIMIT -> builder.captureLimit(Integer.parseInt(text));
      case MAX_DESCRIPTION_LENGTH -> builder.maxDescriptionLength(Integer.parseInt(text));
      case KEEP_DIALECT_MEMBERS -> builder.keepDialectMembers(flag(text));
      case SUCCESS_CACHE_HEADERS -> builder.successCacheHeaders(flag(text));
    };
  }

  /** Makes the exception for a value that is not allowed. */
  IllegalArgumentException rejected(String value) {
    return new IllegalArgumentException(
        key() + " must be " + allowed + ", but is " + Printable.quoted(value));
  }

  /** Makes the exception for a value that is not allowed, with a reason. */
  IllegalArgumentException rejected(String value, String why) {
    return new IllegalArgumentException(
        key() + " must be " + allowed + ", but is " + Printable.quoted(value) + ": " + why);
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.replace(',', ' ').split("\\s++", -1))
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static Status401 status(String text) {
    return text.equalsIgnoreCase("keep") ? Status401.KEEP : Status401.valueOf("ALWAYS_" + text);
  }

  private static boolean flag(String text) {
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    if (text.equalsIgnoreCase("false")) {
      return false;
    }
    throw new IllegalArgumentException(text);
  }
}
