package org.tokenerror;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenerror.oauth.FailureRule;

/**
 * Makes the failures of an OAuth 2.0 token endpoint leave as RFC 6749 section 5.2 asks, and leaves
 * its successes alone.
 *
 * <pre>
 * HTTP/1.1 401
 * WWW-Authenticate: Basic realm="token"
 * Content-Type: application/json
 * Cache-Control: no-store
 * Pragma: no-cache
 *
 * {"error":"invalid_client","error_description":"Bad credentials"}
 * </pre>
 *
 * <p>It refuses no request and does not read a request's body before the servlet has failed, unless
 * the setting {@code request-checks} asks for it. Whatever it cannot decide about, because it
 * failed itself, leaves as the servlet answered it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 */
public final class TokenErrorFilter implements Filter {
  /**
   * The name of a servlet context attribute with a {@link java.util.Collection} of rules and
   * listeners, for frameworks that know some when the container already has a filter: its value,
   * {@value}. It is read when a filter is initialized.
   */
  public static final String EXTENSIONS = "org.tokenerror.extensions";

  private final @Nullable LoadedSettings given;
  private final Extensions extensions;
  private @Nullable ServletContext context;
  private @Nullable Normalizer normalizer;

  /** Creates a filter that reads its settings when the container initializes it. */
  public TokenErrorFilter() {
    this.given = null;
    this.extensions = new Extensions(List.of(), List.of());
  }

  /**
   * Creates a filter with settings made in code, for programmatic registration.
   *
   * @param settings the settings; nothing else is read
   */
  public TokenErrorFilter(TokenErrorSettings settings) {
    this(settings, List.of(), List.of());
  }

  /**
   * Creates a filter with settings, rules and listeners made in code, for programmatic
   * registration.
   *
   * @param settings the settings; nothing else is read
   * @param rules asked before those that {@link java.util.ServiceLoader} finds
   * @param listeners told before those that {@link java.util.ServiceLoader} finds
   */
  public TokenErrorFilter(
      TokenErrorSettings settings, List<FailureRule> rules, List<NormalizationListener> listeners) {
    this(LoadedSettings.inCode(settings), new Extensions(rules, listeners));
  }

  private TokenErrorFilter(LoadedSettings settings, Extensions extensions) {
    this.given = settings;
    this.extensions = extensions;
  }

  /**
   * Creates a filter with settings that a framework has read as text from a configuration of its
   * own, for programmatic registration.
   *
   * <p>Environment variables of the filter are looked at too, as a framework may not recognize a
   * misspelled one, but every property overrides them.
   *
   * @param properties values by name, the keys of the manual behind {@link
   *     TokenErrorSettings#PROPERTY_PREFIX}
   * @param rules asked before those that {@link java.util.ServiceLoader} finds
   * @param listeners told before those that {@link java.util.ServiceLoader} finds
   * @return the filter
   * @throws IllegalArgumentException when a setting is unknown or has a value that is not allowed;
   *     the message lists every problem with its key, value, origin and what is allowed
   */
  public static TokenErrorFilter configuredBy(
      Map<String, String> properties,
      List<FailureRule> rules,
      List<NormalizationListener> listeners) {
    return new TokenErrorFilter(SettingsReader.load(properties), new Extensions(rules, listeners));
  }

  /**
   * Reads and checks the settings, and says in one log line what is covered.
   *
   * @param config the container's configuration
   * @throws ServletException if a setting is unknown or has a value that is not allowed, or if
   *     there is no JSON-B implementation; the application must not start
   */
  @Override
  public void init(FilterConfig config) throws ServletException {
    LoadedSettings loaded = given == null ? SettingsReader.load(config) : given;
    ContainerRefusals refusals = ContainerRefusals.of(config.getServletContext());
    refusals.watch(loaded.settings());
    if (given != null) {
      refusals.forget(config.getFilterName());
    }
    normalizer =
        refusals.connect(
            config.getFilterName(), () -> Normalizer.create(loaded, extensions, config));
    context = config.getServletContext();
  }

  /**
   * Passes the request on, and normalizes the answer if it is a failure of a covered endpoint.
   *
   * @param request the container's request
   * @param response the container's response
   * @param chain the rest of the chain
   * @throws IOException if the servlet threw it and its answer is kept
   * @throws ServletException likewise
   */
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (normalizer != null
        && request instanceof HttpServletRequest httpRequest
        && response instanceof HttpServletResponse httpResponse) {
      normalizer.handle(httpRequest, httpResponse, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  @Override
  public void destroy() {
    if (normalizer != null && context != null) {
      ContainerRefusals.of(context).disconnect(normalizer);
      normalizer.close();
    }
  }
}
