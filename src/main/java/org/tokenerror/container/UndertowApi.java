package org.tokenerror.container;

import java.lang.reflect.Method;

/**
 * Holds the methods of Undertow's public classes that a handler needs, looked up once.
 *
 * @param contextKey leads from an exchange to what Undertow knows of its servlet
 */
record UndertowApi(
    Object contextKey,
    Method getAttachment,
    Method isResponseStarted,
    Method getErrorCode,
    Method getErrorMessage,
    Method setError,
    Method getOriginalRequest,
    Method getOriginalResponse,
    Method reasonOf) {

  /**
   * Looks them up.
   *
   * @throws ReflectiveOperationException if this Undertow lacks one of them
   */
  static UndertowApi in(ClassLoader undertow) throws ReflectiveOperationException {
    Class<?> exchange = undertow.loadClass("io.undertow.server.HttpServerExchange");
    Class<?> key = undertow.loadClass("io.undertow.util.AttachmentKey");
    Class<?> context = undertow.loadClass("io.undertow.servlet.handlers.ServletRequestContext");
    Class<?> codes = undertow.loadClass("io.undertow.util.StatusCodes");
    Object contextKey = context.getField("ATTACHMENT_KEY").get(null);
    if (contextKey == null) {
      throw new NoSuchFieldException("ATTACHMENT_KEY holds nothing");
    }
    return new UndertowApi(
        contextKey,
        exchange.getMethod("getAttachment", key),
        exchange.getMethod("isResponseStarted"),
        context.getMethod("getErrorCode"),
        context.getMethod("getErrorMessage"),
        context.getMethod("setError", int.class, String.class),
        context.getMethod("getOriginalRequest"),
        context.getMethod("getOriginalResponse"),
        codes.getMethod("getReason", int.class));
  }
}
