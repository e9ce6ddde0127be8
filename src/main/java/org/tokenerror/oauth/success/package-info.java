/**
 * Recognises a success while it is still being written, and knows which header fields it needs.
 *
 * <p>This room is for what runs with every good answer: it sees characters and header fields only,
 * holds nothing back and knows neither the request nor what a failure is.
 */
@NullMarked
package org.tokenerror.oauth.success;

import org.jspecify.annotations.NullMarked;
