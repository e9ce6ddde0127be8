package org.tokenerror.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Gives long answers asynchronously, in the way that {@code X-Case} names. */
@WebServlet(
    urlPatterns = {"/oauth/token", "/plain"},
    asyncSupported = true)
public final class StreamServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long PATIENCE = 60_000;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Progress progress = Progress.of(request.getHeader("X-Key"));
    int megabytes = request.getIntHeader("X-Megabytes");
    response.setContentType("application/json");
    AsyncContext context = request.startAsync(request, response);
    int timeout = request.getIntHeader("X-Timeout");
    context.setTimeout(timeout < 0 ? PATIENCE : timeout);
    context.addListener(new Ending(progress));
    switch (request.getHeader("X-Case")) {
      case "LISTENER" -> success(context, progress, megabytes).writeWithoutBlocking();
      case "BLOCKING" -> {
        Flood flood = success(context, progress, megabytes);
        context.start(() -> run(flood::writeBlocking));
      }
      case "LISTENER_REFUSAL" -> {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        String start = "{\"message\":\"Bad client credentials\",\"padding\":\"";
        new Flood(context, progress, start, megabytes).writeWithoutBlocking();
      }
      default -> context.start(() -> run(() -> refuseWhenReleased(context, progress)));
    }
  }

  private static Flood success(AsyncContext context, Progress progress, int megabytes)
      throws IOException {
    return new Flood(context, progress, "{\"access_token\":\"abc\",\"padding\":\"", megabytes);
  }

  private static void refuseWhenReleased(AsyncContext context, Progress progress)
      throws IOException, InterruptedException {
    if (!progress.released.await(PATIENCE, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("nobody let it go on");
    }
    ((HttpServletResponse) context.getResponse()).sendError(401, "Bad client credentials");
    context.complete();
  }

  private interface Task {
    void run() throws IOException, InterruptedException;
  }

  private static void run(Task task) {
    try {
      task.run();
    } catch (IOException clientIsGone) {
      // there is nobody left to tell
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Notes that the container is done with a request. */
  private record Ending(Progress progress) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      progress.ended.incrementAndGet();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      event.getAsyncContext().complete();
    }

    @Override
    public void onError(AsyncEvent event) {
      event.getAsyncContext().complete();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
