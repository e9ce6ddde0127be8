/**
 * Reaches behind the Servlet API, to the place in a container where a request is refused before any
 * filter runs: a login, a role, a method constraint, a servlet that does not start.
 *
 * <p>One public door, {@link org.tokenerror.container.ContainerDoor}. Containers are known by name
 * only, so that none of their classes is needed, and in one that is not known, or no longer looks
 * as expected, nothing happens. This package never answers itself, and it never keeps a request
 * from where it goes: the container's own checks always run.
 *
 * <p>Reading order: {@code ContainerDoor}, {@code Refusals}, {@code TomcatDoor}, {@code
 * UndertowDoor}.
 */
@NullMarked
package org.tokenerror.container;

import org.jspecify.annotations.NullMarked;
