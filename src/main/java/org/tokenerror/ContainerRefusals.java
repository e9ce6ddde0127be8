package org.tokenerror;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tokenerror.container.ContainerDoor;
import org.tokenerror.container.Refusals;

/**
 * Brings what a container refuses before any filter runs to the filters of an application.
 *
 * <p>There is one for each application, kept as an attribute of its context. It is there before the
 * filters are: WildFly initializes a filter at the first request that reaches it, which a refused
 * one does not.
 */
final class ContainerRefusals implements Refusals {
  private static final Logger LOGGER = System.getLogger("org.tokenerror");
  private static final String ATTRIBUTE = ContainerRefusals.class.getName();

  private final ServletContext context;
  private final Map<String, Normalizer> normalizers = new LinkedHashMap<>();
  private @Nullable FilterConfig expected;
  private @Nullable String container;

  private ContainerRefusals(ServletContext context) {
    this.context = context;
  }

  /** Creates what a filter works with. */
  interface Creation {
    Normalizer create() throws ServletException;
  }

  /** Returns the one of an application. */
  static ContainerRefusals of(ServletContext context) {
    if (context.getAttribute(ATTRIBUTE) instanceof ContainerRefusals present) {
      return present;
    }
    ContainerRefusals created = new ContainerRefusals(context);
    context.setAttribute(ATTRIBUTE, created);
    return created;
  }

  /** Takes a place before the container's checks, unless the settings forbid it. */
  synchronized void watch(TokenErrorSettings settings) {
    boolean wanted = settings.containerRefusals() && settings.mode() != TokenErrorSettings.Mode.OFF;
    if (wanted && container == null) {
      container = ContainerDoor.watch(context, this).orElse("");
    }
  }

  /** Names the container whose refusals are seen. */
  synchronized Optional<String> container() {
    return Optional.ofNullable(container).filter(name -> !name.isEmpty());
  }

  /** Notes a filter that is not initialized yet. */
  synchronized void expect(FilterConfig filter) {
    expected = filter;
  }

  /** Returns what a filter works with, and shows it refusals from now on. */
  synchronized Normalizer connect(String filterName, Creation creation) throws ServletException {
    Normalizer known = normalizers.get(filterName);
    if (known == null) {
      known = creation.create();
      normalizers.put(filterName, known);
    }
    return known;
  }

  /** Takes back what was created for a filter before it said that it has settings of its own. */
  synchronized void forget(String filterName) {
    expected = null;
    Normalizer premature = normalizers.remove(filterName);
    if (premature != null) {
      premature.close();
    }
  }

  synchronized void disconnect(Normalizer normalizer) {
    normalizers.values().remove(normalizer);
    expected = null;
  }

  @Override
  public boolean concern(HttpServletRequest request) {
    return concerned(request).isPresent();
  }

  @Override
  public boolean answer(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      Optional<String> message)
      throws IOException {
    Optional<Normalizer> normalizer = concerned(request);
    return normalizer.isPresent()
        && normalizer.get().answerRefusal(request, response, status, message);
  }

  private synchronized Optional<Normalizer> concerned(HttpServletRequest request) {
    meetExpectation();
    return normalizers.entrySet().stream()
        .filter(known -> isMapped(known.getKey(), request))
        .map(Map.Entry::getValue)
        .filter(known -> known.concerns(request))
        .findFirst();
  }

  /** Where a filter is not mapped it would not have seen the request either. */
  private boolean isMapped(String filterName, HttpServletRequest request) {
    return FilterMappings.of(context, filterName)
        .cover(EndpointPatterns.pathWithinContext(request));
  }

  private void meetExpectation() {
    FilterConfig late = expected;
    expected = null;
    if (late != null) {
      try {
        LoadedSettings loaded = SettingsReader.load(late);
        Extensions none = new Extensions(List.of(), List.of());
        connect(late.getFilterName(), () -> Normalizer.create(loaded, none, late));
      } catch (ServletException e) {
        LOGGER.log(Level.WARNING, "what the container refuses is left as it is", e);
      }
    }
  }
}
