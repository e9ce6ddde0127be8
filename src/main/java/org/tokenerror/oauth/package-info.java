/**
 * Decides, from what is known about one failed exchange, what the client should have been told.
 *
 * <p>The road through this package is short: {@link org.tokenerror.oauth.Evidence} (the request's
 * {@link org.tokenerror.oauth.RequestFacts} and the servlet's {@link org.tokenerror.oauth.Outcome})
 * goes into the {@link org.tokenerror.oauth.FailureClassifier}, which asks the {@link
 * org.tokenerror.oauth.FailureRule}s in order and returns a {@link org.tokenerror.oauth.Verdict};
 * the {@link org.tokenerror.oauth.ErrorRenderer} makes the {@link
 * org.tokenerror.oauth.ErrorResponse} out of it.
 *
 * <p>Nothing here knows servlets, does input or output, keeps state between calls or throws on
 * hostile text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
@NullMarked
package org.tokenerror.oauth;

import org.jspecify.annotations.NullMarked;
