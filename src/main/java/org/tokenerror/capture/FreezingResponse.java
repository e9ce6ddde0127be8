package org.tokenerror.capture;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Hands the status and header fields on to the container, and ignores them once the bare response
 * would have been committed, when the container, still uncommitted, would accept them.
 *
 * <p>It keeps none of them: the rules for content type, charset and locale differ from one
 * container to the next, and a success has to look as the container makes it.
 */
abstract class FreezingResponse extends HttpServletResponseWrapper {

  FreezingResponse(HttpServletResponse container) {
    super(container);
  }

  /** Tells whether the bare response would take no status and no header field any more. */
  abstract boolean isFrozen();

  /** Tells whether sendError or sendRedirect is what froze it. */
  abstract boolean isAnswered();

  /** Notes the Content-Length, in bytes; negative when there is none. */
  abstract void announce(long length);

  @Override
  public void setStatus(int status) {
    if (!isFrozen()) {
      super.setStatus(status);
    }
  }

  /**
   * Overrides the method that Servlet 6 took away.
   *
   * @deprecated as in Servlet 5
   */
  @Deprecated
  @Override
  public void setStatus(int status, @Nullable String message) {
    if (!isFrozen()) {
      super.setStatus(status, message);
    }
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!isFrozen()) {
      super.setContentLengthLong(length);
      announce(length);
    }
  }

  @Override
  public void setContentType(@Nullable String type) {
    if (!isFrozen()) {
      super.setContentType(type);
    }
  }

  @Override
  public void setCharacterEncoding(@Nullable String charset) {
    // sendError() does not freeze it: Tomcat's error page is written in it
    if (!isFrozen() || isAnswered()) {
      super.setCharacterEncoding(charset);
    }
  }

  /** Overrides the method of Servlet 6.1 where the container has it. */
  public void setCharacterEncoding(@Nullable Charset charset) {
    setCharacterEncoding(charset == null ? null : charset.name());
  }

  @Override
  public void setLocale(@Nullable Locale locale) {
    if (!isFrozen()) {
      super.setLocale(locale);
    }
  }

  @Override
  public void addCookie(Cookie cookie) {
    if (!isFrozen()) {
      super.addCookie(cookie);
    }
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (!isFrozen()) {
      super.setHeader(name, value);
      noteLength(name, value);
    }
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (!isFrozen()) {
      super.addHeader(name, value);
      noteLength(name, value);
    }
  }

  @Override
  public void setIntHeader(String name, int value) {
    if (!isFrozen()) {
      super.setIntHeader(name, value);
      noteLength(name, Integer.toString(value));
    }
  }

  @Override
  public void addIntHeader(String name, int value) {
    if (!isFrozen()) {
      super.addIntHeader(name, value);
      noteLength(name, Integer.toString(value));
    }
  }

  @Override
  public void setDateHeader(String name, long date) {
    if (!isFrozen()) {
      super.setDateHeader(name, date);
    }
  }

  @Override
  public void addDateHeader(String name, long date) {
    if (!isFrozen()) {
      super.addDateHeader(name, date);
    }
  }

  private void noteLength(@Nullable String name, @Nullable String value) {
    if ("Content-Length".equalsIgnoreCase(name)) {
      try {
        announce(value == null ? -1 : Long.parseLong(value.trim()));
      } catch (NumberFormatException e) {
        announce(-1); // the container has its own opinion of it
      }
    }
  }
}
