package org.tokenerror.oauth;

import java.util.List;
import java.util.Optional;

/** Joins evidence with what was read from it, so that every rule need not read it again. */
final class Reading {
  private final Evidence evidence;
  private final Memo<Said> said;
  private final Memo<Optional<OAuthErrorCode>> statedCode;
  private final List<Throwable> causes;

  Reading(Evidence evidence) {
    this.evidence = evidence;
    this.said = new Memo<>(() -> SaidReader.read(evidence.outcome()));
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

  Said said() {
    return said.get();
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
