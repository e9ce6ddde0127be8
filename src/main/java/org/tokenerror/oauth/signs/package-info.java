/**
 * Recognises in a text what a server shows of itself: stack frames, SQL, hosts, broken parts.
 *
 * <p>This room is for signs that decide what must not leave, or that the server broke. It changes
 * no text but to mask secrets in what is to be logged.
 */
@NullMarked
package org.tokenerror.oauth.signs;

import org.jspecify.annotations.NullMarked;
