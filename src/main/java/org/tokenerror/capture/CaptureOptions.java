package org.tokenerror.capture;

/**
 * Says how an exchange is to be captured.
 *
 * @param limit how many bytes or characters of a body are held at most
 * @param watchOnly whether everything goes on at once and only a copy is judged
 * @param addCacheHeaders whether an answer that is kept gets the cache header fields it lacks (E1,
 *     E2, E3)
 * @param spotTokens whether a body with an access token in it is a success, and need not be held
 */
public record CaptureOptions(
    int limit, boolean watchOnly, boolean addCacheHeaders, boolean spotTokens) {}
