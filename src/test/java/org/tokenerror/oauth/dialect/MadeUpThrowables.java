package org.tokenerror.oauth.dialect;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ByteBuddy;

/** Makes throwables of any class by name, of classes too that nobody has here. */
final class MadeUpThrowables {
  private static final Map<String, Class<?>> MADE = new ConcurrentHashMap<>();

  private MadeUpThrowables() {}

  /** Makes the first throwable of a list, the others as its causes. */
  static Throwable chain(JsonArray chain) {
    List<JsonObject> innermostFirst = new ArrayList<>(chain.getValuesAs(JsonObject.class));
    Collections.reverse(innermostFirst);
    Optional<Throwable> made = Optional.empty();
    for (JsonObject row : innermostFirst) {
      String message = row.isNull("message") ? null : row.getString("message");
      made = Optional.of(create(type(row.getString("class")), message, made.orElse(null)));
    }
    return made.orElseThrow();
  }

  private static Class<?> type(String name) {
    return MADE.computeIfAbsent(name, MadeUpThrowables::load);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException unknown) {
      return new ByteBuddy()
          .subclass(name.endsWith("Error") ? Error.class : RuntimeException.class)
          .name(name)
          .make()
          .load(MadeUpThrowables.class.getClassLoader())
          .getLoaded();
    }
  }

  private static Throwable create(Class<?> type, String message, Throwable cause) {
    List<Object[]> tries =
        List.of(
            new Object[] {message},
            new Object[] {message, cause},
            new Object[] {message, 0},
            new Object[] {1});
    for (Object[] arguments : tries) {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        Optional<Throwable> made = create(constructor, arguments, cause);
        if (made.isPresent()) {
          return made.get();
        }
      }
    }
    throw new IllegalArgumentException("cannot make " + type);
  }

  private static Optional<Throwable> create(
      Constructor<?> constructor, Object[] arguments, Throwable cause) {
    try {
      constructor.trySetAccessible();
      Throwable made = (Throwable) constructor.newInstance(arguments);
      if (cause != null && made.getCause() == null) {
        made.initCause(cause);
      }
      return Optional.of(made);
    } catch (ReflectiveOperationException | RuntimeException unfit) {
      return Optional.empty();
    }
  }
}
