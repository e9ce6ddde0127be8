package org.tokenerror.oauth.answer;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tokenerror.http.AsciiText;
import org.tokenerror.http.ReasonPhrase;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.request.ProofSentences;
import org.tokenerror.oauth.said.Causes;
import org.tokenerror.oauth.said.Markup;
import org.tokenerror.oauth.said.Said;
import org.tokenerror.oauth.signs.UnsafeText;

/**
 * Chooses the description: the servlet's own words if they are safe, else the code's sentence (S7).
 *
 * <p>It never uses the words of a page, an exception or a 5xx, however harmless they look.
 */
final class DescriptionSanitizer {
  private static final int LONGEST_WITHHELD = 500;
  private static final int LONGEST_LOOKED_AT = 4_096;

  private static final Set<String> OWN_SENTENCES =
      Stream.of(OAuthErrorCode.values())
          .map(OAuthErrorCode::sentence)
          .collect(Collectors.toUnmodifiableSet());

  private final AnswerPolicy policy;

  DescriptionSanitizer(AnswerPolicy policy) {
    this.policy = policy;
  }

  /**
   * Holds what may be said, and what may not.
   *
   * @param description words that may leave
   * @param withheld words that may not, without secrets, for the log
   */
  record Words(Optional<String> description, Optional<String> withheld) {}

  /** Looks at what the servlet said to the client. */
  Words describe(Evidence evidence, Said said) {
    UnsafeText unsafe = new UnsafeText(evidence.request());
    Optional<String> spoken = spoken(evidence.outcome(), said);
    if (spoken.isEmpty()) {
      return new Words(Optional.empty(), unspoken(evidence.outcome(), said, unsafe));
    }
    Optional<String> safe = sanitize(spoken.get(), unsafe);
    if (safe.isPresent()) {
      return new Words(safe, Optional.empty());
    }
    return new Words(beginning(spoken.get(), unsafe), Optional.of(forLog(spoken.get(), unsafe)));
  }

  /** Saves the first line, or what stands before its colon: the rest is often for support only. */
  private Optional<String> beginning(String words, UnsafeText unsafe) {
    String line = words.lines().findFirst().orElse("");
    int colon = line.indexOf(": ");
    return sanitize(line, unsafe)
        .or(
            () ->
                colon > 0 && line.lastIndexOf(' ', colon) > 0
                    ? sanitize(line.substring(0, colon), unsafe)
                    : Optional.empty());
  }

  /** Tells whether a description that is there already may stay as it is. */
  boolean isSafe(String description, RequestFacts request) {
    return OAuthError.isLegalText(description)
        && (OWN_SENTENCES.contains(description)
            || ProofSentences.isOne(description)
            || !new UnsafeText(request).isUnsafe(description));
  }

  private Optional<String> sanitize(String words, UnsafeText unsafe) {
    String text = bounded(words, LONGEST_LOOKED_AT);
    if (text.isBlank() || AsciiText.isUnreadable(text) || unsafe.isUnsafe(text)) {
      return Optional.empty();
    }
    String folded = AsciiText.shorten(AsciiText.fold(text), policy.maxDescriptionLength());
    boolean safe = folded.equals(text) || !unsafe.isUnsafe(folded);
    return !folded.isEmpty() && safe ? Optional.of(folded) : Optional.empty();
  }

  /**
   * Finds the words meant for the client: of sendError, or of a member of a body that is no page.
   */
  private static Optional<String> spoken(Outcome outcome, Said said) {
    boolean speaks =
        outcome.status() < 500
            && (outcome instanceof Outcome.SentError
                || (outcome instanceof Outcome.Returned
                    && said.members().isPresent()
                    && !Markup.isHtml(outcome.body().text())));
    return speaks
        ? said.messages().stream()
            .filter(message -> !message.isBlank() && !ReasonPhrase.isOf(outcome.status(), message))
            .findFirst()
        : Optional.empty();
  }

  /** Finds the words of a page, an exception or a 5xx, which help whoever reads the log. */
  private static Optional<String> unspoken(Outcome outcome, Said said, UnsafeText unsafe) {
    Stream<String> thrown =
        Causes.of(outcome).stream()
            .map(cause -> cause.getClass().getName() + ": " + Causes.message(cause));
    return Stream.of(thrown, said.messages().stream(), said.text().stream())
        .flatMap(words -> words)
        .filter(words -> !words.isBlank())
        .findFirst()
        .map(words -> forLog(words, unsafe));
  }

  private static String forLog(String words, UnsafeText unsafe) {
    return bounded(unsafe.forLog(bounded(words, LONGEST_LOOKED_AT)), LONGEST_WITHHELD);
  }

  private static String bounded(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
