package org.tokenerror.oauth.signs;

import java.util.List;
import java.util.Locale;

/**
 * Recognises that a server broke, whatever its words seem to say.
 *
 * <p>{@code ORA-28000: the account is locked} or {@code password authentication failed for user
 * "oauth"} read like bad credentials, and are the server's own.
 */
public final class InfrastructureSigns {
  private static final int LONGEST_TEXT = 65_536;

  /**
   * Texts that only databases, directories, key stores, gateways and bugs produce, in lower case.
   */
  private static final List<String> TEXTS =
      List.of(
          "sqlstate",
          "sql [",
          "jdbc",
          "hikaripool",
          "ora-0",
          "ora-1",
          "ora-2",
          "psycopg",
          "mysql",
          "could not execute",
          "connection refused",
          "connection reset",
          "connect timed out",
          "connection is not available",
          "could not get a resource from the pool",
          "no route to host",
          "unknown host",
          "unknownhost",
          "name or service not known",
          "broken pipe",
          "read timed out",
          "keystore",
          "truststore",
          "pkix path",
          "sslhandshake",
          "heap space",
          "nullpointerexception",
          "cannot invoke \"",
          "classcastexception",
          "classnotfound",
          "noclassdeffound",
          "stacktrace",
          "stack trace",
          "traceback (most recent",
          "nested exception",
          "operationalerror",
          "ldaperr",
          "ldap: error",
          "undefined index",
          "undefined method",
          "undefined variable",
          "cannot read propert",
          "object reference not set",
          "out of bounds for",
          "for input string: ",
          "nonetype",
          "is not a function",
          "fatal error:",
          "deadlock",
          "table locked",
          "disk full",
          "incapsula",
          "cloudfront",
          "the requested url was rejected",
          "request rejected",
          "access denied | ",
          "attention required! | cloudflare",
          "guru meditation",
          "/web-inf/");

  /** Texts of databases that may as well be about the user of a password grant. */
  private static final List<String> LOGINS =
      List.of("password authentication failed for user", "login failed for user");

  /** Beginnings of exception class names that a token request cannot cause by being wrong. */
  private static final List<String> CLASSES =
      List.of(
          "java.sql.",
          "javax.sql.",
          "java.net.Connect",
          "java.net.Socket",
          "java.net.UnknownHost",
          "java.net.NoRoute",
          "java.net.http.",
          "javax.naming.",
          "java.rmi.",
          "javax.net.ssl.",
          "java.nio.channels.",
          "java.nio.file.",
          "java.util.concurrent.",
          "java.lang.NullPointer",
          "java.lang.ClassCast",
          "java.lang.IndexOutOf",
          "java.lang.ArrayIndex",
          "java.lang.StringIndex",
          "java.lang.Arithmetic",
          "java.lang.NegativeArray",
          "java.lang.ArrayStore",
          "java.lang.OutOfMemory",
          "java.lang.StackOverflow",
          "java.lang.Assertion",
          "java.lang.ExceptionInInit",
          "java.lang.NoSuch",
          "java.lang.NoClass",
          "java.security.KeyStore",
          "java.security.UnrecoverableKey",
          "org.springframework.dao.",
          "org.springframework.jdbc.",
          "org.springframework.transaction.",
          "org.springframework.web.client.",
          "org.springframework.web.reactive.function.client.",
          "feign.",
          "org.hibernate.",
          "jakarta.servlet.jsp.",
          "javax.servlet.jsp.",
          "redis.clients.",
          "com.mongodb.",
          "com.zaxxer.",
          "javax.persistence.PersistenceException",
          "jakarta.persistence.PersistenceException",
          "io.lettuce.",
          "com.mysql.",
          "org.postgresql.",
          "oracle.");

  private InfrastructureSigns() {}

  /**
   * Tells whether a text is a machine's, not one written for a client.
   *
   * @param text any text
   * @return true for what a database, a gateway or a runtime says
   */
  public static boolean in(String text) {
    String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    String lower = bounded.toLowerCase(Locale.ROOT);
    return InternalSigns.hasOneOf(TEXTS, lower)
        || TraceText.read(bounded).classes().stream().anyMatch(InfrastructureSigns::isInternal);
  }

  /**
   * Tells whether a text reports that a login failed, which may have been the server's own.
   *
   * @param text any text
   * @return true for words such as {@code password authentication failed for user}
   */
  public static boolean isLogin(String text) {
    String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    String lower = bounded.toLowerCase(Locale.ROOT);
    return InternalSigns.hasOneOf(LOGINS, lower);
  }

  /**
   * Tells whether an exception says that the server broke.
   *
   * @param cause an exception or one of its causes
   * @return true by its class, never by its message
   */
  public static boolean in(Throwable cause) {
    if (cause instanceof VirtualMachineError || cause instanceof LinkageError) {
      return true;
    }
    String name = cause.getClass().getName();
    if (name.startsWith("javax.naming.") && name.contains("Authentication")) {
      return false; // a directory that refused the user's password works well
    }
    return isInternal(name);
  }

  private static boolean isInternal(String className) {
    return CLASSES.stream().anyMatch(className::startsWith);
  }
}
