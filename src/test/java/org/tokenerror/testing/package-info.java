/** Holds what tests of several packages share: a raw HTTP client and an embedded container. */
package org.tokenerror.testing;
