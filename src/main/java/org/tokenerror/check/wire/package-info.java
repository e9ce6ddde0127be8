/**
 * Sends one HTTP/1.1 request over a socket exactly as it is written, and reads the answer as it
 * comes.
 *
 * <p>It follows no redirect, keeps no connection and mends nothing. How long it waits and how much
 * it reads is bounded, whatever the other side does.
 */
@NullMarked
package org.tokenerror.check.wire;

import org.jspecify.annotations.NullMarked;
