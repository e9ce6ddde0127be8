package org.tokenerror.retrofit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tokenerror.retrofit.zip.Bytes;

/**
 * Decides what becomes of the settings file: a new one is written, one that is there stays.
 *
 * <p>Of a file that is there only the values change that were asked for.
 *
 * @param change what to do, if anything
 * @param lines what to tell about it; no value that the file had before is among them
 */
record SettingsPlan(Optional<Change> change, List<String> lines) {

  /**
   * Decides.
   *
   * @param kept the file of a retrofitted application that is done anew
   */
  static SettingsPlan of(
      Inspection app, RetrofitOptions options, Optional<byte[]> kept, String version) {
    Optional<byte[]> current = kept.or(app::settings);
    if (current.isEmpty()) {
      byte[] fresh = SettingsText.of(options, app, version);
      return new SettingsPlan(Optional.of(added(fresh)), SettingsText.lines(fresh));
    }
    Map<String, String> asked = new LinkedHashMap<>();
    options.mode().ifPresent(mode -> asked.put("mode", mode));
    if (!options.endpoints().isEmpty()) {
      asked.put("endpoints", String.join(", ", options.endpoints()));
    }
    byte[] wanted = SettingsLines.with(current.get(), asked);
    List<String> lines = new ArrayList<>();
    asked.forEach((key, value) -> lines.add(key + "=" + value));
    lines.add(asked.isEmpty() ? "it stays as it is" : "its other lines stay as they are");
    return new SettingsPlan(change(app.settings(), wanted), lines);
  }

  private static Optional<Change> change(Optional<byte[]> before, byte[] wanted) {
    if (before.isEmpty()) {
      return Optional.of(added(wanted));
    }
    return Arrays.equals(before.get(), wanted)
        ? Optional.empty()
        : Optional.of(new Change.Replace(Inspector.SETTINGS, Bytes.of(wanted)));
  }

  private static Change added(byte[] content) {
    return new Change.Add(Inspector.SETTINGS, Bytes.of(content), true);
  }

  /** Tells whether paths that were found will be written into the file. */
  static boolean configures(Inspection app, RetrofitOptions options, Optional<byte[]> kept) {
    return options.endpoints().isEmpty()
        && kept.or(app::settings).isEmpty()
        && !app.isGiven("endpoints");
  }
}
