/**
 * Understands words: which code a spelling, a phrase or a sentence means.
 *
 * <p>This room is for language, and for nothing that one product says: that belongs to a dialect.
 */
@NullMarked
package org.tokenerror.oauth.words;

import org.jspecify.annotations.NullMarked;
