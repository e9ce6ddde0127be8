package org.tokenerror.testing;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Makes one call of those that servlets make on their response, and returns what it returned. */
final class ScriptedCalls {
  /** How many calls there are to choose from. */
  static final int KINDS = 49;

  private static final String[] TYPES = {
    "application/json",
    "text/html",
    "text/plain;charset=UTF-8",
    "application/octet-stream",
    "application/json;charset=ISO-8859-1",
    "text/html; charset=utf-16"
  };
  private static final int[] STATUSES = {200, 201, 202, 204, 304, 400, 401, 403, 404, 500, 503};
  private static final int FIRST_ERROR = 5;
  private static final String[] TEXTS = {
    "x",
    "{\"a\":1}",
    "caf\u00e9 \u20ac",
    "<html>",
    "{\"error\":\"invalid_grant\"}",
    "{\"access_token\":\"2YotnFZFEjr1zCsicMWpAA\"}",
    "\r\n",
    "\ud83d\ude00"
  };

  private final HttpServletResponse response;
  private final ContainerHabits habits;

  ScriptedCalls(HttpServletRequest request, HttpServletResponse response) {
    this.response = response;
    this.habits = new ContainerHabits(request, response);
  }

  /** Makes the call of a kind, with two small numbers to vary it. */
  String make(int kind, int a, int b) throws IOException {
    if (habits.leaveOut(kind)) {
      return "left out";
    }
    String returned =
        kind < 9
            ? head(kind, a, b)
            : kind < 20
                ? body(kind, a, b)
                : kind < 30 ? control(kind, a, b) : kind < 36 ? read(kind) : rare(kind, a, b);
    habits.made(kind);
    return returned;
  }

  private String head(int kind, int a, int b) {
    switch (kind) {
      case 0 -> response.setStatus(STATUSES[a % STATUSES.length]);
      case 1 -> response.setHeader("X-Set", "v" + a);
      case 2 -> response.addHeader("X-Add", "v" + a);
      case 3 -> response.setIntHeader("X-Int", a);
      case 4 -> response.addDateHeader("X-Date", a * 1000L);
      case 5 -> response.addCookie(new Cookie("c" + a % 3, "v" + b));
      case 6 -> response.setContentType(TYPES[a % TYPES.length]);
      case 7 -> response.setCharacterEncoding(a % 2 == 0 ? "UTF-8" : "ISO-8859-1");
      default -> response.setLocale(a % 2 == 0 ? Locale.GERMANY : Locale.JAPAN);
    }
    return "";
  }

  private String body(int kind, int a, int b) throws IOException {
    switch (kind) {
      case 9, 10, 11 ->
          response.getOutputStream().write(text(a, b).getBytes(StandardCharsets.UTF_8));
      case 12 -> response.getOutputStream().print(TEXTS[a % 2]);
      case 13 -> response.getOutputStream().println(a % 2 == 0 ? "caf\u00e9" : "x");
      case 14 -> response.getOutputStream().write(a);
      case 15, 16, 17 -> response.getWriter().write(text(a, b));
      case 18 -> response.getWriter().println(TEXTS[a % TEXTS.length]);
      default -> response.getWriter().append('c').printf(Locale.ROOT, "%d|%s", a, TEXTS[b % 3]);
    }
    return "";
  }

  private String control(int kind, int a, int b) throws IOException {
    int error = STATUSES[FIRST_ERROR + a % (STATUSES.length - FIRST_ERROR)];
    switch (kind) {
      case 20 -> response.flushBuffer();
      case 21 -> response.getOutputStream().flush();
      case 22 -> close(a);
      case 23 -> response.reset();
      case 24 -> response.resetBuffer();
      case 25 -> response.setBufferSize(1 + a * 8);
      case 26 -> response.sendError(error);
      case 27 -> response.sendError(error, "message " + b);
      case 28 -> response.sendRedirect("/elsewhere?a=" + a);
      default -> response.getWriter().flush();
    }
    return "";
  }

  private String read(int kind) {
    return switch (kind) {
      case 30 -> response.isCommitted() + " " + response.getStatus();
      case 31 -> response.getHeader("X-Set") + response.getHeaders("X-Add");
      case 32 -> response.getContentType() + " " + response.getCharacterEncoding();
      case 33 -> response.containsHeader("X-Int") + " " + response.getBufferSize();
      case 34 -> response.getLocale() + response.encodeURL("/a") + response.encodeRedirectURL("b");
      default ->
          response.getHeaderNames().stream()
              .filter(name -> name.startsWith("X-"))
              .collect(TreeSet::new, TreeSet::add, TreeSet::addAll)
              .toString();
    };
  }

  private String rare(int kind, int a, int b) throws IOException {
    switch (kind) {
      case 36 -> response.setDateHeader("X-Day", a * 1000L);
      case 37 -> response.addIntHeader("X-Add", a);
      case 38 -> wholeBody(a, b);
      case 39 -> response.setHeader("Content-Language", "de");
      case 40 -> response.setHeader("Content-Type", TYPES[a % TYPES.length]);
      case 41 -> response.addHeader("Content-Type", TYPES[a % TYPES.length]);
      case 42 -> response.setHeader("X-Set", null);
      case 43 -> response.setHeader("Cache-Control", "max-age=" + a);
      case 44 -> response.setTrailerFields(() -> Map.of("X-Trailer", "t" + a));
      case 45 -> {
        return String.valueOf(response.getTrailerFields() != null);
      }
      case 46 -> response.addCookie(cookie(a, b));
      case 47 -> response.getOutputStream();
      default -> {
        PrintWriter writer = response.getWriter();
        return String.valueOf(a % 2 == 0 && writer.checkError());
      }
    }
    return "";
  }

  /** Announces the body's length in one of three ways, and then writes just that. */
  private void wholeBody(int a, int b) throws IOException {
    byte[] bytes = text(a, b).getBytes(StandardCharsets.UTF_8);
    switch (a % 3) {
      case 0 -> response.setContentLength(bytes.length);
      case 1 -> response.setContentLengthLong(bytes.length);
      default -> response.setHeader("Content-Length", Integer.toString(bytes.length));
    }
    response.getOutputStream().write(bytes);
  }

  private static Cookie cookie(int a, int b) {
    Cookie cookie = new Cookie("session", "s" + b);
    cookie.setHttpOnly(a % 2 == 0);
    cookie.setSecure(a % 3 == 0);
    cookie.setPath("/p" + a);
    return cookie;
  }

  /**
   * Mostly short, sometimes far longer than all buffers of a container together. About as long as
   * one of them is only ASCII: we count characters, and a container the bytes that they become.
   */
  private static String text(int a, int b) {
    String piece = TEXTS[a % TEXTS.length];
    boolean ascii = piece.chars().allMatch(c -> c < 128);
    return switch (b % 10) {
      case 0 -> piece.repeat((70_000 + b) / piece.length());
      case 1 -> piece.repeat(ascii ? (1_000 + 811 * b % 36_000) / piece.length() : 3);
      default -> piece.repeat(1 + b % 5);
    };
  }

  private void close(int a) throws IOException {
    if (a % 2 == 0) {
      response.getWriter().close();
    } else {
      response.getOutputStream().close();
    }
  }
}
