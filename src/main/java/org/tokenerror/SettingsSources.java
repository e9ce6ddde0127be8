package org.tokenerror;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Collects what was written down for this filter, in the order of {@link SettingsSource}.
 *
 * <p>It does not judge keys or values; names that are not ours are left out unseen.
 */
final class SettingsSources {
  private final Map<String, String> systemProperties;
  private final Map<String, String> environment;

  SettingsSources(Map<String, String> systemProperties, Map<String, String> environment) {
    this.systemProperties = systemProperties;
    this.environment = environment;
  }

  /** Returns the sources with the properties and variables of this process, as they are now. */
  static SettingsSources ofThisProcess() {
    Map<String, String> properties = new LinkedHashMap<>();
    Properties all = System.getProperties();
    for (String name : all.stringPropertyNames()) {
      properties.put(name, all.getProperty(name, ""));
    }
    return new SettingsSources(properties, System.getenv());
  }

  /**
   * Returns everything given to a filter of an application.
   *
   * @param initParams the filter's init params
   * @param problems takes a sentence for each thing wrong with the properties file
   */
  List<GivenSetting> given(
      ServletContext context, Map<String, String> initParams, Consumer<String> problems) {
    List<GivenSetting> given = new ArrayList<>();
    add(given, SettingsSource.INIT_PARAM, initParams);
    add(given, SettingsSource.CONTEXT_PARAM, contextParams(context));
    add(given, SettingsSource.FILE, SettingsFile.read(context, problems));
    add(given, SettingsSource.SYSTEM_PROPERTY, systemProperties);
    add(given, SettingsSource.ENVIRONMENT, environment);
    return given;
  }

  /**
   * Returns what a framework has read, and the environment variables, which it overrides.
   *
   * @param properties values by full name
   */
  List<GivenSetting> given(Map<String, String> properties) {
    List<GivenSetting> given = new ArrayList<>();
    add(given, SettingsSource.ENVIRONMENT, environment);
    add(given, SettingsSource.PROPERTY, properties);
    return given;
  }

  private static void add(
      List<GivenSetting> given, SettingsSource source, Map<String, String> values) {
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              if (!source.isUnset(value)) {
                source
                    .keyOf(name)
                    .ifPresent(key -> given.add(new GivenSetting(source, name, key, value)));
              }
            });
  }

  private static Map<String, String> contextParams(ServletContext context) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : Collections.list(context.getInitParameterNames())) {
      Optional.ofNullable(context.getInitParameter(name)).ifPresent(v -> values.put(name, v));
    }
    return values;
  }
}
