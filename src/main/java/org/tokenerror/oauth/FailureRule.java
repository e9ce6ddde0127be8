package org.tokenerror.oauth;

import java.util.Optional;

/**
 * Recognises one kind of failure and says which OAuth error it is.
 *
 * <p>Implementations found by {@link java.util.ServiceLoader} are asked after the infrastructure
 * veto and before all other built-in rules. A rule decides neither the HTTP status nor the headers:
 * those follow from the code and the request. It is called by many threads at a time.
 */
public interface FailureRule {

  /**
   * Returns the name under which the rule is counted and logged.
   *
   * @return a short constant, for instance {@code ACCOUNT_LOCKED}
   */
  String name();

  /**
   * Looks at a failure.
   *
   * @param evidence the request and how the servlet answered it; always a failure
   * @return the error to answer with, empty when this rule has nothing to say
   */
  Optional<OAuthError> apply(Evidence evidence);
}
