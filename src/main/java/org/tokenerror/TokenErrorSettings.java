package org.tokenerror;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.tokenerror.oauth.AnswerPolicy;

/**
 * Holds every option of the filter, checked and immutable.
 *
 * <p>It reads nothing: init parameters, files, system properties and environment variables are
 * turned into these settings when the application is deployed. In code use {@link #builder()}; it
 * stays source compatible when options are added, the constructor of the record does not.
 *
 * <pre>{@code
 * TokenErrorSettings settings =
 *     TokenErrorSettings.builder().endpoints(List.of("/oauth/token")).realm("example").build();
 * }</pre>
 *
 * @param mode what the filter does with failures; default {@link Mode#ENFORCE}
 * @param endpoints paths relative to the context, {@code *} standing for exactly one path segment;
 *     empty (the default) means the conventional token paths
 * @param realm the realm of challenges the servlet did not send itself; default {@code token}
 * @param supportedSchemes the schemes to challenge with when the client used none or one that
 *     nobody here can challenge for, in canonical spelling; default {@code Basic}
 * @param withoutAuthorization the status of {@code invalid_client} for a request without an
 *     Authorization header; default {@link AnswerPolicy.Status401#KEEP}
 * @param captureLimit how many bytes of a response are held at most; default 65536
 * @param maxDescriptionLength the longest {@code error_description}, in characters; default 200
 * @param keepDialectMembers whether members of the servlet's own error dialect stay in the body;
 *     default false
 * @param successCacheHeaders whether {@code Cache-Control: no-store} and {@code Pragma: no-cache}
 *     are added to successes that lack them; default true
 */
public record TokenErrorSettings(
    Mode mode,
    List<String> endpoints,
    String realm,
    List<String> supportedSchemes,
    AnswerPolicy.Status401 withoutAuthorization,
    int captureLimit,
    int maxDescriptionLength,
    boolean keepDialectMembers,
    boolean successCacheHeaders) {

  private static final int LEAST_CAPTURE = 1024;
  private static final int MOST_CAPTURE = 16 * 1024 * 1024;
  private static final int LONGEST_DESCRIPTION = 1000;
  private static final int LONGEST_REALM = 120;

  /** The registered schemes whose challenge needs nothing that only the servlet knows. */
  private static final List<String> CHALLENGEABLE = List.of("Basic", "Bearer", "DPoP", "Negotiate");

  /** Says what the filter does with failures. */
  public enum Mode {
    /** Failures are replaced by what RFC 6749 asks for. */
    ENFORCE,
    /** Nothing is changed; what would have been changed is logged and counted. */
    OBSERVE,
    /** The filter stays out of the way. */
    OFF
  }

  /**
   * Checks all values and brings schemes into their canonical spelling.
   *
   * @param mode any
   * @param endpoints each starting with a slash, without query, parameters or percent encoding
   * @param realm 1 to 120 printable ASCII characters without quote and backslash
   * @param supportedSchemes one or more of Basic, Bearer, DPoP and Negotiate, in any case
   * @param withoutAuthorization any
   * @param captureLimit from 1024 to 16777216
   * @param maxDescriptionLength from 40 to 1000
   * @param keepDialectMembers any
   * @param successCacheHeaders any
   * @throws IllegalArgumentException when a value is not allowed; the message names the option, the
   *     value and what is allowed
   */
  public TokenErrorSettings {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(realm, "realm");
    Objects.requireNonNull(withoutAuthorization, "withoutAuthorization");
    endpoints = checkedEndpoints(endpoints);
    supportedSchemes = canonicalSchemes(supportedSchemes);
    if (!isRealm(realm)) {
      throw Setting.REALM.rejected(realm);
    }
    if (captureLimit < LEAST_CAPTURE || captureLimit > MOST_CAPTURE) {
      throw Setting.CAPTURE_LIMIT.rejected(Integer.toString(captureLimit));
    }
    if (maxDescriptionLength < AnswerPolicy.SHORTEST_DESCRIPTION
        || maxDescriptionLength > LONGEST_DESCRIPTION) {
      throw Setting.MAX_DESCRIPTION_LENGTH.rejected(Integer.toString(maxDescriptionLength));
    }
  }

  /**
   * Returns the settings nobody has changed.
   *
   * @return every option at its default
   */
  public static TokenErrorSettings defaults() {
    return builder().build();
  }

  /**
   * Starts from the defaults.
   *
   * @return a builder in which every option has its default
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the part of the settings that shapes an answer.
   *
   * @return realm, schemes, status, length and dialect members as the renderer takes them
   */
  public AnswerPolicy answers() {
    return new AnswerPolicy(
        realm, supportedSchemes, withoutAuthorization, maxDescriptionLength, keepDialectMembers);
  }

  private static List<String> checkedEndpoints(List<String> patterns) {
    for (String pattern : patterns) {
      EndpointPattern.flaw(pattern)
          .ifPresent(
              why -> {
                throw Setting.ENDPOINTS.rejected(pattern, why);
              });
    }
    return patterns.stream().distinct().toList();
  }

  private static List<String> canonicalSchemes(List<String> schemes) {
    if (schemes.isEmpty()) {
      throw Setting.SUPPORTED_SCHEMES.rejected("", "every 401 needs a challenge");
    }
    List<String> canonical = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String scheme : schemes) {
      String spelling =
          CHALLENGEABLE.stream()
              .filter(scheme::equalsIgnoreCase)
              .findFirst()
              .orElseThrow(() -> Setting.SUPPORTED_SCHEMES.rejected(scheme));
      if (seen.add(spelling.toLowerCase(Locale.ROOT))) {
        canonical.add(spelling);
      }
    }
    return List.copyOf(canonical);
  }

  /** A quote or a backslash would be legal when escaped, but many clients cannot unescape. */
  private static boolean isRealm(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_REALM
        && text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '"' && c != '\\');
  }

  /**
   * Collects options for {@link TokenErrorSettings}.
   *
   * <p>It checks nothing before {@link #build()}.
   */
  public static final class Builder {
    private Mode mode = Mode.ENFORCE;
    private List<String> endpoints = List.of();
    private String realm = "token";
    private List<String> supportedSchemes = List.of("Basic");
    private AnswerPolicy.Status401 withoutAuthorization = AnswerPolicy.Status401.KEEP;
    private int captureLimit = 64 * 1024;
    private int maxDescriptionLength = 200;
    private boolean keepDialectMembers;
    private boolean successCacheHeaders = true;

    private Builder() {}

    /**
     * Sets what the filter does with failures.
     *
     * @param value the mode
     * @return this builder
     */
    public Builder mode(Mode value) {
      mode = value;
      return this;
    }

    /**
     * Sets the endpoints, replacing the conventional ones.
     *
     * @param patterns paths relative to the context such as {@code /oauth/token}, {@code *}
     *     standing for exactly one path segment; empty for the conventional paths
     * @return this builder
     */
    public Builder endpoints(List<String> patterns) {
      endpoints = List.copyOf(patterns);
      return this;
    }

    /**
     * Sets the realm of challenges the servlet did not send itself.
     *
     * @param value 1 to 120 printable ASCII characters without quote and backslash
     * @return this builder
     */
    public Builder realm(String value) {
      realm = value;
      return this;
    }

    /**
     * Sets the schemes to challenge with when the client's own cannot be.
     *
     * @param schemes one or more of Basic, Bearer, DPoP and Negotiate, in any case
     * @return this builder
     */
    public Builder supportedSchemes(List<String> schemes) {
      supportedSchemes = List.copyOf(schemes);
      return this;
    }

    /**
     * Sets the status of {@code invalid_client} for requests without an Authorization header.
     *
     * @param value the choice
     * @return this builder
     */
    public Builder withoutAuthorization(AnswerPolicy.Status401 value) {
      withoutAuthorization = value;
      return this;
    }

    /**
     * Sets how much of a response is held at most.
     *
     * @param bytes from 1024 to 16777216
     * @return this builder
     */
    public Builder captureLimit(int bytes) {
      captureLimit = bytes;
      return this;
    }

    /**
     * Sets the length of the longest {@code error_description}.
     *
     * @param characters from 40 to 1000
     * @return this builder
     */
    public Builder maxDescriptionLength(int characters) {
      maxDescriptionLength = characters;
      return this;
    }

    /**
     * Sets whether members of the servlet's own error dialect stay in the body.
     *
     * @param keep true to keep them
     * @return this builder
     */
    public Builder keepDialectMembers(boolean keep) {
      keepDialectMembers = keep;
      return this;
    }

    /**
     * Sets whether missing cache headers are added to successes.
     *
     * @param add false to leave successes entirely as they are
     * @return this builder
     */
    public Builder successCacheHeaders(boolean add) {
      successCacheHeaders = add;
      return this;
    }

    /**
     * Checks the options and returns them.
     *
     * @return the settings
     * @throws IllegalArgumentException when a value is not allowed; the message names the option,
     *     the value and what is allowed
     */
    public TokenErrorSettings build() {
      return new TokenErrorSettings(
          mode,
          endpoints,
          realm,
          supportedSchemes,
          withoutAuthorization,
          captureLimit,
          maxDescriptionLength,
          keepDialectMembers,
          successCacheHeaders);
    }
  }
}
