/** Holds programs that measure and print; no test depends on a time of theirs. */
package org.tokenerror.bench;
