package org.tokenerror.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tokenerror.http.AsciiText;

/** Lists the forms in which a request's secrets may come back: raw, encoded, escaped, shortened. */
final class SecretForms {
  private static final int LONG = 16;
  private static final int BEGINNING = 12;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 2_048;

  private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
  private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

  private final List<String> forms;

  SecretForms(Set<String> secrets) {
    Set<String> all = new LinkedHashSet<>();
    for (String whole : secrets) {
      String secret = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      all.add(secret);
      all.add(BASE64.encodeToString(bytes));
      all.add(BASE64_URL.encodeToString(bytes));
      if (!isPlain(secret)) {
        all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        all.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        all.add(secret.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
        all.add(AsciiText.fold(secret));
      }
      if (secret.length() >= LONG) {
        all.add(secret.substring(0, BEGINNING)); // many servers shorten what they echo
      }
    }
    this.forms =
        all.stream()
            .map(form -> form.toLowerCase(Locale.ROOT))
            .filter(form -> form.length() >= SHORTEST)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Tells whether nothing in a secret needs to be encoded or escaped anywhere. */
  private static boolean isPlain(String secret) {
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && "-_.".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a text has one of them, in whatever case. */
  boolean occurIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String form : forms) {
      if (lower.contains(form)) {
        return true;
      }
    }
    return false;
  }

  /** Replaces all of them by asterisks. */
  String mask(String text) {
    if (!occurIn(text)) {
      return text;
    }
    String masked = text;
    for (String form : forms) {
      masked = mask(masked, form);
    }
    return masked;
  }

  private static String mask(String text, String form) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) { // some capitals change their length
      return lower.replace(form, "***");
    }
    StringBuilder masked = new StringBuilder();
    int at = 0;
    for (int hit = lower.indexOf(form); hit >= 0; hit = lower.indexOf(form, at)) {
      masked.append(text, at, hit).append("***");
      at = hit + form.length();
    }
    return masked.append(text.substring(at)).toString();
  }
}
