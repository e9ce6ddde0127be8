package org.tokenerror.oauth;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;

/**
 * Calls public methods without parameters by their name, on objects of classes unknown here.
 *
 * <p>What such a method throws is swallowed: an exception that cannot tell its code has none.
 */
final class Accessors {
  private Accessors() {}

  /** Calls the method and returns its result when it is of a type. */
  static <T> Optional<T> call(Object target, String name, Class<T> type) {
    return call(target, name).filter(type::isInstance).map(type::cast);
  }

  /** Calls the method, empty when there is none, when it fails and when it returns nothing. */
  static Optional<Object> call(Object target, String name) {
    try {
      Method method = target.getClass().getMethod(name);
      if (Modifier.isStatic(method.getModifiers()) || !method.trySetAccessible()) {
        return Optional.empty();
      }
      return Optional.ofNullable(method.invoke(target));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError notThere) {
      return Optional.empty();
    }
  }
}
