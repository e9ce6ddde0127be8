package org.tokenerror;

/**
 * Is told what the filter does, for metrics and logs.
 *
 * <p>Found by {@link java.util.ServiceLoader} with the web application's class loader. It cannot
 * change an answer; an exception of its own is logged and otherwise ignored. Successes that were
 * recognised while they streamed through are not reported: they cost nothing, this included.
 */
public interface NormalizationListener {

  /**
   * Notes a decision.
   *
   * @param event what was decided; {@code event.verdict().label()} is a stable name to count by
   */
  default void onDecision(NormalizationEvent event) {}

  /**
   * Notes that a request does what it must not.
   *
   * @param event which checks it fails, and whether it was refused; {@code name()} and {@code
   *     requirement()} of a check are stable
   */
  default void onRequestChecks(RequestCheckEvent event) {}

  /**
   * Notes that the servlet failed after its answer was committed, so that nothing could be done
   * (S11).
   *
   * @param path the path within the context
   */
  default void onTooLate(String path) {}

  /**
   * Notes that the filter itself failed and the servlet's own answer was released (S11).
   *
   * @param path the path within the context
   * @param cause what went wrong
   */
  default void onOwnFailure(String path, RuntimeException cause) {}
}
