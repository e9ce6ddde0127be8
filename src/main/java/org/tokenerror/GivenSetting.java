package org.tokenerror;

/**
 * Holds one setting as somebody wrote it, known or not.
 *
 * @param source where it was found
 * @param name its name there, e.g. {@code TOKEN_ERROR_FILTER_MODE}
 * @param key its key, e.g. {@code mode}
 * @param value its value, as written
 */
record GivenSetting(SettingsSource source, String name, String key, String value) {

  /** Returns a phrase that leads to it, e.g. {@code context-param "token-error-filter.mode"}. */
  String where() {
    return source.label() + " " + Printable.quoted(name);
  }
}
