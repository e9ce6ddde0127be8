package org.tokenerror.check.judge;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds secrets in a text, in capitals or not, plain or escaped as for JSON or HTML.
 *
 * <p>It finds whole secrets only. Its {@code toString} shows none.
 */
public final class SecretFinder {
  private final List<String> forms;

  /**
   * Prepares to look for some secrets.
   *
   * @param forms the secrets, in all forms in which they may turn up besides being escaped
   */
  public SecretFinder(Collection<String> forms) {
    this.forms =
        forms.stream().filter(form -> !form.isEmpty()).map(SecretFinder::fold).distinct().toList();
  }

  /**
   * Tells whether there is a secret.
   *
   * @param text the text
   * @return true if there is one
   */
  public boolean isIn(String text) {
    return layers(text).anyMatch(layer -> forms.stream().anyMatch(fold(layer.text())::contains));
  }

  /**
   * Replaces each secret.
   *
   * @param text the text
   * @param mask what to put in its place
   * @return the text without secrets
   */
  public String mask(String text, String mask) {
    BitSet hidden = new BitSet();
    layers(text).forEach(layer -> hide(layer, hidden));
    if (hidden.isEmpty()) {
      return text;
    }
    StringBuilder rest = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int from = hidden.nextSetBit(at);
      if (from < 0) {
        return rest.append(text, at, text.length()).toString();
      }
      rest.append(text, at, from).append(mask);
      at = hidden.nextClearBit(from);
    }
    return rest.toString();
  }

  private void hide(Unescaped layer, BitSet hidden) {
    String folded = fold(layer.text());
    for (String form : forms) {
      for (int at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
        hidden.set(layer.start(at), layer.start(at + form.length()));
      }
    }
  }

  /** Lists what a text says if it is escaped once or twice; the text itself first. */
  private static Stream<Unescaped> layers(String text) {
    Unescaped plain = Unescaped.of(text);
    Unescaped json = plain.fromJson();
    Unescaped html = plain.fromHtml();
    return Stream.of(plain, json, html, json.fromJson(), json.fromHtml(), html.fromJson())
        .distinct();
  }

  /** Makes capitals small one by one, so that every character keeps its place. */
  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
    }
    return folded.toString();
  }

  @Override
  public String toString() {
    return "SecretFinder";
  }
}
