package org.tokenerror;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/** Tells several listeners, and goes on when one of them fails. */
record Listeners(List<NormalizationListener> all) implements NormalizationListener {
  private static final Logger LOGGER = System.getLogger("org.tokenerror");

  Listeners {
    all = List.copyOf(all);
  }

  @Override
  public void onDecision(NormalizationEvent event) {
    tell(listener -> listener.onDecision(event));
  }

  @Override
  public void onRequestChecks(RequestCheckEvent event) {
    tell(listener -> listener.onRequestChecks(event));
  }

  @Override
  public void onTooLate(String path) {
    tell(listener -> listener.onTooLate(path));
  }

  @Override
  public void onOwnFailure(String path, RuntimeException cause) {
    tell(listener -> listener.onOwnFailure(path, cause));
  }

  private void tell(Consumer<NormalizationListener> report) {
    for (NormalizationListener listener : all) {
      try {
        report.accept(listener);
      } catch (RuntimeException e) {
        LOGGER.log(Level.WARNING, "listener " + listener.getClass().getName() + " failed", e);
      }
    }
  }
}
