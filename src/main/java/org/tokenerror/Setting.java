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
          + " asterisk stands for exactly one path segment; revocation:, introspection:,"
          + " device-authorization:, pushed-authorization:, backchannel-authentication: or"
          + " registration: before a path says that it is no token endpoint; the word conventional"
          + " behind such a label, or behind token:, stands for its usual paths; empty for all usual"
          + " paths",
      "Where the filter works, and only there, for example /oauth/token or /realms/*/token,"
          + " revocation:/oauth/revoke."),

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
          + " them."),

  /** See {@link TokenErrorSettings#requestChecks()}. */
  REQUEST_CHECKS(
      "observe",
      "enforce, observe or off",
      "What happens to requests that RFC 6749 forbids, such as a repeated parameter, two ways to"
          + " authenticate, credentials in the URI, a GET or a body that is no form: they are"
          + " refused before the servlet runs; or only logged and counted, the body's parameters"
          + " only after a failure; or nothing."),

  /** See {@link TokenErrorSettings#containerRefusals()}. */
  CONTAINER_REFUSALS(
      "true",
      "true or false",
      "Whether what Tomcat or WildFly itself refuses at an endpoint, before any filter runs, is"
          + " answered too: a container-managed login, a role, a method constraint."),

  /** See {@link TokenErrorSettings#observeClients()}. */
  OBSERVE_CLIENTS(
      "",
      "client ids of printable ASCII characters, separated by commas or white space",
      "Clients whose failures and requests are only logged and counted, as with mode observe. They"
          + " are known by the user name of the Authorization header or by client_id."),

  /** See {@link TokenErrorSettings#observeEndpoints()}. */
  OBSERVE_ENDPOINTS(
      "",
      "paths within the context, separated by commas or white space, each starting with \"/\"; an"
          + " asterisk stands for exactly one path segment",
      "Endpoints at which nothing is changed, as with mode observe."),

  /** See {@link TokenErrorSettings#dialects()}. */
  DIALECTS(
      "",
      "paths of JSON files, separated by commas or white space; one that begins with \"/\" is in"
          + " the web application, any other on its class path",
      "Error dialects of your own, asked before those that come with the filter.");

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
      case MODE -> builder.mode(mode(text));
      case ENDPOINTS -> builder.endpoints(items(text));
      case REALM -> builder.realm(text);
      case SUPPORTED_SCHEMES -> builder.supportedSchemes(items(text));
      case WITHOUT_AUTHORIZATION -> builder.withoutAuthorization(status(text));
      case CAPTURE_LIMIT -> builder.captureLimit(Integer.parseInt(text));
      case MAX_DESCRIPTION_LENGTH -> builder.maxDescriptionLength(Integer.parseInt(text));
      case KEEP_DIALECT_MEMBERS -> builder.keepDialectMembers(flag(text));
      case SUCCESS_CACHE_HEADERS -> builder.successCacheHeaders(flag(text));
      case REQUEST_CHECKS -> builder.requestChecks(mode(text));
      case CONTAINER_REFUSALS -> builder.containerRefusals(flag(text));
      case DIALECTS -> builder.dialects(items(text));
      case OBSERVE_CLIENTS -> builder.observeClients(items(text));
      case OBSERVE_ENDPOINTS -> builder.observeEndpoints(items(text));
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

  private static Mode mode(String text) {
    return Mode.valueOf(text.toUpperCase(Locale.ROOT));
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
