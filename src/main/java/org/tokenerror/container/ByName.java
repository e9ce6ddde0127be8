package org.tokenerror.container;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Calls and implements what is known by name only.
 *
 * <p>Methods are looked up at public types, so that none has to be forced open.
 */
final class ByName {
  private ByName() {}

  /** Finds the loader that knows all classes around an object. */
  static ClassLoader loaderOf(Object object) throws ClassNotFoundException {
    ClassLoader loader = object.getClass().getClassLoader();
    if (loader == null) {
      throw new ClassNotFoundException(object.getClass().getName());
    }
    return loader;
  }

  /** Calls a method and throws what it throws. */
  static @Nullable Object call(
      Method method, @Nullable Object target, @Nullable Object... arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** Calls a getter that must not return null. */
  static Object get(Class<?> type, String getter, Object target)
      throws ReflectiveOperationException {
    Object value = type.getMethod(getter).invoke(target);
    if (value == null) {
      throw new NoSuchMethodException(type.getName() + "." + getter + " returns nothing");
    }
    return value;
  }

  /** Implements an interface; what is no method of it is answered as any object would. */
  static Object implement(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            method.getDeclaringClass() == Object.class
                ? object(proxy, method, arguments, type)
                : handler.invoke(proxy, method, arguments));
  }

  private static Object object(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments, Class<?> type) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "token-error-filter's " + type.getSimpleName();
    };
  }
}
