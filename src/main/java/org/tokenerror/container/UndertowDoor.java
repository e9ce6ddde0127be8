package org.tokenerror.container;

import jakarta.servlet.ServletContext;
import java.util.Objects;

/**
 * Puts a handler in front of the security handlers of an Undertow deployment, as WildFly has.
 *
 * <p>That is possible only while the application is being deployed, so in an initializer.
 */
final class UndertowDoor {
  private static final String SERVLET_CONTEXT = "io.undertow.servlet.spec.ServletContextImpl";

  private UndertowDoor() {}

  static boolean open(ServletContext context, Refusals refusals)
      throws ReflectiveOperationException {
    if (!context.getClass().getName().equals(SERVLET_CONTEXT)) {
      return false;
    }
    ClassLoader undertow = ByName.loaderOf(context);
    Class<?> deployment = undertow.loadClass("io.undertow.servlet.api.Deployment");
    Class<?> info = undertow.loadClass("io.undertow.servlet.api.DeploymentInfo");
    Class<?> wrapper = undertow.loadClass("io.undertow.server.HandlerWrapper");
    Class<?> handler = undertow.loadClass("io.undertow.server.HttpHandler");
    UndertowApi api = UndertowApi.in(undertow);
    Object deployed = ByName.get(context.getClass(), "getDeployment", context);
    Object state = ByName.get(deployment, "getDeploymentState", deployed);
    if (!state.toString().equals("UNDEPLOYED")) {
      return false;
    }
    Object description = ByName.get(deployment, "getDeploymentInfo", deployed);
    Object wrapping =
        ByName.implement(
            wrapper,
            (proxy, method, next) ->
                ByName.implement(
                    handler, new UndertowHandler(api, Objects.requireNonNull(next)[0], refusals)));
    info.getMethod("addOuterHandlerChainWrapper", wrapper).invoke(description, wrapping);
    return true;
  }
}
