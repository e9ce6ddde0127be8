/**
 * Decides whether an answer is a failure, and which error the client should have been told.
 *
 * <p>This room is for the rules and their order; all it has to know it is told by the other rooms.
 * It begins with {@link org.tokenerror.oauth.decision.FailureClassifier}.
 */
@NullMarked
package org.tokenerror.oauth.decision;

import org.jspecify.annotations.NullMarked;
