package org.tokenerror.oauth;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks a supplier at most once. It is not safe for use by several threads at a time.
 *
 * @param <T> what the supplier gives
 */
public final class Memo<T> implements Supplier<T> {
  private final Supplier<? extends T> source;
  private Optional<T> value = Optional.empty();

  /**
   * Wraps a supplier.
   *
   * @param source asked at the first {@link #get()}, if there ever is one
   */
  public Memo(Supplier<? extends T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    if (value.isEmpty()) {
      value = Optional.of(source.get());
    }
    return value.get();
  }
}
