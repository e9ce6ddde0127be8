package org.tokenerror.container;

import java.lang.reflect.Method;

/**
 * Holds the methods of Tomcat's public classes that a valve needs, looked up once.
 *
 * @param valve the interface of a valve
 */
record TomcatApi(
    Class<?> valve,
    Method invoke,
    Method isErrorReportRequired,
    Method isCommitted,
    Method servletRequest,
    Method servletResponse,
    Method status,
    Method message,
    Method setSuspended,
    Method setAppCommitted,
    Method setErrorReported,
    Method finishResponse) {

  /**
   * Looks them up.
   *
   * @throws ReflectiveOperationException if this Tomcat lacks one of them
   */
  static TomcatApi in(ClassLoader tomcat) throws ReflectiveOperationException {
    Class<?> valve = tomcat.loadClass("org.apache.catalina.Valve");
    Class<?> request = tomcat.loadClass("org.apache.catalina.connector.Request");
    Class<?> response = tomcat.loadClass("org.apache.catalina.connector.Response");
    return new TomcatApi(
        valve,
        valve.getMethod("invoke", request, response),
        response.getMethod("isErrorReportRequired"),
        response.getMethod("isCommitted"),
        request.getMethod("getRequest"),
        response.getMethod("getResponse"),
        response.getMethod("getStatus"),
        response.getMethod("getMessage"),
        response.getMethod("setSuspended", boolean.class),
        response.getMethod("setAppCommitted", boolean.class),
        response.getMethod("setErrorReported"),
        response.getMethod("finishResponse"));
  }
}
