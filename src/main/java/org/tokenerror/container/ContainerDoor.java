package org.tokenerror.container;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Takes a place in front of the container's own checks of an application.
 *
 * <p>There every request passes, and what comes back refused and unanswered is shown to {@link
 * Refusals}. The container's error pages are not changed, and no error page is added: that would be
 * one for all paths of the application.
 */
public final class ContainerDoor {
  private static final Logger LOGGER = System.getLogger("org.tokenerror");

  private ContainerDoor() {}

  /**
   * Shows refusals from now on, in containers that are known.
   *
   * @param context the application; in Undertow it is still being deployed
   * @param refusals who is told
   * @return the name of the container, empty when it is not known or not as expected
   */
  public static Optional<String> watch(ServletContext context, Refusals refusals) {
    try {
      if (TomcatDoor.open(context, refusals)) {
        return Optional.of("Tomcat");
      }
      if (UndertowDoor.open(context, refusals)) {
        return Optional.of("Undertow");
      }
    } catch (ReflectiveOperationException | RuntimeException changed) {
      LOGGER.log(Level.DEBUG, "this container is not as expected: its refusals stay", changed);
    }
    return Optional.empty();
  }
}
