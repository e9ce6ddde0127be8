package org.tokenerror.it.apps.boot;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.tokenerror.TokenErrorFilter;
import org.tokenerror.TokenErrorSettings;

/** Registers the filter as somebody does who wants it another way. */
@AutoConfiguration(beforeName = "org.tokenerror.spring.TokenErrorFilterAutoConfiguration")
public class OwnRegistration {

  @Bean
  public FilterRegistrationBean<TokenErrorFilter> ownFilter() {
    FilterRegistrationBean<TokenErrorFilter> registration =
        new FilterRegistrationBean<>(
            new TokenErrorFilter(TokenErrorSettings.builder().realm("own").build()));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
