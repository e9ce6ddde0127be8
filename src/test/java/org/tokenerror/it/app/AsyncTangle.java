package org.tokenerror.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lists the less tidy things that asynchronous servlets do. */
enum AsyncTangle {
  /** Dispatches to itself three times before it refuses. */
  DISPATCH_REPEATEDLY {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      int pass = request.getAttribute("pass") instanceof Integer count ? count : 0;
      request.setAttribute("pass", pass + 1);
      if (pass < 3) {
        request.startAsync(request, response).dispatch();
      } else {
        refuse(response);
      }
    }
  },
  /** Starts again in a dispatched pass, now without arguments, and refuses on another thread. */
  DISPATCH_THEN_COMPLETE {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync();
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        refuseLater(context);
      } else {
        context.dispatch();
      }
    }
  },
  /** Starts with its own request and response in a dispatched pass of another servlet. */
  DISPATCH_ELSEWHERE_AND_BACK {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      if (request.getAttribute("pass") == null) {
        request.setAttribute("pass", 1);
        request.startAsync(request, response).dispatch("/tangle");
      } else if (request.getAttribute("pass").equals(1)) {
        request.setAttribute("pass", 2);
        request.startAsync().dispatch("/oauth2/v1/token");
      } else {
        refuse(response);
      }
    }
  },
  /** Writes half an answer before it dispatches, and forgets it after. */
  DISPATCH_WITH_HALF_A_BODY {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        response.resetBuffer();
        refuse(response);
      } else {
        response.getWriter().write("{\"half\":");
        request.startAsync(request, response).dispatch();
      }
    }
  },
  /** Keeps to the response it was given, and not to the one of the asynchronous context. */
  WRITE_TO_THE_FIRST_RESPONSE {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync();
      context.start(
          () -> {
            refuseQuietly(response);
            context.complete();
          });
    }
  },
  /** Sends an error on another thread and forgets to complete. */
  SEND_ERROR_AND_FORGET {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync();
      context.setTimeout(SOON);
      context.start(
          () -> {
            try {
              ((HttpServletResponse) context.getResponse()).sendError(401, WORDS);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  },
  /** Has a listener that answers the error of a dispatched pass. */
  LISTENER_ANSWERS_ERROR_AFTER_DISPATCH {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync(request, response);
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        context.addListener(new AnsweringListener(401, WORDS), request, response);
        throw new IllegalStateException("broken");
      }
      context.dispatch();
    }
  },
  /** Completes before it writes, as it may until it returns. */
  COMPLETE_AND_THEN_WRITE {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      request.startAsync().complete();
      refuse(response);
    }
  },
  /** The same, for a token. */
  COMPLETE_AND_THEN_GRANT {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      request.startAsync(request, response).complete();
      response.setContentType("application/json");
      grant(response);
    }
  },
  /** Dispatches, and completes once too often; the dispatched pass grants. */
  DISPATCH_AND_COMPLETE {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        grant(response);
        return;
      }
      AsyncContext context = request.startAsync();
      context.dispatch();
      completeOnceMore(context);
    }
  },
  /** Has a listener that breaks, before one that answers. */
  TIMEOUT_WITH_A_BROKEN_LISTENER {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync(request, response);
      context.setTimeout(SOON);
      context.addListener(new Broken());
      context.addListener(new AnsweringListener(429, "Too many requests"), request, response);
    }
  },
  /** Has a listener that breaks, and none that answers. */
  TIMEOUT_WITH_BROKEN_LISTENERS_ONLY {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync(request, response);
      context.setTimeout(SOON);
      context.addListener(new Broken());
    }
  },
  /** Completes more often than it may. */
  COMPLETE_AND_COMPLETE_AGAIN {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
      AsyncContext context = request.startAsync();
      refuse(response);
      context.complete();
      completeOnceMore(context);
    }
  },
  /** Throws on the asynchronous thread, which no container tells anybody. */
  THROW_ON_THE_OTHER_THREAD {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync();
      context.setTimeout(SOON);
      context.start(
          () -> {
            throw new IllegalStateException("lost");
          });
    }
  },
  /** Gives up without a word when it cannot read the parameters. */
  GIVE_UP_ON_PARAMETERS {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      request.startAsync().setTimeout(SOON);
      try {
        response.setHeader("X-Grant", request.getParameter("grant_type"));
      } catch (IllegalStateException | IllegalArgumentException asSomeContainersSay) {
        // and never tell it again
      }
    }
  },
  /** Has listeners that only look. */
  TIMEOUT_WITH_IDLE_LISTENERS {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync(request, response);
      context.setTimeout(SOON);
      context.addListener(new Idle());
      context.addListener(new Idle(), request, response);
    }
  },
  /** Times out in a dispatched pass. */
  TIMEOUT_IN_A_DISPATCHED_PASS {
    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext context = request.startAsync(request, response);
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        context.setTimeout(SOON);
      } else {
        context.dispatch();
      }
    }
  };

  private static final String WORDS = "Bad client credentials";
  private static final int SOON = 200;

  abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

  private static void completeOnceMore(AsyncContext context) {
    try {
      context.complete();
    } catch (IllegalStateException asContainersSay) {
      // some of them
    }
  }

  private static void grant(HttpServletResponse response) throws IOException {
    response.getOutputStream().print("{\"access_token\":\"2YotnFZFEjr1zCsicMWpAA\"}");
  }

  private static void refuseLater(AsyncContext context) {
    context.start(
        () -> {
          refuseQuietly((HttpServletResponse) context.getResponse());
          context.complete();
        });
  }

  private static void refuseQuietly(HttpServletResponse response) {
    try {
      refuse(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(401);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write("ERROR: " + WORDS + "\n");
  }

  /** Cannot do anything. */
  private static final class Broken extends Idle {
    @Override
    public void onTimeout(AsyncEvent event) {
      throw new IllegalStateException("broken");
    }

    @Override
    public void onError(AsyncEvent event) {
      throw new IllegalStateException("broken");
    }
  }

  /** Looks on. */
  private static class Idle implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
