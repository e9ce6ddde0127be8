package org.tokenerror.retrofit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the filter's settings file.
 *
 * <p>The values are not checked here.
 */
final class SettingsText {
  /** What stands for the filter's own paths when others are added to them. */
  static final List<String> ALL_CONVENTIONAL =
      Stream.of(
              "token",
              "revocation",
              "introspection",
              "device-authorization",
              "pushed-authorization",
              "backchannel-authentication",
              "registration")
          .map(label -> label + ":conventional")
          .toList();

  private SettingsText() {}

  /** Returns a new file, which leaves alone what {@code web.xml} says unless it was asked for. */
  static byte[] of(RetrofitOptions options, Inspection app, String version) {
    List<String> lines = new ArrayList<>();
    lines.add("# Token Error Filter " + version + ", put in by its retrofit command.");
    if (options.mode().isPresent() || !app.isGiven("mode")) {
      lines.add("mode=" + options.mode().orElse("enforce"));
    } else {
      lines.add("# mode: as web.xml says");
    }
    List<String> endpoints = endpoints(options, app);
    if (endpoints.isEmpty() && app.isGiven("endpoints")) {
      lines.add("# endpoints: as web.xml says");
    } else if (endpoints.isEmpty()) {
      lines.add("# endpoints: the usual paths, and servlets mapped to a path that ends in /token");
    } else {
      lines.add("endpoints=" + String.join(", ", endpoints));
    }
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the lines of a file that {@link #of} wrote, but for the first one. */
  static List<String> lines(byte[] content) {
    return new String(content, StandardCharsets.UTF_8).lines().skip(1).toList();
  }

  private static List<String> endpoints(RetrofitOptions options, Inspection app) {
    if (!SettingsPlan.configures(app, options, Optional.empty())) {
      return options.endpoints();
    }
    List<String> more =
        app.endpoints().stream()
            .filter(path -> path.kind() == FoundPath.Kind.TO_CONFIGURE)
            .map(FoundPath::path)
            .toList();
    if (more.isEmpty()) {
      return List.of();
    }
    return Stream.concat(ALL_CONVENTIONAL.stream(), more.stream()).collect(Collectors.toList());
  }
}
