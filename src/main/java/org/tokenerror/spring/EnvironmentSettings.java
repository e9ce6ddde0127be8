package org.tokenerror.spring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.tokenerror.TokenErrorSettings;

/**
 * Reads the properties {@code token-error-filter.*}, in whatever spelling Spring Boot accepts.
 *
 * <p>It does not judge them: what is no setting is passed on too, so that it is not overlooked.
 */
final class EnvironmentSettings {
  private static final ConfigurationPropertyName PREFIX =
      ConfigurationPropertyName.of(
          TokenErrorSettings.PROPERTY_PREFIX.substring(
              0, TokenErrorSettings.PROPERTY_PREFIX.length() - 1));

  /** In YAML 1.1 the word {@code off} is another way to write {@code false}. */
  private static final Set<String> MODES = Set.of("mode", "request-checks");

  private EnvironmentSettings() {}

  /** Returns the values by the full names of the properties, in the spelling of the manual. */
  static Map<String, String> of(Environment environment) {
    Binder binder = Binder.get(environment);
    Map<String, String> found = new TreeMap<>();
    for (String key : TokenErrorSettings.keys()) {
      ConfigurationPropertyName name = PREFIX.append(key);
      value(binder, name)
          .map(value -> MODES.contains(key) && value.equals("false") ? "off" : value)
          .ifPresent(value -> found.put(name.toString(), value));
    }
    names(environment)
        .filter(
            name -> TokenErrorSettings.keys().stream().map(PREFIX::append).noneMatch(name::equals))
        .forEach(name -> found.put(name.toString(), value(binder, name).orElse("")));
    return found;
  }

  /** Reads a text, or a list, which may be written as one text or item by item. */
  private static Optional<String> value(Binder binder, ConfigurationPropertyName name) {
    return Optional.ofNullable(binder.bind(name, Bindable.of(String.class)).orElse(null))
        .or(
            () ->
                Optional.ofNullable(binder.bind(name, Bindable.listOf(String.class)).orElse(null))
                    .map((List<String> items) -> String.join(",", items)));
  }

  /** Lists what is directly below our prefix in all sources that can list what they have. */
  private static Stream<ConfigurationPropertyName> names(Environment environment) {
    Stream.Builder<ConfigurationPropertySource> sources = Stream.builder();
    ConfigurationPropertySources.get(environment).forEach(sources);
    return sources
        .build()
        .filter(IterableConfigurationPropertySource.class::isInstance)
        .map(IterableConfigurationPropertySource.class::cast)
        .flatMap(IterableConfigurationPropertySource::stream)
        .filter(PREFIX::isAncestorOf)
        .map(name -> name.chop(PREFIX.getNumberOfElements() + 1))
        .distinct();
  }
}
