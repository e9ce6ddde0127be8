/**
 * Names what a decision is about and what it comes to: requests, outcomes, codes, errors, verdicts.
 *
 * <p>This room is for what users meet who write a {@link org.tokenerror.oauth.FailureRule} or
 * listen to events, and it uses none of the rooms below it. The road through those is short: {@link
 * org.tokenerror.oauth.Evidence} (the request's {@link org.tokenerror.oauth.RequestFacts} and the
 * servlet's {@link org.tokenerror.oauth.Outcome}) goes into the {@link
 * org.tokenerror.oauth.decision.FailureClassifier}, which asks the rules in order and returns a
 * {@link org.tokenerror.oauth.Verdict}; the {@link org.tokenerror.oauth.answer.ErrorRenderer} makes
 * the {@link org.tokenerror.oauth.ErrorResponse} out of it.
 *
 * <p>Nothing here knows servlets, does input or output, keeps state between calls or throws on
 * hostile text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
@NullMarked
package org.tokenerror.oauth;

import org.jspecify.annotations.NullMarked;
