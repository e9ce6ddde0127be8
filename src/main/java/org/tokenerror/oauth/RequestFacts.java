package org.tokenerror.oauth;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tokenerror.http.FormParameters;
import org.tokenerror.http.Headers;
import org.tokenerror.http.MediaType;

/**
 * Answers questions about the request that failed.
 *
 * <p>It is lazy: parameters are asked for once, and only when a rule needs them, so that a request
 * that succeeds is never looked into (D21). It is used by one thread at a time. Its {@code
 * toString} shows neither parameters nor header values (H2).
 */
public final class RequestFacts {
  private final String method;
  private final String path;
  private final Headers headers;
  private final EndpointProfile profile;
  private final Supplier<Optional<MediaType>> mediaType;
  private final Supplier<FormParameters> query;
  private final Supplier<FormParameters> parameters;
  private final Supplier<ClientAuthentication> clientAuthentication;
  private final Supplier<Set<String>> secrets;
  private final Supplier<SecretForms> secretForms;

  private RequestFacts(Builder builder) {
    this.method = builder.method;
    this.path = builder.path;
    this.headers = builder.headers;
    this.profile = builder.profile;
    this.mediaType = new Memo<>(() -> headers.first("Content-Type").flatMap(MediaType::parse));
    this.query = new Memo<>(builder.query);
    this.parameters = new Memo<>(builder.parameters);
    this.clientAuthentication = new Memo<>(() -> ClientAuthenticationReader.read(this));
    this.secrets = new Memo<>(() -> RequestSecrets.of(this));
    this.secretForms = new Memo<>(() -> new SecretForms(secrets()));
  }

  /**
   * Starts with a POST to {@code /token} that has neither header fields nor parameters.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the request method.
   *
   * @return the method as sent, for instance {@code POST}
   */
  public String method() {
    return method;
  }

  /**
   * Returns the request path.
   *
   * @return the path with the context path and without query
   */
  public String path() {
    return path;
  }

  /**
   * Returns the request's header fields.
   *
   * @return all of them
   */
  public Headers headers() {
    return headers;
  }

  /**
   * Returns what kind of endpoint was asked.
   *
   * @return the profile, {@link EndpointProfile#TOKEN} unless it was said otherwise
   */
  public EndpointProfile profile() {
    return profile;
  }

  /**
   * Returns the media type of the request body.
   *
   * @return the media type, empty when there is no legal Content-Type
   */
  public Optional<MediaType> mediaType() {
    return mediaType.get();
  }

  /**
   * Returns the parameters of query and form body.
   *
   * @return all parameters; repeated ones as often as they were sent
   */
  public FormParameters parameters() {
    return parameters.get();
  }

  /**
   * Returns the parameters of the query alone.
   *
   * @return the query's parameters
   */
  public FormParameters query() {
    return query.get();
  }

  /**
   * Returns the grant type.
   *
   * @return the first {@code grant_type} that is not empty (D7), empty when there is none
   */
  public Optional<String> grantType() {
    return parameter("grant_type");
  }

  /**
   * Tells how the client tried to authenticate.
   *
   * @return the mechanism, or mechanisms
   */
  public ClientAuthentication clientAuthentication() {
    return clientAuthentication.get();
  }

  /**
   * Returns the client's id, proven or not.
   *
   * @return the user name of the Basic scheme, else {@code client_id}, empty when there is neither
   */
  public Optional<String> clientId() {
    return clientAuthentication() instanceof ClientAuthentication.Header header
            && header.clientId().isPresent()
        ? header.clientId()
        : parameter("client_id");
  }

  /**
   * Tells whether this is a CORS preflight, which no OAuth error answers.
   *
   * @return true for OPTIONS with Origin and Access-Control-Request-Method
   */
  public boolean isPreflight() {
    return method.toUpperCase(Locale.ROOT).equals("OPTIONS")
        && headers.contains("Origin")
        && headers.contains("Access-Control-Request-Method");
  }

  /**
   * Returns the values of this request that must never leave in an answer or a log (H2).
   *
   * @return values of at least four characters, decoded; the Authorization credentials raw too
   */
  public Set<String> secrets() {
    return secrets.get();
  }

  /**
   * Tells whether the method is POST, the only one a token request may use (D14).
   *
   * @return false for any other method
   */
  public boolean isPost() {
    return method.equals("POST");
  }

  /**
   * Returns the value of a parameter.
   *
   * @param name the parameter's name
   * @return the first value that is not empty (D7), empty when there is none
   */
  public Optional<String> parameter(String name) {
    for (String value : parameters().all(name)) {
      if (!value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /**
   * Tells whether a text repeats a secret of the request (H2).
   *
   * @param text what is to be shown
   * @return true when one of the {@link #secrets()} is in it, raw, encoded or shortened
   */
  public boolean hasSecretIn(String text) {
    return secretForms.get().occurIn(text);
  }

  /**
   * Replaces the request's secrets in a text that is to be logged (H2).
   *
   * @param text what is to be logged
   * @return the text with each of the {@link #secrets()}, raw or encoded, as asterisks
   */
  public String mask(String text) {
    return secretForms.get().mask(text);
  }

  @Override
  public String toString() {
    return "RequestFacts[" + method + " " + headers + "]";
  }

  /** Collects the facts. */
  public static final class Builder {
    private String method = "POST";
    private String path = "/token";
    private Headers headers = Headers.empty();
    private EndpointProfile profile = EndpointProfile.TOKEN;
    private Supplier<FormParameters> query = FormParameters::empty;
    private Supplier<FormParameters> parameters = FormParameters::empty;

    private Builder() {}

    /**
     * Sets the request method.
     *
     * @param value the method as sent
     * @return this builder
     */
    public Builder method(String value) {
      this.method = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets the request path.
     *
     * @param value the path with the context path and without query
     * @return this builder
     */
    public Builder path(String value) {
      this.path = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets the header fields.
     *
     * @param value all header fields of the request
     * @return this builder
     */
    public Builder headers(Headers value) {
      this.headers = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets what kind of endpoint was asked.
     *
     * @param value the profile
     * @return this builder
     */
    public Builder profile(EndpointProfile value) {
      this.profile = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets where the query's parameters come from.
     *
     * @param value asked at most once, and only after a failure
     * @return this builder
     */
    public Builder query(Supplier<FormParameters> value) {
      this.query = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets where the parameters of query and body together come from.
     *
     * @param value asked at most once, and only after a failure
     * @return this builder
     */
    public Builder parameters(Supplier<FormParameters> value) {
      this.parameters = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Builds the facts.
     *
     * @return the facts
     */
    public RequestFacts build() {
      return new RequestFacts(this);
    }
  }
}
