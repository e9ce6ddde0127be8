/** Holds programs that measure and print; no test depends on a figure of theirs. */
package org.tokenerror.bench;
