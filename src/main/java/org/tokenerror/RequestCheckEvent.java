package org.tokenerror;

import java.util.List;
import org.tokenerror.oauth.EndpointProfile;
import org.tokenerror.oauth.RequestCheck;

/**
 * Tells a {@link NormalizationListener} that a request does what it must not.
 *
 * <p>It carries nothing of the request but its path (H2).
 *
 * @param path the path within the context that the client asked for
 * @param profile what kind of endpoint is there
 * @param failed the checks that the request fails, one at least
 * @param refused whether the request was refused; false when it was only observed and the servlet
 *     answered it
 */
public record RequestCheckEvent(
    String path, EndpointProfile profile, List<RequestCheck> failed, boolean refused) {

  /**
   * Copies the list.
   *
   * @param path any
   * @param profile any
   * @param failed copied
   * @param refused any
   */
  public RequestCheckEvent {
    failed = List.copyOf(failed);
  }
}
