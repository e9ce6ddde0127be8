package org.tokenerror.oauth.dialect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.said.Said;

/** Holds what a servlet said as those families understand it that its answer may come from. */
public final class Heard {
  private final Said said;
  private final Outcome outcome;
  private final List<Dialect> dialects;

  Heard(Said plain, Outcome outcome, List<Dialect> dialects) {
    this.said = withWords(plain, dialects);
    this.outcome = outcome;
    this.dialects = List.copyOf(dialects);
  }

  /**
   * Returns what the servlet said.
   *
   * @return the words that the families mean for the client come before all others
   */
  public Said said() {
    return said;
  }

  /**
   * Finds what the servlet's own code means.
   *
   * @param request the request that was answered so
   * @return the meaning in the table of the first family that knows it
   */
  public Optional<OAuthErrorCode> meaning(RequestFacts request) {
    return dialects.stream()
        .map(dialect -> dialect.meaning(said, outcome, request))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Tells whether one of the families uses a registered code for any failure.
   *
   * @param code a code that the servlet stated
   * @return true when it therefore tells nothing
   */
  public boolean isLoose(OAuthErrorCode code) {
    return dialects.stream().anyMatch(dialect -> dialect.loose().contains(code));
  }

  private static Said withWords(Said said, List<Dialect> dialects) {
    if (dialects.isEmpty()) {
      return said;
    }
    List<String> words =
        dialects.stream().flatMap(dialect -> dialect.words(said).stream()).toList();
    return words.isEmpty()
        ? said
        : new Said(
            said.codes(),
            Stream.concat(words.stream(), said.messages().stream()).distinct().toList(),
            said.text(),
            said.members());
  }
}
