package org.tokenerror;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenerror.oauth.DialectException;
import org.tokenerror.oauth.DialectSource;
import org.tokenerror.oauth.dialect.Dialects;

/** Reads the dialects that come with the filter, and before them those that the user names. */
final class DialectFiles {
  private DialectFiles() {}

  /**
   * Reads all of them.
   *
   * @param names paths within the web application if they begin with a slash, else of its class
   *     path
   * @throws ServletException if a file is not there or has a mistake; the message names it
   */
  static Dialects read(List<String> names, ServletContext context) throws ServletException {
    List<DialectSource> sources = new ArrayList<>();
    for (String name : names) {
      sources.add(new DialectSource(name, text(name, context)));
    }
    try {
      return Dialects.builtIn().with(sources);
    } catch (DialectException e) {
      throw new ServletException(e.getMessage(), e);
    }
  }

  private static String text(String name, ServletContext context) throws ServletException {
    try (InputStream file = opened(name, context)) {
      if (file == null) {
        throw new ServletException(
            "Dialect file "
                + Printable.quoted(name)
                + " is not there; a path that begins with \"/\" is looked for in the web"
                + " application, any other on its class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ServletException("Dialect file " + Printable.quoted(name) + " is unreadable", e);
    }
  }

  private static @Nullable InputStream opened(String name, ServletContext context) {
    return name.startsWith("/")
        ? context.getResourceAsStream(name)
        : context.getClassLoader().getResourceAsStream(name);
  }
}
