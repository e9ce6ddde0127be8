package org.tokenerror.it.apps.boot;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.tokenerror.NormalizationEvent;
import org.tokenerror.NormalizationListener;
import org.tokenerror.oauth.Evidence;
import org.tokenerror.oauth.FailureRule;
import org.tokenerror.oauth.OAuthError;
import org.tokenerror.oauth.OAuthErrorCode;

/** Adds a rule, a listener that prints, and a filter that wants to be the first and refuses. */
@AutoConfiguration
public class ShopBeans {

  @Bean
  public FailureRule closedShop() {
    return new FailureRule() {
      @Override
      public String name() {
        return "CLOSED_SHOP";
      }

      @Override
      public Optional<OAuthError> apply(Evidence evidence) {
        return evidence.request().headers().contains("X-Closed")
            ? Optional.of(OAuthError.of(OAuthErrorCode.INVALID_SCOPE))
            : Optional.empty();
      }
    };
  }

  @Bean
  public NormalizationListener printer() {
    return new NormalizationListener() {
      @Override
      public void onDecision(NormalizationEvent event) {
        System.out.println("heard of " + event.verdict().label());
      }
    };
  }

  @Bean
  public FilterRegistrationBean<Filter> doorman() {
    FilterRegistrationBean<Filter> registration =
        new FilterRegistrationBean<>(
            (request, response, chain) -> {
              if (((HttpServletRequest) request).getHeader("X-Refuse") == null) {
                chain.doFilter(request, response);
              } else {
                ((HttpServletResponse) response).sendError(401, "Bad credentials");
              }
            });
    registration.setName("doorman");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
