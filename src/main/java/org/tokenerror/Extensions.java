package org.tokenerror;

import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenerror.oauth.FailureRule;

/**
 * Holds what users add: rules and listeners.
 *
 * @param rules asked before the built-in rules, in this order
 * @param listeners told after each decision
 */
record Extensions(List<FailureRule> rules, List<NormalizationListener> listeners) {

  Extensions {
    rules = List.copyOf(rules);
    listeners = List.copyOf(listeners);
  }

  /** Finds them by the files in {@code META-INF/services} that the class loader sees. */
  static Extensions found(ClassLoader loader) {
    return new Extensions(all(FailureRule.class, loader), all(NormalizationListener.class, loader));
  }

  /** Takes what a framework has put into the servlet context, which may be nothing. */
  static Extensions handedOver(@Nullable Object attribute) {
    Collection<?> all = attribute instanceof Collection<?> given ? given : List.of();
    return new Extensions(only(FailureRule.class, all), only(NormalizationListener.class, all));
  }

  /** These, and the others after them. */
  Extensions plus(Extensions others) {
    return new Extensions(concat(rules, others.rules), concat(listeners, others.listeners));
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static <T> List<T> only(Class<T> type, Collection<?> objects) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static <T> List<T> all(Class<T> type, ClassLoader loader) {
    return ServiceLoader.load(type, loader).stream().map(ServiceLoader.Provider::get).toList();
  }
}
