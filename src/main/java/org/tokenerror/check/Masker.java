package org.tokenerror.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tokenerror.check.judge.SecretFinder;
import org.tokenerror.check.judge.SecretForms;

/**
 * Takes the client's secret out of a text, in whatever form it is there, and tokens, codes and
 * cookies as well.
 *
 * <p>The values of {@link Bait} stay: they are no secrets.
 */
final class Masker {
  private static final String MASK = "***";

  /** The values that were sent by the checker itself, and those masked already. */
  private static final String BUT_BAIT = "(?!bad-Xk7q-|eyJhbGciOiJub25lIn0|\\*)";

  /**
   * What stands behind a name that ends in token: in JSON, in JSON within JSON, in a printed map.
   */
  private static final List<Pattern> TOKENS =
      List.of(
          json("\""),
          json("'"),
          Pattern.compile(
              "(?i)(token\\\\{1,8}\"\\s{0,9}:\\s{0,9}\\\\{1,8}\")"
                  + BUT_BAIT
                  + "(?:[^\"\\\\]|\\\\++[^\"\\\\])++"),
          Pattern.compile("(?i)(token=)" + BUT_BAIT + "[^&\\s\"'<>,;}#]++"),
          Pattern.compile("(?i)([?&#]code=)" + BUT_BAIT + "[^&\\s\"'<>,;}#]++"),
          Pattern.compile("(?i)(<[\\w:.-]{0,40}token>)" + BUT_BAIT + "[^<]++"),
          Pattern.compile("(?im)^([\\w-]{0,40}token: *)" + BUT_BAIT + "[^\\r\\n]++"),
          Pattern.compile("(?im)^(set-cookie: *[^=\\s]*=)[^;\\s]*"));

  private final SecretFinder secrets;

  Masker(Optional<ClientCredentials> client) {
    List<String> forms = new ArrayList<>();
    client.ifPresent(
        some -> {
          String id = Encoding.form(some.id());
          String secret = Encoding.form(some.secret());
          forms.add(Encoding.base64(id + ":" + secret));
          forms.add(Encoding.base64(some.id() + ":" + some.secret()));
          forms.addAll(SecretForms.of(some.secret()));
        });
    secrets = new SecretFinder(forms);
  }

  String mask(String text) {
    String masked = secrets.mask(text, MASK);
    for (Pattern token : TOKENS) {
      masked = token.matcher(masked).replaceAll("$1" + MASK);
    }
    return masked;
  }

  private static Pattern json(String quote) {
    String value = "(?:[^" + quote + "\\\\]|\\\\.)++";
    return Pattern.compile(
        "(?is)(token" + quote + "\\s{0,9}[:=]\\s{0,9}" + quote + ")" + BUT_BAIT + value);
  }
}
