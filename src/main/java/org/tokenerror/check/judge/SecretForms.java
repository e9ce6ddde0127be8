package org.tokenerror.check.judge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists the forms in which a secret may turn up again: plain, form-encoded, base64.
 *
 * <p>Escapes are none of its business; see {@link SecretFinder}.
 */
public final class SecretForms {
  private SecretForms() {}

  /**
   * Lists the forms of one secret.
   *
   * <p>In base64, a secret that stands behind something else begins at one of three places within
   * its group of three bytes; the characters that depend on it alone are listed for each.
   *
   * @param secret the secret
   * @return its forms, the longer ones first; none for the empty secret
   */
  public static Set<String> of(String secret) {
    Set<String> forms = new LinkedHashSet<>();
    if (secret.isEmpty()) {
      return forms;
    }
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    for (String text : List.of(secret, encoded)) {
      for (int shift = 0; shift < 3; shift++) {
        addBase64(text, shift, forms);
      }
    }
    forms.add(encoded);
    forms.add(encoded.replace("+", "%20"));
    forms.add(secret);
    // UTF-8 in a header field is read byte by byte.
    forms.add(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    return forms;
  }

  private static void addBase64(String text, int shift, Set<String> forms) {
    byte[] bytes = (" ".repeat(shift) + text).getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    int from = shift == 0 ? 0 : shift + 1;
    int to = base64.length() - (bytes.length % 3 == 0 ? 0 : 1);
    if (to - from >= 6) {
      String inner = base64.substring(from, to);
      forms.add(inner);
      forms.add(inner.replace('+', '-').replace('/', '_'));
    }
  }
}
