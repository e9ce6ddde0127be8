package org.tokenerror.spring;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.tokenerror.NormalizationListener;
import org.tokenerror.TokenErrorFilter;
import org.tokenerror.TokenErrorFilterInitializer;
import org.tokenerror.TokenErrorSettings;
import org.tokenerror.oauth.FailureRule;

/**
 * Registers the filter in front of all others, for everything that is dispatched.
 *
 * <p>Others claim the highest precedence too, so the order alone would not do: what is {@link
 * PriorityOrdered} goes before all that is merely ordered.
 *
 * <p>In a WAR on a server the jar's own initializer, or {@code web.xml}, has registered the filter
 * already. Then there is no second one: the first, which the server initializes later, is given the
 * properties as init-params, which every other place of settings overrides, and the beans.
 */
final class OutermostFilter extends FilterRegistrationBean<TokenErrorFilter>
    implements PriorityOrdered {
  private final Map<String, String> properties;
  private final List<Object> extensions;

  /**
   * Creates the filter.
   *
   * @throws IllegalArgumentException when a property is wrong
   */
  OutermostFilter(
      Map<String, String> properties,
      List<FailureRule> rules,
      List<NormalizationListener> listeners) {
    super(TokenErrorFilter.configuredBy(properties, rules, listeners));
    this.properties = Map.copyOf(properties);
    this.extensions = Stream.<Object>concat(rules.stream(), listeners.stream()).toList();
    setName(TokenErrorFilterInitializer.FILTER_NAME);
    setOrder(Ordered.HIGHEST_PRECEDENCE);
    setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    setAsyncSupported(true);
    setIgnoreRegistrationFailure(true);
  }

  @Override
  protected FilterRegistration.@Nullable Dynamic addRegistration(
      String description, ServletContext context) {
    Optional<? extends FilterRegistration> present =
        context.getFilterRegistrations().values().stream()
            .filter(filter -> TokenErrorFilter.class.getName().equals(filter.getClassName()))
            .findFirst();
    if (present.isEmpty()) {
      return super.addRegistration(description, context);
    }
    context.setAttribute(TokenErrorFilter.EXTENSIONS, extensions);
    properties.forEach(
        (name, value) ->
            present
                .get()
                .setInitParameter(
                    name.substring(TokenErrorSettings.PROPERTY_PREFIX.length()), value));
    return null;
  }
}
