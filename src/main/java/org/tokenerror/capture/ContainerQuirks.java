package org.tokenerror.capture;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Knows where containers differ in ways that the Servlet API does not show.
 *
 * <p>It names their classes only as strings; none is needed to load this one.
 */
final class ContainerQuirks {
  private static final String TOMCAT = "org.apache.catalina.";
  private static final String JETTY = "org.eclipse.jetty.";
  private static final String UNDERTOW = "io.undertow.";

  /** How many characters Tomcat's writer holds before it encodes them. */
  private static final int TOMCAT_CHARACTERS = 8192;

  /** Above that Jetty's stream does not wait for more: a quarter of its usual buffer. */
  private static final int JETTY_LARGEST_PIECE = 8192;

  private ContainerQuirks() {}

  /**
   * Returns the response, or in Tomcat a stand-in that no dispatcher can unwrap any further.
   *
   * <p>After a forward, Tomcat 11 unwraps the response to its own and suspends that one, so that
   * nothing written later leaves, what is held here included. It stops at the first object that is
   * no {@link ServletResponseWrapper} and then closes the outermost response in the regular way, as
   * Tomcat 10.1 always does.
   */
  static HttpServletResponse shieldFromDispatchers(HttpServletResponse response) {
    ServletResponse base = response;
    while (base instanceof ServletResponseWrapper wrapper) {
      base = wrapper.getResponse();
    }
    if (!base.getClass().getName().startsWith(TOMCAT)) {
      return response;
    }
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            HttpServletResponse.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(response, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Tells whether a response counts as committed once all of its Content-Length was written. */
  static boolean commitsAtContentLength(HttpServletResponse response) {
    return !response.getClass().getName().startsWith(UNDERTOW);
  }

  /** Tells whether a piece of a body commits the response, by the way in which it is buffered. */
  static boolean commits(
      HttpServletResponse response, long written, int piece, boolean characters) {
    long size = response.getBufferSize();
    String container = response.getClass().getName();
    if (characters && container.startsWith(TOMCAT)) {
      // each buffer full of characters goes to the buffer of bytes, and what is larger straight on
      return written > TOMCAT_CHARACTERS * (size / TOMCAT_CHARACTERS + 1)
          || piece >= 2 * TOMCAT_CHARACTERS;
    }
    return written > size
        || (!characters && container.startsWith(JETTY) && piece > JETTY_LARGEST_PIECE);
  }

  /** Tells whether an included servlet can neither flush nor close. */
  static boolean keepsIncludesFromFlushing(HttpServletResponse response) {
    return response.getClass().getName().startsWith(UNDERTOW);
  }

  /** Tells whether {@code print} of a container's stream encodes as the response says. */
  static boolean printsInCharset(ServletOutputStream stream) {
    return stream.getClass().getName().startsWith(JETTY);
  }

  /** The line separator that {@code println} of a container's writer uses. */
  static String lineSeparatorOf(PrintWriter writer) {
    return writer.getClass().getName().startsWith(UNDERTOW) ? "\r\n" : System.lineSeparator();
  }
}
