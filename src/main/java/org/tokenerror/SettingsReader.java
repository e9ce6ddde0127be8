package org.tokenerror;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the settings of a filter from all {@link SettingsSource}s.
 *
 * <p>It does not tolerate anything (S11): an unknown key is a misspelled one, and a filter that
 * guards tokens must not start with less than what was asked for. All problems are reported in one
 * message, those of values that another source overrides included.
 */
final class SettingsReader {
  private final SettingsSources sources;

  SettingsReader(SettingsSources sources) {
    this.sources = sources;
  }

  /** Reads the settings of a filter that is being initialized. */
  static LoadedSettings load(FilterConfig config) throws ServletException {
    Map<String, String> initParams = new LinkedHashMap<>();
    for (String name : Collections.list(config.getInitParameterNames())) {
      Optional.ofNullable(config.getInitParameter(name)).ifPresent(v -> initParams.put(name, v));
    }
    return load(config.getServletContext(), initParams);
  }

  /** Reads the settings that a filter with these init params has or would have. */
  static LoadedSettings load(ServletContext context, Map<String, String> initParams)
      throws ServletException {
    return new SettingsReader(SettingsSources.ofThisProcess()).read(context, initParams);
  }

  /**
   * Reads the settings that a framework has found.
   *
   * @throws IllegalArgumentException when a key is unknown or a value is not allowed
   */
  static LoadedSettings load(Map<String, String> properties) {
    return new SettingsReader(SettingsSources.ofThisProcess()).read(properties);
  }

  /**
   * Reads the settings that a framework has found, and keeps that it did.
   *
   * @throws IllegalArgumentException when a key is unknown or a value is not allowed
   */
  LoadedSettings read(Map<String, String> properties) {
    return judged(sources.given(properties), List.of());
  }

  /**
   * Reads the settings of a filter and keeps where they came from.
   *
   * @throws ServletException when a key is unknown, a value is not allowed or the file cannot be
   *     read
   */
  LoadedSettings read(ServletContext context, Map<String, String> initParams)
      throws ServletException {
    List<String> problems = new ArrayList<>();
    List<GivenSetting> given = sources.given(context, initParams, problems::add);
    try {
      return judged(given, problems);
    } catch (IllegalArgumentException e) {
      throw new ServletException(e.getMessage());
    }
  }

  private static LoadedSettings judged(List<GivenSetting> all, List<String> before) {
    Map<Setting, GivenSetting> winners = new EnumMap<>(Setting.class);
    List<String> problems = new ArrayList<>(before);
    for (GivenSetting given : all) {
      Optional<Setting> setting = Setting.ofKey(given.key());
      setting
          .map(known -> flaw(known, given))
          .orElseGet(() -> Optional.of(unknown(given)))
          .ifPresent(problems::add);
      setting.ifPresent(known -> winners.put(known, given));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(message(problems));
    }
    return built(winners);
  }

  private static LoadedSettings built(Map<Setting, GivenSetting> winners) {
    TokenErrorSettings.Builder builder = TokenErrorSettings.builder();
    List<String> origins = new ArrayList<>();
    winners.forEach(
        (setting, given) -> {
          setting.read(given.value(), builder);
          origins.add(setting.key() + " from " + given.where());
        });
    return new LoadedSettings(builder.build(), origins);
  }

  /** Tries one value with everything else at its default: no option depends on another. */
  private static Optional<String> flaw(Setting setting, GivenSetting given) {
    try {
      TokenErrorSettings.Builder builder = TokenErrorSettings.builder();
      setting.read(given.value(), builder);
      builder.build();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage() + " (" + given.where() + ")");
    }
  }

  private static String unknown(GivenSetting given) {
    String hint =
        NearMiss.of(given.key())
            .map(key -> ", did you mean " + Printable.quoted(given.source().nameOf(key)) + "?")
            .orElse("");
    return "unknown key "
        + Printable.quoted(given.key())
        + " with value "
        + Printable.quoted(given.value())
        + " ("
        + given.where()
        + ")"
        + hint;
  }

  private static String message(List<String> problems) {
    StringBuilder text = new StringBuilder("token-error-filter is misconfigured:");
    for (String problem : problems) {
      text.append("\n - ").append(problem);
    }
    String known = Arrays.stream(Setting.values()).map(Setting::key).collect(joining(", "));
    return text.append("\nThe keys are ").append(known).toString();
  }
}
