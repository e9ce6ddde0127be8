package org.tokenerror.oauth.answer;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.tokenerror.http.Json;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.OAuthErrorCode;

/**
 * Writes an error as JSON, in pure ASCII.
 *
 * <p>It decides nothing. Only the reader of dialects uses JSON-B as well, to read.
 *
 * @see <a href="https://jakarta.ee/specifications/jsonb/3.0/">Jakarta JSON Binding</a>
 */
final class ErrorJson implements AutoCloseable {
  private final Jsonb jsonb;

  /**
   * Creates the one JSON-B of a renderer.
   *
   * @throws IllegalStateException when there is no implementation
   */
  ErrorJson() {
    try {
      this.jsonb = JsonbBuilder.create();
    } catch (RuntimeException | LinkageError | ServiceConfigurationError none) {
      throw new IllegalStateException(
          "No JSON-B implementation: use the token-error-filter -all.jar, or add an implementation"
              + " of Jakarta JSON Binding such as Yasson",
          none);
    }
  }

  /** Writes an error and its extension's members, the error's own first. */
  byte[] write(OAuthError error, Optional<Json.Obj> extensionMembers) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("error", error.code());
    error.description().ifPresent(description -> members.put("error_description", description));
    error.uri().ifPresent(uri -> members.put("error_uri", uri));
    extensionMembers.ifPresent(object -> object.toMap().forEach(members::putIfAbsent));
    return ascii(write(members, error)).getBytes(StandardCharsets.US_ASCII);
  }

  /** Writes a code without JSON-B. */
  static byte[] plain(OAuthErrorCode code) {
    return plain(code.wireName()).getBytes(StandardCharsets.US_ASCII);
  }

  /** A code has no character that JSON escapes (A3), so that it needs no writer. */
  private static String plain(String code) {
    return "{\"error\":\"" + code + "\"}";
  }

  private String write(Map<String, Object> members, OAuthError error) {
    try {
      return jsonb.toJson(members);
    } catch (RuntimeException broken) {
      return plain(error.code());
    }
  }

  /** RFC 8259 7: any character may be escaped; then no charset can be wrong (A18). */
  private static String ascii(String json) {
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 0x7F) {
        ascii.append(c);
      } else {
        ascii
            .append("\\u")
            .append(hex(c >> 12))
            .append(hex(c >> 8))
            .append(hex(c >> 4))
            .append(hex(c));
      }
    }
    return ascii.toString();
  }

  private static char hex(int digit) {
    return "0123456789abcdef".charAt(digit & 0xF);
  }

  @Override
  public void close() {
    try {
      jsonb.close();
    } catch (Exception nothingToSave) {
      throw new IllegalStateException("JSON-B does not close", nothingToSave);
    }
  }
}
