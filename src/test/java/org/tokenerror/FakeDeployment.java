package org.tokenerror;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletSecurityElement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Stands in for an application that is being deployed.
 *
 * <p>It answers only what a deployment asks; everything else throws.
 */
final class FakeDeployment {
  private final Map<String, String> contextParams = new LinkedHashMap<>();
  private final Map<String, String> initParams = new LinkedHashMap<>();
  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private final Map<String, FakeServlet> servlets = new LinkedHashMap<>();
  private final Map<String, FakeFilter> filters = new LinkedHashMap<>();
  private final Map<String, Supplier<InputStream>> files = new LinkedHashMap<>();
  private String contextPath = "/app";
  private boolean namesTaken;

  FakeDeployment contextPath(String path) {
    contextPath = path;
    return this;
  }

  FakeDeployment contextParam(String name, String value) {
    contextParams.put(name, value);
    return this;
  }

  FakeDeployment initParam(String name, String value) {
    initParams.put(name, value);
    return this;
  }

  FakeDeployment file(String text) {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  FakeDeployment file(byte[] content) {
    return file(() -> new ByteArrayInputStream(content));
  }

  private FakeDeployment file(Supplier<InputStream> content) {
    files.put("/WEB-INF/token-error-filter.properties", content);
    return this;
  }

  FakeDeployment brokenFile() {
    return file(
        () ->
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("disk\ngone");
              }

              @Override
              public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
              }
            });
  }

  FakeDeployment servlet(String name, String className, String... mappings) {
    servlets.put(name, new FakeServlet(name, className, List.of(mappings)));
    return this;
  }

  FakeDeployment filter(String name, String className, String... mappings) {
    FakeFilter filter = new FakeFilter(name, className);
    filter.urlPatterns.addAll(List.of(mappings));
    filters.put(name, filter);
    return this;
  }

  FakeDeployment filterAtServlet(String name, String className, String servlet) {
    FakeFilter filter = new FakeFilter(name, className);
    filter.servletNames.add(servlet);
    filters.put(name, filter);
    return this;
  }

  /** Makes {@code addFilter} return null, as containers do for names they know already. */
  FakeDeployment namesTaken() {
    namesTaken = true;
    return this;
  }

  Map<String, String> initParams() {
    return Map.copyOf(initParams);
  }

  Map<String, FakeFilter> filters() {
    return filters;
  }

  ServletContext context() {
    return (ServletContext)
        Proxy.newProxyInstance(
            FakeDeployment.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> answer(method, arguments));
  }

  private Object answer(Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "getContextPath" -> contextPath;
      case "getAttribute" -> attributes.get((String) arguments[0]);
      case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
      case "getInitParameterNames" -> Collections.enumeration(contextParams.keySet());
      case "getInitParameter" -> contextParams.get(arguments[0]);
      case "getResourceAsStream" ->
          files.containsKey(arguments[0]) ? files.get(arguments[0]).get() : null;
      case "getClassLoader" -> FakeDeployment.class.getClassLoader();
      case "getServletRegistrations" -> Map.copyOf(servlets);
      case "getServletRegistration" -> servlets.get(arguments[0]);
      case "getFilterRegistrations" -> Map.copyOf(filters);
      case "getFilterRegistration" -> filters.get(arguments[0]);
      case "addFilter" -> namesTaken ? null : added((String) arguments[0], (Class<?>) arguments[1]);
      default -> throw new UnsupportedOperationException(method.toString());
    };
  }

  private FakeFilter added(String name, Class<?> type) {
    if (!Filter.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(type.getName());
    }
    FakeFilter filter = new FakeFilter(name, type.getName());
    return filters.putIfAbsent(name, filter) == null ? filter : null;
  }

  FilterConfig config(String filterName) {
    ServletContext context = context();
    return new FilterConfig() {
      @Override
      public String getFilterName() {
        return filterName;
      }

      @Override
      public ServletContext getServletContext() {
        return context;
      }

      @Override
      public String getInitParameter(String name) {
        return initParams.get(name);
      }

      @Override
      public Enumeration<String> getInitParameterNames() {
        return Collections.enumeration(initParams.keySet());
      }
    };
  }

  /** One call of {@code addMappingForUrlPatterns}. */
  record Mapping(Set<DispatcherType> dispatchers, boolean isMatchAfter, List<String> patterns) {}

  /** Holds what servlets and filters have in common. */
  private abstract static class FakeRegistration implements Registration.Dynamic {
    private final String name;
    private final String className;

    FakeRegistration(String name, String className) {
      this.name = name;
      this.className = className;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public String getClassName() {
      return className;
    }

    @Override
    public void setAsyncSupported(boolean supported) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean setInitParameter(String key, String value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String getInitParameter(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> setInitParameters(Map<String, String> parameters) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> getInitParameters() {
      return Map.of();
    }
  }

  /** Remembers how a filter was registered. */
  static final class FakeFilter extends FakeRegistration implements FilterRegistration.Dynamic {
    final List<Mapping> mappings = new ArrayList<>();
    boolean asyncSupported;
    private final List<String> urlPatterns = new ArrayList<>();
    private final List<String> servletNames = new ArrayList<>();

    FakeFilter(String name, String className) {
      super(name, className);
    }

    @Override
    public void setAsyncSupported(boolean supported) {
      asyncSupported = supported;
    }

    @Override
    public void addMappingForServletNames(
        EnumSet<DispatcherType> dispatchers, boolean isMatchAfter, String... names) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Collection<String> getServletNameMappings() {
      return servletNames;
    }

    @Override
    public void addMappingForUrlPatterns(
        EnumSet<DispatcherType> dispatchers, boolean isMatchAfter, String... patterns) {
      mappings.add(new Mapping(EnumSet.copyOf(dispatchers), isMatchAfter, List.of(patterns)));
      urlPatterns.addAll(List.of(patterns));
    }

    @Override
    public Collection<String> getUrlPatternMappings() {
      return urlPatterns;
    }
  }

  /** Has mappings. */
  private static final class FakeServlet extends FakeRegistration
      implements ServletRegistration.Dynamic {
    private final List<String> mappings;

    FakeServlet(String name, String className, List<String> mappings) {
      super(name, className);
      this.mappings = mappings;
    }

    @Override
    public Collection<String> getMappings() {
      return mappings;
    }

    @Override
    public Set<String> addMapping(String... urlPatterns) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String getRunAsRole() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setLoadOnStartup(int order) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> setServletSecurity(ServletSecurityElement constraint) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setMultipartConfig(MultipartConfigElement config) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setRunAsRole(String role) {
      throw new UnsupportedOperationException();
    }
  }
}
