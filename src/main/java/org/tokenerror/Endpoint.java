package org.tokenerror;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tokenerror.oauth.EndpointProfile;

/**
 * Says what kind of endpoint is at a path or at a family of paths.
 *
 * <p>Written it is the path alone for a token endpoint ({@code /oauth/token}), and has the label of
 * another profile before it ({@code revocation:/oauth/revoke}). A path that is conventional for
 * another profile needs no label. {@code revocation:conventional} stands for all conventional ones.
 *
 * @param profile what kind of endpoint is there
 * @param pattern where it is
 */
record Endpoint(EndpointProfile profile, EndpointPattern pattern) {
  /** Stands for all conventional paths of a profile. */
  static final String CONVENTIONAL = "conventional";

  /** Says what is wrong with an endpoint as written; empty when it can be used. */
  static Optional<String> flaw(String text) {
    int colon = text.indexOf(':');
    if (text.startsWith("/") || colon < 0) {
      return EndpointPattern.flaw(text);
    }
    String label = text.substring(0, colon);
    if (EndpointProfile.ofLabel(label).isEmpty()) {
      return Optional.of(
          "it does not start with \"/\", and what is before the colon is none of " + labels());
    }
    String rest = text.substring(colon + 1);
    return rest.equals(CONVENTIONAL) ? Optional.empty() : EndpointPattern.flaw(rest);
  }

  /** Reads what has no {@link #flaw}. */
  static List<Endpoint> read(String text) {
    if (text.startsWith("/")) {
      EndpointProfile profile = ConventionalEndpoints.profileOf(text).orElse(EndpointProfile.TOKEN);
      return List.of(new Endpoint(profile, EndpointPattern.of(text)));
    }
    int colon = text.indexOf(':');
    EndpointProfile profile = EndpointProfile.ofLabel(text.substring(0, colon)).orElseThrow();
    String rest = text.substring(colon + 1);
    List<String> patterns =
        rest.equals(CONVENTIONAL) ? ConventionalEndpoints.of(profile) : List.of(rest);
    return patterns.stream().map(path -> new Endpoint(profile, EndpointPattern.of(path))).toList();
  }

  /** Tells whether an endpoint as written stands for the conventional token endpoints. */
  static boolean isConventionalToken(String text) {
    return text.equalsIgnoreCase(EndpointProfile.TOKEN.label() + ":" + CONVENTIONAL);
  }

  private static String labels() {
    return Arrays.stream(EndpointProfile.values())
        .map(EndpointProfile::label)
        .collect(Collectors.joining(", "));
  }

  /** Returns it as one would write it. */
  String text() {
    return profile == EndpointProfile.TOKEN
        ? pattern.text()
        : profile.label() + ":" + pattern.text();
  }
}
