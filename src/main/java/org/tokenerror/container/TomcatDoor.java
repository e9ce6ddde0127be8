package org.tokenerror.container;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Set;

/**
 * Puts a valve in front of all others of a Tomcat context, its authenticator included.
 *
 * <p>Tomcat adds valves at the end only, where a refused login never comes. The authenticator is
 * not moved, for that would stop it; the pipeline's first link is set. The valve goes when the
 * context stops, because a context may start again, with another copy of these classes.
 */
final class TomcatDoor {
  /** Where Tomcat leaves something of its own in every application. */
  private static final String RESOURCES = "org.apache.catalina.resources";

  private static final Set<String> STOPS = Set.of("configure_stop", "after_stop");

  private TomcatDoor() {}

  static boolean open(ServletContext context, Refusals refusals)
      throws ReflectiveOperationException {
    Object resources = context.getAttribute(RESOURCES);
    if (resources == null) {
      return false;
    }
    ClassLoader tomcat = ByName.loaderOf(resources);
    Class<?> resourceRoot = tomcat.loadClass("org.apache.catalina.WebResourceRoot");
    Class<?> container = tomcat.loadClass("org.apache.catalina.Container");
    Class<?> chain = tomcat.loadClass("org.apache.catalina.Pipeline");
    Object application = ByName.get(resourceRoot, "getContext", resources);
    Object pipeline = ByName.get(container, "getPipeline", application);
    Field first =
        tomcat.loadClass("org.apache.catalina.core.StandardPipeline").getDeclaredField("first");
    first.setAccessible(true);

    TomcatApi api = TomcatApi.in(tomcat);
    Object next = ByName.get(chain, "getFirst", pipeline);
    Object valve = ByName.implement(api.valve(), new TomcatValve(api, next, refusals));
    Method remove = chain.getMethod("removeValve", api.valve());
    atStop(tomcat, application, () -> remove.invoke(pipeline, valve));
    first.set(pipeline, valve);
    return true;
  }

  /** Something to be done by reflection. */
  private interface Step {
    void run() throws ReflectiveOperationException;
  }

  private static void atStop(ClassLoader tomcat, Object application, Step step)
      throws ReflectiveOperationException {
    Class<?> lifecycle = tomcat.loadClass("org.apache.catalina.Lifecycle");
    Class<?> listenerType = tomcat.loadClass("org.apache.catalina.LifecycleListener");
    Method type = tomcat.loadClass("org.apache.catalina.LifecycleEvent").getMethod("getType");
    Method forget = lifecycle.getMethod("removeLifecycleListener", listenerType);
    Object listener =
        ByName.implement(
            listenerType,
            (proxy, method, arguments) -> {
              if (STOPS.contains(
                  String.valueOf(type.invoke(Objects.requireNonNull(arguments)[0])))) {
                step.run();
                forget.invoke(application, proxy);
              }
              return null;
            });
    lifecycle.getMethod("addLifecycleListener", listenerType).invoke(application, listener);
  }
}
