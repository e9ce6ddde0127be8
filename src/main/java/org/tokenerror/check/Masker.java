package org.tokenerror.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenerror.check.judge.SecretForms;

/**
 * Takes the client's secret out of a text, in whatever form it is there, and tokens and cookies as
 * well.
 *
 * <p>The values of {@link Bait} stay: they are no secrets.
 */
final class Masker {
  private static final String MASK = "***";
  private static final Pattern TOKEN =
      Pattern.compile("(\"(?:access|refresh|id)_token\"\\s*:\\s*\")[^\"]*");
  private static final Pattern COOKIE = Pattern.compile("(?im)^(set-cookie: *[^=\\s]*=)[^;\\s]*");

  private final List<Pattern> secrets;

  Masker(Optional<ClientCredentials> client) {
    List<String> forms = new ArrayList<>();
    client.ifPresent(
        some -> {
          String id = CaseBuilder.encode(some.id());
          String secret = CaseBuilder.encode(some.secret());
          forms.add(CaseBuilder.base64(id + ":" + secret));
          forms.add(CaseBuilder.base64(some.id() + ":" + some.secret()));
          forms.addAll(SecretForms.of(some.secret()));
        });
    secrets =
        forms.stream()
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(form -> Pattern.compile(Pattern.quote(form), Pattern.CASE_INSENSITIVE))
            .toList();
  }

  String mask(String text) {
    String masked = text;
    for (Pattern secret : secrets) {
      masked = secret.matcher(masked).replaceAll(MASK);
    }
    masked = TOKEN.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    return COOKIE.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
  }
}
