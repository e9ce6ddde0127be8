/**
 * Knows how families of servers say what went wrong, from one file for each.
 *
 * <p>This room is for vendors' codes: the form of the files, their reader and what they make of an
 * answer. It does not guess, and knows no code that no file has.
 */
@NullMarked
package org.tokenerror.oauth.dialect;

import org.jspecify.annotations.NullMarked;
