/**
 * Holds a servlet's answer back until it is known to be a success, and replaces it when it is not.
 *
 * <p>One public door, {@link org.tokenerror.capture.CapturedExchange}; everything else is servlet
 * plumbing. This package does not decide what a failure is: it reports an {@link
 * org.tokenerror.oauth.Outcome} and carries out what it is told.
 *
 * <p>Reading order: {@code CapturedExchange}, {@code CaptureState} (the table of what happens to
 * the bytes), {@code BodyCapture}, {@code CapturedResponse}, {@code CompletingAsyncContext}.
 */
@NullMarked
package org.tokenerror.capture;

import org.jspecify.annotations.NullMarked;
