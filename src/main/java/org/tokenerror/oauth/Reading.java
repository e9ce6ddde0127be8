package org.tokenerror.oauth;

import java.util.List;
import java.util.Optional;

/** Joins evidence with what was read from it, so that every rule need not read it again. */
final class Reading {
  private final Evidence evidence;
  private final Memo<Said> plain;
  private final Memo<List<Dialect>> dialects;
  private final Memo<Said> said;
  private final Memo<Optional<OAuthErrorCode>> statedCode;
  private final List<Throwable> causes;

  Reading(Evidence evidence, Dialects known) {
    this.evidence = evidence;
    this.plain = new Memo<>(() -> SaidReader.read(evidence.outcome()));
    this.dialects = new Memo<>(() -> known.speaking(plain.get(), evidence.outcome()));
    this.said = new Memo<>(() -> Dialects.withWords(plain.get(), dialects.get()));
    this.statedCode = new Memo<>(() -> StatedCode.find(this));
    this.causes =
        evidence.outcome() instanceof Outcome.Threw threw ? Causes.of(threw.cause()) : List.of();
  }

  Evidence evidence() {
    return evidence;
  }

  RequestFacts request() {
    return evidence.request();
  }

  Outcome outcome() {
    return evidence.outcome();
  }

  int status() {
    return evidence.outcome().status();
  }

  /** Returns what the servlet said, the words its dialect means for the client first. */
  Said said() {
    return said.get();
  }

  /** Returns the dialects that the answer may be in. */
  List<Dialect> dialects() {
    return dialects.get();
  }

  /** Returns the exception and its causes, the outermost first; empty when none was thrown. */
  List<Throwable> causes() {
    return causes;
  }

  /** Finds the registered code the servlet stated, misuse corrected. */
  Optional<OAuthErrorCode> statedCode() {
    return statedCode.get();
  }

  /** Tells whether the servlet said that it failed itself. */
  boolean isServerFault() {
    return status() >= 500;
  }

  /** Tells whether the servlet said that it, or this client, has to wait. */
  boolean isUnavailable() {
    int status = status();
    return status == 429 || (status >= 502 && status <= 504);
  }

  /** Tells whether the servlet may have refused the request without reading it. */
  boolean isUnread() {
    boolean early = isUnavailable() || status() == 413 || status() == 431;
    return early && statedCode().isEmpty();
  }
}
