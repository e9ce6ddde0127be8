package org.tokenerror;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of a filter that is only registered what the container will say when it initializes it. */
record DeclaredFilter(String name, Map<String, String> parameters, ServletContext context)
    implements FilterConfig {

  DeclaredFilter {
    parameters = Map.copyOf(parameters);
  }

  static DeclaredFilter of(FilterRegistration registration, ServletContext context) {
    return new DeclaredFilter(registration.getName(), registration.getInitParameters(), context);
  }

  @Override
  public String getFilterName() {
    return name;
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public @Nullable String getInitParameter(String parameter) {
    return parameters.get(parameter);
  }

  @Override
  public Enumeration<String> getInitParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }
}
