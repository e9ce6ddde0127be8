package org.tokenerror.retrofit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  static byte[] of(RetrofitOptions options, List<FoundPath> found, String version) {
    List<String> lines = new ArrayList<>();
    lines.add("# Token Error Filter " + version + ", put in by its retrofit command.");
    lines.add("mode=" + options.mode().orElse("enforce"));
    List<String> endpoints = endpoints(options, found);
    if (endpoints.isEmpty()) {
      lines.add("# endpoints: the usual paths, and servlets mapped to a path that ends in /token");
    } else {
      lines.add("endpoints=" + String.join(", ", endpoints));
    }
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the lines of a file that {@link #of} wrote; none of any other, which may hold more. */
  static List<String> lines(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.startsWith("# Token Error Filter") ? text.lines().skip(1).toList() : List.of();
  }

  private static List<String> endpoints(RetrofitOptions options, List<FoundPath> found) {
    List<String> more =
        found.stream()
            .filter(path -> path.kind() == FoundPath.Kind.TO_CONFIGURE)
            .map(FoundPath::path)
            .toList();
    if (!options.endpoints().isEmpty() || more.isEmpty()) {
      return options.endpoints();
    }
    return Stream.concat(ALL_CONVENTIONAL.stream(), more.stream()).collect(Collectors.toList());
  }
}
