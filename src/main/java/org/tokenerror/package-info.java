/**
 * Is the front door: the filter, its registration, its settings, and what users can add.
 *
 * <p>The whole product is one line, and {@link org.tokenerror.TokenErrorFilter} leads to it:
 *
 * <pre>
 * request in -- observe ------- capture ---------- classify ---------- render -------- commit
 *            RequestReader  CapturedExchange  FailureClassifier   ErrorRenderer   replaceWith / release
 *              RequestFacts      Outcome           Verdict         ErrorResponse
 * </pre>
 *
 * <p>Reading order: {@code TokenErrorFilter}, {@code Normalizer}, the rules in {@code
 * org.tokenerror.oauth.decision.BuiltInRule}, {@link org.tokenerror.capture.CapturedExchange},
 * {@link org.tokenerror.TokenErrorSettings}.
 *
 * <p>Where to change what: what counts as which error is a rule; a header field is {@code
 * ErrorRenderer}; an option is {@code TokenErrorSettings} and {@code Setting}; what containers do
 * differently is {@code org.tokenerror.capture}; which paths are covered is {@code
 * EndpointPatterns}.
 */
@NullMarked
package org.tokenerror;

import org.jspecify.annotations.NullMarked;
