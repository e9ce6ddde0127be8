/**
 * Tests the built artifacts in real servers, from outside, over raw sockets.
 *
 * <p>The same classes run on every server of the build; none of them knows on which one.
 */
package org.tokenerror.it;
