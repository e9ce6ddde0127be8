/** Turns the applications of the tests into those of {@code javax.servlet}, for servers of old. */
@NullMarked
package org.tokenerror.it.javax;

import org.jspecify.annotations.NullMarked;
