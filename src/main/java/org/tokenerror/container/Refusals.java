package org.tokenerror.container;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Is told what a container refused, and may answer in its place. */
public interface Refusals {

  /**
   * Tells whether a refused request is of any interest; the answer must not be touched yet.
   *
   * @param request the container's request, which no filter has seen
   * @return false to leave everything to the container
   */
  boolean concern(HttpServletRequest request);

  /**
   * Answers a request that the container has refused.
   *
   * @param request the container's request
   * @param response the container's response, with the header fields of the refusal and not
   *     committed
   * @param status the status that the container is about to send
   * @param message the words it has for that
   * @return whether the response is answered; if not, it is as it was, and the container goes on
   * @throws IOException if the client cannot be written to
   */
  boolean answer(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      Optional<String> message)
      throws IOException;
}
