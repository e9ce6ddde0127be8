/**
 * Proves from a request alone what is wrong with it, and says so.
 *
 * <p>This room is for what RFCs ask of every request, whatever the server knows of clients and
 * grants. It reads no answer.
 */
@NullMarked
package org.tokenerror.oauth.request;

import org.jspecify.annotations.NullMarked;
