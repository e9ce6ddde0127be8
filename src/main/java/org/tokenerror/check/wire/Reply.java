package org.tokenerror.check.wire;

/**
 * Is what came back for a request: an answer, or none that could be read.
 *
 * <p>It says nothing about whether the answer is right.
 */
public sealed interface Reply permits RawResponse, Silence {}
