/** Runs an unmodified Jetty for the end-to-end tests: a process, and applications in its folder. */
@NullMarked
package org.tokenerror.it.jetty;

import org.jspecify.annotations.NullMarked;
