package org.tokenerror.it.artifact;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** Initializes a filter that was loaded from a jar, in an application that has nothing in it. */
final class Deployed {
  private Deployed() {}

  /**
   * Starts the filter, which makes it read its dialects and start JSON-B, and ends it.
   *
   * @param filter the class, as loaded from a jar
   */
  static void startAndEnd(Class<?> filter) throws ReflectiveOperationException {
    ClassLoader loader = filter.getClassLoader();
    Class<?> configType = loader.loadClass("jakarta.servlet.FilterConfig");
    Object instance = filter.getConstructor().newInstance();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader); // as servers do
    try {
      filter.getMethod("init", configType).invoke(instance, nothing(configType, loader));
      filter.getMethod("destroy").invoke(instance);
    } catch (InvocationTargetException e) {
      throw new AssertionError("the filter does not start", e.getCause());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Makes an object that knows nothing of anything. */
  private static Object nothing(Class<?> type, ClassLoader loader) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          Class<?> result = method.getReturnType();
          if (result.getName().equals("jakarta.servlet.ServletContext")) {
            return nothing(result, loader);
          } else if (result == ClassLoader.class) {
            return loader;
          } else if (result == Map.class) {
            return Map.of();
          } else if (result == Enumeration.class) {
            return Collections.emptyEnumeration();
          } else {
            return method.getName().matches("get(ContextPath|FilterName)") ? "/nothing" : null;
          }
        });
  }
}
