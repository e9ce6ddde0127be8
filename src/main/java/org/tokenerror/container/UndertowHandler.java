package org.tokenerror.container;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passes every exchange on, and looks at what comes back before Undertow chooses an error page.
 *
 * <p>It stands for a class that implements Undertow's interface {@code HttpHandler}. An exception
 * that comes back is that of a servlet that does not start: Undertow starts it before the filters.
 */
final class UndertowHandler implements InvocationHandler {
  private final UndertowApi undertow;
  private final @Nullable Object next;
  private final Refusals refusals;

  UndertowHandler(UndertowApi undertow, @Nullable Object next, Refusals refusals) {
    this.undertow = undertow;
    this.next = next;
    this.refusals = refusals;
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method handleRequest, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    Object exchange = Objects.requireNonNull(arguments)[0];
    try {
      ByName.call(handleRequest, next, exchange);
    } catch (Exception thrown) {
      if (!answered(exchange, thrown)) {
        throw thrown;
      }
      return null;
    }
    lookAt(exchange);
    return null;
  }

  private void lookAt(@Nullable Object exchange) throws Throwable {
    Object context = servletContextOf(exchange);
    if (context != null
        && ByName.call(undertow.getErrorCode(), context) instanceof Integer code
        && code > 0
        && !isStarted(exchange)
        && request(context) instanceof HttpServletRequest request
        && refusals.concern(request)) {
      if (answered(context, request, code, words(context, code))) {
        ByName.call(undertow.setError(), context, 0, null);
      }
    }
  }

  /** The name of the status stands where nothing was said. */
  private Optional<String> words(Object context, int status) throws Throwable {
    Object words = ByName.call(undertow.getErrorMessage(), context);
    Object name = ByName.call(undertow.reasonOf(), null, status);
    return Optional.ofNullable(words).filter(said -> !said.equals(name)).map(Object::toString);
  }

  private boolean answered(@Nullable Object exchange, Exception thrown) throws Throwable {
    Object context = servletContextOf(exchange);
    if (context == null
        || isStarted(exchange)
        || !(request(context) instanceof HttpServletRequest request)
        || !refusals.concern(request)) {
      return false;
    }
    // where Tomcat leaves it too
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
    boolean answered =
        answered(context, request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, Optional.empty());
    if (!answered) {
      request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
    }
    return answered;
  }

  private boolean answered(
      Object context, HttpServletRequest request, int status, Optional<String> message)
      throws Throwable {
    return ByName.call(undertow.getOriginalResponse(), context)
            instanceof HttpServletResponse response
        && refusals.answer(request, response, status, message);
  }

  private @Nullable Object servletContextOf(@Nullable Object exchange) throws Throwable {
    return ByName.call(undertow.getAttachment(), exchange, undertow.contextKey());
  }

  private @Nullable Object request(Object context) throws Throwable {
    return ByName.call(undertow.getOriginalRequest(), context);
  }

  private boolean isStarted(@Nullable Object exchange) throws Throwable {
    return Boolean.TRUE.equals(ByName.call(undertow.isResponseStarted(), exchange));
  }
}
