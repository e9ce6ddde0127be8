package org.tokenerror;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers the filter in front of everything else when the jar is found by the container.
 *
 * <p>The container runs it before the filters and listeners of {@code web.xml}, with {@code
 * metadata-complete} as well as without {@code web.xml}; the filter goes before all others. It asks
 * for no classes, so nothing is scanned for it. It does not run when {@code web.xml} says {@code
 * <absolute-ordering/>} and leaves out this jar's fragment {@code token_error_filter}: there the
 * filter takes an entry in {@code web.xml}.
 *
 * <p>It leaves alone a filter that is registered already, by {@code web.xml}, in code or by a
 * second copy of the jar, and it registers nothing in mode {@code off}. Settings are read here as
 * well as by the filter, so that a mistake in them fails the deployment at once (S11).
 *
 * <p><b>Where it is mapped.</b>
 *
 * <ul>
 *   <li>Requests, configured endpoints: only to these and what is below them ({@code /token/*} for
 *       {@code /token}, as path infos and a slash at the end belong to it), so no other path pays
 *       for the filter or can be hurt by it.
 *   <li>Requests, no endpoints configured: to {@code /*}. Most servlets that serve tokens are not
 *       known yet when this runs (those of Spring, of JAX-RS, of listeners), some conventional
 *       paths begin with a wildcard, and one missed endpoint is worse than one look into a hash
 *       table for every other request, which is all that happens there.
 *   <li>Async dispatches: to {@code /*}, because containers match them by the path dispatched to,
 *       which can be any page, while the response still is the endpoint's.
 *   <li>Error dispatches: to {@code /*}, because they are matched by the location of the error
 *       page; the filter tells by the request URI of the error whose page it is.
 * </ul>
 */
public final class TokenErrorFilterInitializer implements ServletContainerInitializer {

  /** The name the filter is registered with; a registration of that name in advance wins. */
  public static final String FILTER_NAME = "token-error-filter";

  private static final List<String> EVERYTHING = List.of("/*");
  private static final Logger LOGGER = System.getLogger("org.tokenerror");

  /** Creates the initializer; containers do. */
  public TokenErrorFilterInitializer() {}

  /**
   * Registers the filter, unless it is registered already or switched off.
   *
   * @param classes not used, none are asked for
   * @param context the application being deployed
   * @throws ServletException when the settings are wrong; the message lists every problem with its
   *     key, value, origin and what is allowed
   */
  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context)
      throws ServletException {
    Optional<? extends FilterRegistration> present = registered(context);
    if (present.isPresent()) {
      if (isOurs(present.get())) {
        // fails the deployment now; WildFly would initialize the filter at its first request
        DeclaredFilter declared = DeclaredFilter.of(present.get(), context);
        expect(declared, SettingsReader.load(declared));
      }
      leave(context, "filter " + Printable.quoted(present.get().getName()) + " is there already");
      return;
    }
    LoadedSettings loaded = SettingsReader.load(context, Map.of());
    if (loaded.settings().mode() == TokenErrorSettings.Mode.OFF) {
      leave(context, "it is switched off (" + loaded.origin() + ")");
      return;
    }
    FilterRegistration.@Nullable Dynamic registration =
        context.addFilter(FILTER_NAME, TokenErrorFilter.class);
    if (registration == null) {
      leave(context, "the name is taken");
      return;
    }
    expect(DeclaredFilter.of(registration, context), loaded);
    registration.setAsyncSupported(true);
    List<String> mappings = EndpointPatterns.of(loaded.settings()).filterMappings();
    if (mappings.equals(EVERYTHING)) {
      map(
          registration,
          EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR),
          EVERYTHING);
    } else {
      map(registration, EnumSet.of(DispatcherType.REQUEST), mappings);
      map(registration, EnumSet.of(DispatcherType.ASYNC, DispatcherType.ERROR), EVERYTHING);
    }
  }

  /** Puts the filter before all that are mapped so far, those of {@code web.xml} included. */
  private static void map(
      FilterRegistration registration, EnumSet<DispatcherType> dispatchers, List<String> patterns) {
    registration.addMappingForUrlPatterns(dispatchers, false, patterns.toArray(String[]::new));
  }

  /** Finds the filter under our name or, as in most hand-written entries, under another. */
  private static Optional<? extends FilterRegistration> registered(ServletContext context) {
    return context.getFilterRegistrations().values().stream()
        .filter(filter -> filter.getName().equals(FILTER_NAME) || isOurs(filter))
        .findFirst();
  }

  private static boolean isOurs(FilterRegistration filter) {
    return TokenErrorFilter.class.getName().equals(filter.getClassName());
  }

  /** Sees to what the container refuses before the filter is initialized. */
  private static void expect(DeclaredFilter filter, LoadedSettings loaded) {
    ContainerRefusals refusals = ContainerRefusals.of(filter.context());
    refusals.watch(loaded.settings());
    refusals.expect(filter);
  }

  private static void leave(ServletContext context, String why) {
    LOGGER.log(
        Level.INFO,
        "token-error-filter is not added to context "
            + Printable.quoted(context.getContextPath())
            + ": "
            + why);
  }
}
