package org.tokenerror;

import java.util.List;

/**
 * Holds settings together with where they came from.
 *
 * @param settings the settings
 * @param origins one phrase for each option that was given, e.g. {@code mode from context-param
 *     "token-error-filter.mode"}
 */
record LoadedSettings(TokenErrorSettings settings, List<String> origins) {

  LoadedSettings {
    origins = List.copyOf(origins);
  }

  /** Returns settings that an application made itself. */
  static LoadedSettings inCode(TokenErrorSettings settings) {
    return new LoadedSettings(settings, List.of("given in code"));
  }

  /** Returns all origins in one phrase, or that everything is at its default. */
  String origin() {
    return origins.isEmpty() ? "all at their defaults" : String.join(", ", origins);
  }
}
