package org.tokenerror;

import java.util.Optional;
import org.tokenerror.oauth.Verdict;

/**
 * Tells a {@link NormalizationListener} what the filter made of one failure.
 *
 * <p>It carries nothing of the request but its path, and no words of the servlet's answer: no
 * credential can be in it (H2).
 *
 * @param path the path within the context that the client asked for
 * @param servletStatus the HTTP status that the servlet answered with; 500 for an exception, 503
 *     for an asynchronous timeout
 * @param verdict what was decided, and by which rule
 * @param enforced whether the client got the answer decided on; false in mode {@code observe} and
 *     for an answer that was kept
 * @param incidentId a random id under which the log has what the client was not told; present when
 *     words of the servlet were withheld from an answer that was replaced, for an exception, and
 *     for a failure of the server
 */
public record NormalizationEvent(
    String path,
    int servletStatus,
    Verdict verdict,
    boolean enforced,
    Optional<String> incidentId) {}
