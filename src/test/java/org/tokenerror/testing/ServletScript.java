package org.tokenerror.testing;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes a random but repeatable sequence of the calls that servlets make on their response, and
 * notes what each call returned or threw.
 *
 * <p>The same seed makes the same calls, wherever they are made: bare, or behind a filter that must
 * not be noticed.
 */
public final class ServletScript {
  private static final String[] TYPES = {
    "application/json",
    "text/html",
    "text/plain;charset=UTF-8",
    "application/octet-stream",
    "application/json;charset=ISO-8859-1",
    "text/html; charset=utf-16"
  };
  private static final int[] STATUSES = {200, 201, 202, 400, 401, 403, 404, 500, 503};
  private static final String[] TEXTS = {
    "x",
    "{\"a\":1}",
    "caf\u00e9 \u20ac",
    "<html>",
    "{\"error\":\"invalid_grant\"}",
    "\r\n",
    "\ud83d\ude00"
  };

  private final Random random;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final List<String> trace;
  private final int depth;
  private boolean forwarded;
  private boolean charactersWritten;

  private ServletScript(
      Random random,
      HttpServletRequest request,
      HttpServletResponse response,
      List<String> trace,
      int depth) {
    this.random = random;
    this.request = request;
    this.response = response;
    this.trace = trace;
    this.depth = depth;
  }

  /**
   * Runs the script of a seed.
   *
   * @param trace gets a line for each call
   */
  public static void run(
      long seed, HttpServletRequest request, HttpServletResponse response, List<String> trace)
      throws IOException, ServletException {
    Random random = new Random(seed);
    ServletScript script = new ServletScript(random, request, response, trace, depth(request));
    script.play(1 + random.nextInt(9));
  }

  private static int depth(HttpServletRequest request) {
    return request.getAttribute("script.depth") instanceof Integer depth ? depth : 0;
  }

  private void play(int calls) throws IOException, ServletException {
    for (int i = 0; i < calls && !forwarded; i++) {
      call();
    }
    // what comes after a forward is not compared: Tomcat 10.1 closes a wrapped response for good,
    // whoever wrapped it, and a bare one not quite
    if (!forwarded && random.nextInt(12) == 0) {
      trace.add("throw");
      switch (random.nextInt(3)) {
        case 0 -> throw new IOException("scripted");
        case 1 -> throw new ServletException("scripted");
        default -> throw new IllegalArgumentException("scripted");
      }
    }
    if (depth == 0 && !forwarded && request.isAsyncSupported() && random.nextInt(8) == 0) {
      AsyncContext async = random.nextBoolean() ? request.startAsync() : startAsyncWithArguments();
      trace.add("async original " + async.hasOriginalRequestAndResponse());
      // the application may only use the response that the context hands out
      new ServletScript(
              random, request, (HttpServletResponse) async.getResponse(), new ArrayList<>(), 1)
          .play(0);
      async.complete();
    }
  }

  private AsyncContext startAsyncWithArguments() {
    return request.startAsync(request, response);
  }

  private void call() throws IOException, ServletException {
    int kind = random.nextInt(34);
    int a = random.nextInt(1000);
    int b = random.nextInt(1000);
    if (request.getAttribute("script.redirected") != null && kind >= 6 && kind <= 22) {
      return; // Tomcat then lets the servlet choose output and charset once more, for nothing
    }
    try {
      trace.add(kind + ":" + make(kind, a, b));
      if (kind >= 9 && kind <= 19) {
        request.setAttribute("script.output", true);
      }
    } catch (IllegalStateException | IllegalArgumentException e) {
      trace.add(kind + "!" + IllegalStateException.class.isInstance(e));
    }
  }

  private String make(int kind, int a, int b) throws IOException, ServletException {
    switch (kind) {
      case 0 -> response.setStatus(STATUSES[a % STATUSES.length]);
      case 1 -> response.setHeader("X-Set", "v" + a);
      case 2 -> response.addHeader("X-Add", "v" + a);
      case 3 -> response.setIntHeader("X-Int", a);
      case 4 -> response.addDateHeader("X-Date", a * 1000L);
      case 5 -> response.addCookie(new Cookie("c" + a % 3, "v" + b));
      case 6 -> response.setContentType(TYPES[a % TYPES.length]);
      case 7 -> response.setCharacterEncoding(a % 2 == 0 ? "UTF-8" : "ISO-8859-1");
      case 8 -> response.setLocale(a % 2 == 0 ? Locale.GERMANY : Locale.JAPAN);
      case 9, 10, 11 -> response.getOutputStream().write(bytes(a, b));
      case 12 -> response.getOutputStream().print(TEXTS[a % 2]);
      case 13 -> response.getOutputStream().println(a);
      case 14 -> response.getOutputStream().write(a);
      case 15, 16, 17 -> write(text(a, b));
      case 18 -> {
        response.getWriter().println(TEXTS[a % TEXTS.length]);
        charactersWritten = true;
      }
      case 19 -> {
        response.getWriter().append('c').printf(Locale.ROOT, "%d|%s", a, TEXTS[b % 3]);
        charactersWritten = true;
      }
      case 20 -> flushBuffer();
      case 21 -> flushOutput();
      case 22 -> closeOutput(a);
      case 23, 24 -> reset(kind);
      case 25 -> response.setBufferSize(1 + a * 20);
      case 26 -> response.sendError(STATUSES[3 + a % (STATUSES.length - 3)]);
      case 27 -> response.sendError(STATUSES[3 + a % (STATUSES.length - 3)], "message " + b);
      case 28 -> redirect(a);
      case 29 -> dispatch(a);
      case 30 -> {
        return response.isCommitted() + " " + response.getStatus();
      }
      case 31 -> {
        return response.getHeader("X-Set") + response.getHeaders("X-Add");
      }
      case 32 -> {
        return response.getContentType() + " " + response.getCharacterEncoding();
      }
      default -> {
        return response.containsHeader("X-Int") + " " + response.getBufferSize();
      }
    }
    return "";
  }

  private static byte[] bytes(int a, int b) {
    return text(a, b).getBytes(StandardCharsets.UTF_8);
  }

  /** Mostly short, sometimes far longer than all buffers of a container together. */
  private static String text(int a, int b) {
    String piece = TEXTS[a % TEXTS.length];
    return piece.repeat(b % 10 == 0 ? (70_000 + b) / piece.length() : 1 + b % 5);
  }

  private void redirect(int a) throws IOException {
    if (a % 3 == 0) {
      response.sendRedirect("/elsewhere?a=" + a);
      request.setAttribute("script.redirected", true);
    }
  }

  /** Tomcat keeps what its writer has not encoded yet over a reset, so this is left out. */
  private void reset(int kind) {
    if (charactersWritten) {
      return;
    }
    if (kind == 23) {
      response.reset();
    } else {
      response.resetBuffer();
    }
  }

  private void write(String text) throws IOException {
    response.getWriter().write(text);
    charactersWritten = true;
  }

  /**
   * Left out before the output is chosen: a container names the charset of a writer that is chosen
   * later only while the response is not committed, and held it is not.
   */
  private void flushBuffer() throws IOException {
    if (request.getAttribute("script.output") != null) {
      response.flushBuffer();
    }
  }

  private void flushOutput() throws IOException {
    ServletOutputStream stream = response.getOutputStream();
    stream.flush();
  }

  private void closeOutput(int a) throws IOException {
    if (a % 2 == 0) {
      response.getWriter().close();
    } else {
      response.getOutputStream().close();
    }
  }

  private void dispatch(int a) throws IOException, ServletException {
    if (depth > 0) {
      return;
    }
    request.setAttribute("script.depth", 1);
    RequestDispatcher dispatcher = request.getRequestDispatcher("/target?seed=" + a);
    try {
      if (a % 2 == 0) {
        forwarded = true;
        dispatcher.forward(request, response);
      } else {
        dispatcher.include(request, response);
      }
    } finally {
      request.removeAttribute("script.depth");
    }
  }
}
