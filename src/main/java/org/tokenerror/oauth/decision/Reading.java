package org.tokenerror.oauth.decision;

import java.util.List;
import java.util.Optional;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.Memo;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.Outcome;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.dialect.Dialects;
import org.tokenerror.oauth.dialect.Heard;
import org.tokenerror.oauth.said.Causes;
import org.tokenerror.oauth.said.Said;
import org.tokenerror.oauth.said.SaidReader;

/** Joins evidence with what was read from it, so that every rule need not read it again. */
final class Reading {
  private final Evidence evidence;
  private final Memo<Heard> heard;
  private final Memo<Optional<OAuthErrorCode>> statedCode;
  private final List<Throwable> causes;

  Reading(Evidence evidence, Dialects known) {
    this.evidence = evidence;
    this.heard =
        new Memo<>(() -> known.hear(SaidReader.read(evidence.outcome()), evidence.outcome()));
    this.statedCode = new Memo<>(() -> StatedCode.find(this));
    this.causes = Causes.of(evidence.outcome());
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
    return heard.get().said();
  }

  /** Returns what the families understand that the answer may come from. */
  Heard heard() {
    return heard.get();
  }

  /** Returns the exception and its causes, the outermost first; empty when none was thrown. */
  List<Throwable> causes() {
    return causes;
  }

  /** Finds the registered code the servlet stated, misuse corrected. */
  Optional<OAuthErrorCode> statedCode() {
    return statedCode.get();
  }

  /** Tells whether the servlet said nothing but its status. */
  boolean isWordless() {
    return said().codes().isEmpty() && said().messages().isEmpty() && said().text().isEmpty();
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

  /**
   * Tells whether the servlet may have refused the request without reading it; one that only did
   * not answer in time has refused nothing, and what is wrong with the request still is.
   */
  boolean isUnread() {
    boolean early = isUnavailable() || status() == 413 || status() == 431;
    return early && statedCode().isEmpty() && !(outcome() instanceof Outcome.TimedOut);
  }
}
