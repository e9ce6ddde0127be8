package org.tokenerror.oauth.said;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls public methods without parameters by their name, on objects of classes unknown here.
 *
 * <p>What such a method throws is swallowed: an exception that cannot tell its code has none.
 */
public final class Accessors {
  /**
   * Knows the names of a class's public methods without parameters, so that looking for one that is
   * not there needs no exception.
   */
  private static final ClassValue<Set<String>> NAMES =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
          return Stream.of(type.getMethods())
              .filter(method -> method.getParameterCount() == 0)
              .map(Method::getName)
              .collect(Collectors.toUnmodifiableSet());
        }
      };

  private Accessors() {}

  /**
   * Calls a method whose result has to be of a type.
   *
   * @param <T> the type
   * @param target the object
   * @param name the method's name
   * @param type the type
   * @return the result, empty when there is none of this type
   */
  public static <T> Optional<T> call(Object target, String name, Class<T> type) {
    return call(target, name).filter(type::isInstance).map(type::cast);
  }

  /**
   * Calls a method.
   *
   * @param target the object
   * @param name the method's name
   * @return the result, empty when there is no such method, when it fails and when it returns
   *     nothing
   */
  public static Optional<Object> call(Object target, String name) {
    try {
      if (!NAMES.get(target.getClass()).contains(name)) {
        return Optional.empty();
      }
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
