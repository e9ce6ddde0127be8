package org.tokenerror.oauth.answer;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.tokenerror.oauth.AnswerPolicy;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.OAuthErrorCode;
import org.tokenerror.oauth.RequestFacts;
import org.tokenerror.oauth.Verdict;
import org.tokenerror.oauth.said.Said;
import org.tokenerror.oauth.words.WordTable;

/**
 * Finds what a servlet's answer lacks to say an error as it has to be said, and what is to replace
 * it.
 *
 * <p>It is told which error that is, and it does not write the answer; {@link ErrorRenderer} does.
 */
public final class AnswerRepair {
  private final StatusPolicy statuses;
  private final DescriptionSanitizer descriptions;
  private final MemberPolicy members;
  private final Compliance compliance;

  /**
   * Creates the repair.
   *
   * @param policy what the RFC leaves open
   */
  public AnswerRepair(AnswerPolicy policy) {
    Objects.requireNonNull(policy);
    this.statuses = new StatusPolicy(policy);
    this.descriptions = new DescriptionSanitizer(policy);
    this.members = new MemberPolicy(policy);
    this.compliance = new Compliance(policy);
  }

  /**
   * Finds the requirements that the servlet's answer fails when it is to say a code.
   *
   * @param code the code
   * @param evidence the request and how the servlet answered it
   * @return their ids in order; empty when the answer may leave as it is
   */
  public SortedSet<String> faults(String code, Evidence evidence) {
    return compliance.faults(code, evidence);
  }

  /**
   * Replaces the servlet's answer.
   *
   * @param error the error, with description and uri where these are fixed already
   * @param rule the name of the rule that found it
   * @param faults the ids of the requirements that the servlet's answer fails
   * @param evidence the request and how the servlet answered it
   * @param said what the servlet said, of which all stays that may
   * @return what is to be rendered
   */
  public Verdict.Replace replacement(
      OAuthError error, String rule, SortedSet<String> faults, Evidence evidence, Said said) {
    String code = error.code();
    RequestFacts request = evidence.request();
    int status = statuses.statusOf(code, evidence);
    DescriptionSanitizer.Words words = descriptions.describe(evidence, said);
    Optional<String> description =
        error
            .description()
            .or(() -> words.description().filter(text -> suits(text, code, status, request)))
            .or(() -> OAuthErrorCode.ofWireName(code).map(OAuthErrorCode::sentence));
    Optional<String> uri = error.uri().or(() -> ErrorUri.find(said, request));
    return new Verdict.Replace(
        new OAuthError(code, description, uri),
        status,
        rule,
        faults,
        members.extensionMembers(said, request, code),
        words.withheld());
  }

  /** Tells whether the servlet's words go with a code; a server that failed has none (S7). */
  private static boolean suits(String text, String code, int status, RequestFacts request) {
    boolean permission = code.equals(OAuthErrorCode.UNAUTHORIZED_CLIENT.wireName());
    return status < 500 && !(permission && WordTable.rejectsClient(text, request));
  }
}
