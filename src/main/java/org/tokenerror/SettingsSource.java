package org.tokenerror;

import java.util.Locale;
import java.util.Optional;

/**
 * Names the places settings come from, each constant winning over those before it.
 *
 * <p>What is closer to whoever runs the server wins: a deployment can be corrected from outside
 * without being opened.
 */
enum SettingsSource {
  /** An init-param of the filter in {@code web.xml}, e.g. {@code mode}. */
  INIT_PARAM("filter init-param", ""),

  /** A context-param of the application, e.g. {@code token-error-filter.mode}. */
  CONTEXT_PARAM("context-param", Prefix.DOTTED),

  /** A line of the UTF-8 file {@code WEB-INF/token-error-filter.properties}, e.g. {@code mode}. */
  FILE("WEB-INF/token-error-filter.properties", ""),

  /** A system property of the server, e.g. {@code token-error-filter.mode}. */
  SYSTEM_PROPERTY("system property", Prefix.DOTTED),

  /**
   * An environment variable of the server, e.g. {@code TOKEN_ERROR_FILTER_MODE}.
   *
   * <p>An empty one counts as not set. Variables that Kubernetes adds for a service called {@code
   * token-error-filter} are not ours.
   */
  ENVIRONMENT("environment variable", Prefix.UNDERSCORED) {
    @Override
    Optional<String> keyOf(String name) {
      return super.keyOf(name)
          .map(key -> key.toLowerCase(Locale.ROOT).replace('_', '-'))
          .filter(key -> !isServiceLink(key));
    }

    @Override
    String nameOf(String key) {
      return Prefix.UNDERSCORED + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    boolean isUnset(String value) {
      return value.isBlank();
    }
  },

  /** A property that a framework has read, e.g. {@code token-error-filter.mode}. */
  PROPERTY("property", Prefix.DOTTED);

  private final String label;
  private final String prefix;

  SettingsSource(String label, String prefix) {
    this.label = label;
    this.prefix = prefix;
  }

  /** Returns what to call the place in a message. */
  String label() {
    return label;
  }

  /**
   * Returns what a name found here has behind our prefix, empty when the name is somebody else's.
   *
   * <p>The case of the prefix does not count, so that one in the wrong case is not overlooked.
   */
  Optional<String> keyOf(String name) {
    return name.regionMatches(true, 0, prefix, 0, prefix.length())
        ? Optional.of(name.substring(prefix.length()))
        : Optional.empty();
  }

  /** Returns the name that a key has here. */
  String nameOf(String key) {
    return prefix + key;
  }

  /** Tells whether a value is as good as none. */
  boolean isUnset(String value) {
    return false;
  }

  private static boolean isServiceLink(String key) {
    return key.equals("port")
        || key.startsWith("port-")
        || key.equals("service-host")
        || key.startsWith("service-port");
  }

  /** Holds the prefixes, which an enum's constants cannot see among its own fields. */
  private static final class Prefix {
    static final String DOTTED = TokenErrorSettings.PROPERTY_PREFIX;
    static final String UNDERSCORED = "TOKEN_ERROR_FILTER_";

    private Prefix() {}
  }
}
