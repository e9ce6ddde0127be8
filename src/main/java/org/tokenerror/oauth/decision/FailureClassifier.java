package org.tokenerror.oauth.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.FailureRule;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.answer.AnswerRepair;
import org.tokenerror.oauth.answer.ErrorRenderer;
import org.tokenerror.oauth.dialect.Dialects;

/**
 * Decides what is to happen with a servlet's answer: success or failure, and if so which error.
 *
 * <p>It is pure and total: equal evidence gives an equal verdict, and no evidence makes it throw;
 * only what a user's rule throws gets out. It does not write the answer; {@link ErrorRenderer}
 * does.
 *
 * @see BuiltInRule
 */
public final class FailureClassifier {
  /** The rules that only repeat what the servlet knew; all others guess or prove. */
  private static final Set<BuiltInRule> REPEATING =
      EnumSet.of(BuiltInRule.STATED_CODE, BuiltInRule.EXCEPTION_CODE);

  /** One correction may lead to another, but never in a circle: proofs do not depend on answers. */
  private static final int MOST_CORRECTIONS = 4;

  private final List<FailureRule> userRules;
  private final Dialects dialects;
  private final AnswerRepair repair;

  /**
   * Creates a classifier that knows the dialects that come with the filter.
   *
   * @param userRules rules of the user, asked in this order
   * @param policy what the RFC leaves open
   */
  public FailureClassifier(List<FailureRule> userRules, AnswerPolicy policy) {
    this(userRules, policy, Dialects.builtIn());
  }

  /**
   * Creates a classifier.
   *
   * @param userRules rules of the user, asked in this order
   * @param policy what the RFC leaves open
   * @param dialects how families of servers say what went wrong
   */
  public FailureClassifier(List<FailureRule> userRules, AnswerPolicy policy, Dialects dialects) {
    this.userRules = List.copyOf(userRules);
    this.dialects = Objects.requireNonNull(dialects);
    this.repair = new AnswerRepair(policy);
  }

  /**
   * Decides about one exchange.
   *
   * @param evidence the request and how the servlet answered it
   * @return what is to happen with the answer
   */
  public Verdict classify(Evidence evidence) {
    Reading reading = new Reading(evidence, dialects);
    Optional<Verdict.Reason> reasonToKeep = reasonToKeep(reading);
    if (reasonToKeep.isPresent()) {
      return new Verdict.Keep(reasonToKeep.get());
    }
    Finding finding = corrected(firstFinding(reading), reading);
    SortedSet<String> faults = repair.faults(finding.error().code(), evidence);
    return faults.isEmpty()
        ? new Verdict.Keep(Verdict.Reason.COMPLIANT)
        : repair.replacement(finding.error(), finding.rule(), faults, evidence, reading.said());
  }

  /**
   * Tells whether an answer is a failure, be it a compliant one.
   *
   * <p>It may be asked while the servlet is still at work, with what there is so far.
   *
   * @param evidence the request and how the servlet answers it
   * @return false for a success and for what is no answer at all
   */
  public boolean isFailure(Evidence evidence) {
    return reasonToKeep(new Reading(evidence, dialects)).isEmpty();
  }

  private static Optional<Verdict.Reason> reasonToKeep(Reading reading) {
    return new FailureDetector(reading.evidence())
        .reasonToKeep()
        .filter(reason -> reason != Verdict.Reason.SUCCESS || !Failures.isVendors(reading));
  }

  /** Asks the rules in the order of their constants, the user's right after the first (S4). */
  private Finding firstFinding(Reading reading) {
    for (BuiltInRule rule : BuiltInRule.values()) {
      Optional<OAuthError> error = rule.look(reading);
      if (error.isPresent()) {
        return new Finding(rule.name(), here(error.get(), rule, reading), true);
      }
      if (rule == BuiltInRule.INFRASTRUCTURE) {
        Optional<Finding> users = firstUserFinding(reading.evidence());
        if (users.isPresent()) {
          return users.get();
        }
      }
    }
    throw new AssertionError("the last rule always finds something");
  }

  /** S9: says what a code means at the endpoint that was asked. */
  private static OAuthError here(OAuthError error, BuiltInRule rule, Reading reading) {
    EndpointCodes codes = new EndpointCodes(reading.request().profile());
    return OAuthErrorCode.ofWireName(error.code())
        .map(
            code ->
                REPEATING.contains(rule)
                    ? codes.stated(code, reading.evidence()).orElse(OAuthErrorCode.INVALID_REQUEST)
                    : codes.guessed(code, reading.evidence()))
        .map(code -> new OAuthError(code.wireName(), error.description(), error.uri()))
        .orElse(error);
  }

  private Optional<Finding> firstUserFinding(Evidence evidence) {
    for (FailureRule rule : userRules) {
      Optional<OAuthError> error = rule.apply(evidence);
      if (error.isPresent()) {
        return Optional.of(new Finding(rule.name(), error.get(), false));
      }
    }
    return Optional.empty();
  }

  /** Lets what the request proves overrule a code that cannot be right; a user's code stays. */
  private static Finding corrected(Finding finding, Reading reading) {
    Finding best = finding;
    for (int i = 0; finding.correctable() && i < MOST_CORRECTIONS; i++) {
      Optional<Finding> better = correction(best, reading);
      if (better.isEmpty()) {
        return best;
      }
      best = better.get();
    }
    return best;
  }

  /** Asks the first rule that proves something about this code; it may well agree with it. */
  private static Optional<Finding> correction(Finding finding, Reading reading) {
    String code = finding.error().code();
    for (BuiltInRule rule : BuiltInRule.values()) {
      if (rule.corrects(code)) {
        Optional<OAuthError> proven = rule.find(reading);
        if (proven.isPresent()) {
          return proven
              .filter(error -> !error.code().equals(code))
              .map(error -> new Finding(rule.name(), error, true));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "FailureClassifier[userRules=" + userRules.size() + "]";
  }

  /** Holds what a rule found. */
  private record Finding(String rule, OAuthError error, boolean correctable) {}
}
