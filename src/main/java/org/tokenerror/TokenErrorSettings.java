package org.tokenerror;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
 *     {@code revocation:} and the like before a path for other endpoints than the token endpoint;
 *     empty (the default) means the conventional paths of all of them
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
 * @param requestChecks what happens to requests that RFC 6749 forbids; default {@link Mode#OBSERVE}
 * @param containerRefusals whether what Tomcat or Undertow refuses before any filter runs is
 *     answered too; default true
 * @param observeClients ids of clients for which nothing is changed; default none
 * @param observeEndpoints paths, as in {@code endpoints} but without labels, at which nothing is
 *     changed; default none
 * @param dialects files with error dialects of one's own, see {@code docs/extending.md}; default
 *     none
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
    boolean successCacheHeaders,
    Mode requestChecks,
    boolean containerRefusals,
    List<String> observeClients,
    List<String> observeEndpoints,
    List<String> dialects) {

  /** What stands before a key in the name of a property: {@value}. */
  public static final String PROPERTY_PREFIX = "token-error-filter.";

  private static final int LONGEST_DESCRIPTION = 1000;

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
   * @param endpoints each starting with a slash, or with the label of a profile, a colon and a
   *     slash; without query, parameters or percent encoding
   * @param realm 1 to 120 printable ASCII characters without quote and backslash
   * @param supportedSchemes one or more of Basic, Bearer, DPoP and Negotiate, in any case
   * @param withoutAuthorization any
   * @param captureLimit from 1024 to 16777216
   * @param maxDescriptionLength from 40 to 1000
   * @param keepDialectMembers any
   * @param successCacheHeaders any
   * @param requestChecks any
   * @param containerRefusals any
   * @param observeClients each of printable ASCII characters
   * @param observeEndpoints each starting with a slash
   * @param dialects none empty
   * @throws IllegalArgumentException when a value is not allowed; the message names the option, the
   *     value and what is allowed
   */
  public TokenErrorSettings {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(realm, "realm");
    Objects.requireNonNull(withoutAuthorization, "withoutAuthorization");
    Objects.requireNonNull(requestChecks, "requestChecks");
    endpoints = SettingsRules.checked(Setting.ENDPOINTS, endpoints, Endpoint::flaw);
    supportedSchemes = SettingsRules.canonicalSchemes(supportedSchemes);
    SettingsRules.checkRealm(realm);
    SettingsRules.checkCaptureLimit(captureLimit);
    observeClients =
        SettingsRules.checked(Setting.OBSERVE_CLIENTS, observeClients, SettingsRules::flawOfClient);
    observeEndpoints =
        SettingsRules.checked(Setting.OBSERVE_ENDPOINTS, observeEndpoints, EndpointPattern::flaw);
    dialects = SettingsRules.checked(Setting.DIALECTS, dialects, SettingsRules::flawOfPath);
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
   * Lists the keys of all options as text.
   *
   * @return the keys, such as {@code capture-limit}
   */
  public static List<String> keys() {
    return Arrays.stream(Setting.values()).map(Setting::key).toList();
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
    private Mode requestChecks = Mode.OBSERVE;
    private boolean containerRefusals = true;
    private List<String> observeClients = List.of();
    private List<String> observeEndpoints = List.of();
    private List<String> dialects = List.of();

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
     *     standing for exactly one path segment; {@code revocation:/oauth/revoke} for other
     *     endpoints; empty for the conventional paths of all
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
     * Sets what happens to requests that RFC 6749 forbids, such as those that repeat a parameter.
     *
     * @param value {@link Mode#ENFORCE} to refuse them before the servlet runs
     * @return this builder
     */
    public Builder requestChecks(Mode value) {
      requestChecks = value;
      return this;
    }

    /**
     * Sets whether what the container refuses before any filter runs is answered too.
     *
     * @param answer false to leave it to the container
     * @return this builder
     */
    public Builder containerRefusals(boolean answer) {
      containerRefusals = answer;
      return this;
    }

    /**
     * Sets the clients for which nothing is changed.
     *
     * @param clientIds their ids
     * @return this builder
     */
    public Builder observeClients(List<String> clientIds) {
      observeClients = List.copyOf(clientIds);
      return this;
    }

    /**
     * Sets the endpoints at which nothing is changed.
     *
     * @param patterns paths relative to the context, {@code *} standing for exactly one segment
     * @return this builder
     */
    public Builder observeEndpoints(List<String> patterns) {
      observeEndpoints = List.copyOf(patterns);
      return this;
    }

    /**
     * Sets {@link TokenErrorSettings#dialects()}.
     *
     * @param files paths within the web application if they begin with a slash, else of its class
     *     path
     * @return this builder
     */
    public Builder dialects(List<String> files) {
      dialects = List.copyOf(files);
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
          successCacheHeaders,
          requestChecks,
          containerRefusals,
          observeClients,
          observeEndpoints,
          dialects);
    }
  }
}
