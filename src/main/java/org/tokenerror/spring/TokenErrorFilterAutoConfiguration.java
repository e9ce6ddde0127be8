package org.tokenerror.spring;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.tokenerror.NormalizationListener;
import org.tokenerror.TokenErrorFilter;
import org.tokenerror.oauth.FailureRule;

/**
 * Registers the filter in front of all others in an application of Spring Boot.
 *
 * <p>Settings are properties of Spring's environment, such as {@code
 * token-error-filter.mode=observe}; a wrong one keeps the application from starting. Beans that are
 * a {@link FailureRule} or a {@link NormalizationListener} are used.
 *
 * <p>It registers nothing when the application has a bean of the filter itself, alone or in a
 * registration. In a WAR on a server, where the jar has registered the filter already, it hands
 * that one the properties and the beans.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class TokenErrorFilterAutoConfiguration {

  /** Creates the configuration; Spring does. */
  public TokenErrorFilterAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean(
      value = TokenErrorFilter.class,
      parameterizedContainer = FilterRegistrationBean.class)
  FilterRegistrationBean<TokenErrorFilter> tokenErrorFilter(
      Environment environment,
      ObjectProvider<FailureRule> rules,
      ObjectProvider<NormalizationListener> listeners) {
    return new OutermostFilter(
        EnvironmentSettings.of(environment),
        rules.orderedStream().toList(),
        listeners.orderedStream().toList());
  }
}
