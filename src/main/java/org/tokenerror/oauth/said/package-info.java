/**
 * Reads what a servlet said: which codes, messages and members its answer has, in any syntax.
 *
 * <p>This room is for syntax, of bodies, redirects and exceptions. It does not know what a code or
 * a word means.
 */
@NullMarked
package org.tokenerror.oauth.said;

import org.jspecify.annotations.NullMarked;
