package org.tokenerror.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Lists what asynchronous servlets do; nearly all of it refuses the client. */
enum AsyncCase {
  COMPLETE_SAME_THREAD {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      AsyncContext context = request.startAsync();
      refuse(response);
      context.complete();
    }
  },
  COMPLETE_OTHER_THREAD {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync();
      later(context, () -> refuseAndComplete(context));
    }
  },
  COMPLETE_WITH_WRAPPED_RESPONSE {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync(request, new HttpServletResponseWrapper(response));
      later(context, () -> refuseAndComplete(context));
    }
  },
  COMPLETE_WITHOUT_A_WORD {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync(request, response);
      later(
          context,
          () -> {
            response.setStatus(401);
            context.complete();
          });
    }
  },
  SEND_ERROR {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync();
      later(
          context,
          () -> {
            ((HttpServletResponse) context.getResponse()).sendError(401, WORDS);
            context.complete();
          });
    }
  },
  SEND_ERROR_BEFORE_RETURN {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      AsyncContext context = request.startAsync();
      response.sendError(401, WORDS);
      context.complete();
    }
  },
  DISPATCH_TO_ITSELF {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        refuse(response);
      } else {
        AsyncContext context = request.startAsync();
        later(context, context::dispatch);
      }
    }
  },
  DISPATCH_TO_ITSELF_AND_THROW {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException {
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        throw new ServletException(WORDS);
      }
      request.startAsync(request, new HttpServletResponseWrapper(response)).dispatch();
    }
  },
  DISPATCH_ELSEWHERE {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync();
      later(context, () -> context.dispatch("/elsewhere"));
    }
  },
  DISPATCH_TO_JSP {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync(request, response);
      later(context, () -> context.dispatch("/refused.jsp"));
    }
  },
  TIMEOUT {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      request.startAsync().setTimeout(SOON);
    }
  },
  TIMEOUT_AFTER_HALF_A_BODY {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      request.startAsync().setTimeout(SOON);
      response.getWriter().write("{\"half\":");
    }
  },
  TIMEOUT_ANSWERED_BY_LISTENER {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync(request, response);
      context.setTimeout(SOON);
      context.addListener(new AnsweringListener(429, "Too many requests"), request, response);
    }
  },
  TIMEOUT_DISPATCHED_BY_LISTENER {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync(request, response);
      context.setTimeout(SOON);
      context.addListener(new AnsweringListener(0, "/elsewhere"));
    }
  },
  ERROR {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      request.startAsync();
      throw new IllegalStateException(WORDS);
    }
  },
  ERROR_ANSWERED_BY_LISTENER {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync(request, response);
      context.addListener(new AnsweringListener(422, "Invalid scope"), request, response);
      throw new IllegalStateException(WORDS);
    }
  },
  NON_BLOCKING_SUCCESS {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      piecewise(request, response, "{\"access_token\":\"abc\",\"padding\":\"%s\"}");
    }
  },
  NON_BLOCKING_LATE_TOKEN {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      piecewise(request, response, "{\"padding\":\"%s\",\"access_token\":\"abc\"}");
    }
  },
  NON_BLOCKING_REFUSAL {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.setStatus(401);
      response.setContentType("text/html");
      byte[] page = "<html>Bad client credentials</html>".getBytes(StandardCharsets.US_ASCII);
      new PieceByPiece(request.startAsync(request, response), page).start();
    }
  },
  NON_BLOCKING_LARGE_REFUSAL {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.setStatus(401);
      piecewise(request, response, "{\"message\":\"Bad client credentials\",\"padding\":\"%s\"}");
    }
  };

  private static final String WORDS = "Bad client credentials";
  private static final int SOON = 200;

  abstract void answer(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException;

  private interface Task {
    void run() throws IOException;
  }

  private static void later(AsyncContext context, Task task) {
    context.start(
        () -> {
          try {
            task.run();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void refuseAndComplete(AsyncContext context) throws IOException {
    refuse((HttpServletResponse) context.getResponse());
    context.complete();
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(401);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write("ERROR: " + WORDS + "\n");
  }

  private static void piecewise(
      HttpServletRequest request, HttpServletResponse response, String json) throws IOException {
    response.setContentType("application/json");
    byte[] body = json.formatted("x".repeat(1 << 20)).getBytes(StandardCharsets.US_ASCII);
    new PieceByPiece(request.startAsync(request, response), body).start();
  }
}
