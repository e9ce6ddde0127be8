package org.tokenerror.container;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passes every request on, and looks at what comes back before Tomcat chooses an error page.
 *
 * <p>It stands for a class that implements Tomcat's interface {@code Valve}.
 */
final class TomcatValve implements InvocationHandler {
  private final TomcatApi tomcat;
  private final Refusals refusals;
  private volatile @Nullable Object next;

  TomcatValve(TomcatApi tomcat, Object next, Refusals refusals) {
    this.tomcat = tomcat;
    this.next = next;
    this.refusals = refusals;
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    switch (method.getName()) {
      case "invoke" -> pass(Objects.requireNonNull(arguments));
      case "setNext" -> next = Objects.requireNonNull(arguments)[0];
      case "getNext" -> {
        return next;
      }
      case "isAsyncSupported" -> {
        return true;
      }
      default -> {
        // backgroundProcess: there is nothing to do
      }
    }
    return null;
  }

  private void pass(@Nullable Object[] requestAndResponse) throws Throwable {
    ByName.call(tomcat.invoke(), next, requestAndResponse);
    Object response = requestAndResponse[1];
    boolean refused =
        isTrue(tomcat.isErrorReportRequired(), response) && !isTrue(tomcat.isCommitted(), response);
    if (refused
        && ByName.call(tomcat.servletRequest(), requestAndResponse[0])
            instanceof HttpServletRequest request
        && refusals.concern(request)) {
      offer(request, Objects.requireNonNull(response));
    }
  }

  private void offer(HttpServletRequest request, Object response) throws Throwable {
    // the next thing that Tomcat itself would do
    ByName.call(tomcat.setSuspended(), response, false);
    ByName.call(tomcat.setAppCommitted(), response, false);
    Object shown = ByName.call(tomcat.servletResponse(), response);
    Object status = ByName.call(tomcat.status(), response);
    Object words = ByName.call(tomcat.message(), response);
    if (shown instanceof HttpServletResponse servletResponse
        && status instanceof Integer code
        && refusals.answer(
            request, servletResponse, code, Optional.ofNullable(words).map(Object::toString))) {
      ByName.call(tomcat.setErrorReported(), response);
      ByName.call(tomcat.finishResponse(), response);
    }
  }

  private static boolean isTrue(Method method, @Nullable Object target) throws Throwable {
    return Boolean.TRUE.equals(ByName.call(method, target));
  }
}
