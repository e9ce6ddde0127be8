package org.tokenerror.testing;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Random;

/** Goes on asynchronously where a {@link ServletScript} has returned, in one of several ways. */
final class AsyncScript {
  private static final int TIMEOUT_MILLISECONDS = 30;
  private static final int RARE = 40;

  private final Random random;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final ScriptTrace trace;

  AsyncScript(
      Random random, HttpServletRequest request, HttpServletResponse response, ScriptTrace trace) {
    this.random = random;
    this.request = request;
    this.response = response;
    this.trace = trace;
  }

  void start() throws IOException {
    AsyncContext async =
        random.nextBoolean() ? request.startAsync() : request.startAsync(request, response);
    trace.add("async original " + async.hasOriginalRequestAndResponse());
    boolean heard = random.nextBoolean();
    if (heard) {
      trace.endsByListener();
      async.addListener(new Listener(random.nextInt(3)));
    }
    int way = random.nextInt(8);
    if (new ContainerHabits(request, response).isAnswered()) {
      complete(async); // anything slower would race with the container's error page
      return;
    }
    switch (way) {
      case 0, 1 -> complete(async);
      case 2 -> {
        ContainerHabits.race(request);
        async.start(() -> answer(async));
      }
      case 3 -> dispatch(async, "/target");
      case 4 -> dispatch(async, "");
      case 5 -> timeOut(async);
      case 6 -> writeWithoutBlocking(async);
      default -> {
        answerError(async);
        complete(async);
      }
    }
  }

  private void complete(AsyncContext async) {
    async.complete();
    trace.returned();
  }

  private void answer(AsyncContext async) {
    try {
      play((HttpServletResponse) async.getResponse(), 2);
    } catch (IOException e) {
      trace.add("io");
    }
    complete(async);
  }

  private void answerError(AsyncContext async) throws IOException {
    try {
      ((HttpServletResponse) async.getResponse()).sendError(403, "later");
      trace.add("later");
    } catch (IllegalStateException e) {
      trace.add("too late");
    }
  }

  private void dispatch(AsyncContext async, String path) {
    request.setAttribute(ServletScript.DEPTH, 1);
    request.setAttribute(ServletScript.NEXT_SEED, random.nextLong());
    if (path.isEmpty()) {
      async.dispatch();
    } else {
      async.dispatch(path);
    }
  }

  /** Seldom, because some containers look for timeouts once a second only. */
  private void timeOut(AsyncContext async) {
    if (random.nextInt(RARE) > 0) {
      complete(async);
      return;
    }
    trace.add("times out");
    trace.returned();
    async.setTimeout(TIMEOUT_MILLISECONDS);
  }

  private void writeWithoutBlocking(AsyncContext async) throws IOException {
    ServletOutputStream stream;
    try {
      stream = async.getResponse().getOutputStream();
    } catch (IllegalStateException writerInUse) {
      complete(async);
      return;
    }
    byte[] piece = new byte[random.nextInt(4) == 0 ? 20_000 : 10];
    int pieces = random.nextInt(9);
    stream.setWriteListener(new Pieces(async, stream, piece, pieces));
  }

  private void play(HttpServletResponse given, int calls) throws IOException {
    ScriptedCalls script = new ScriptedCalls(request, given);
    for (int i = 0; i < calls; i++) {
      ServletScript.call(random, script, trace);
    }
  }

  private final class Pieces implements WriteListener {
    private final AsyncContext async;
    private final ServletOutputStream stream;
    private final byte[] piece;
    private int left;

    Pieces(AsyncContext async, ServletOutputStream stream, byte[] piece, int pieces) {
      this.async = async;
      this.stream = stream;
      this.piece = piece;
      this.left = pieces;
    }

    @Override
    public void onWritePossible() throws IOException {
      while (stream.isReady()) {
        if (left-- == 0) {
          trace.add("written");
          complete(async);
          return;
        }
        stream.write(piece);
      }
    }

    @Override
    public void onError(Throwable thrown) {
      trace.add("write error " + thrown.getClass().getName());
      complete(async);
    }
  }

  private final class Listener implements AsyncListener {
    private final int way;

    Listener(int way) {
      this.way = way;
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
      trace.add("on timeout");
      if (way == 0) {
        answer(event.getAsyncContext());
      } else if (way == 1) {
        dispatch(event.getAsyncContext(), "/target");
      }
    }

    @Override
    public void onError(AsyncEvent event) {
      trace.add("on error");
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      trace.add("on start");
    }

    @Override
    public void onComplete(AsyncEvent event) {
      trace.add("on complete");
      trace.end();
    }
  }
}
