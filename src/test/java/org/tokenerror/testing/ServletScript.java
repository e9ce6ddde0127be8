package org.tokenerror.testing;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Random;

/**
 * Makes a random but repeatable sequence of the calls that servlets make on their response, and
 * notes what each call returned or threw.
 *
 * <p>The same seed makes the same calls, wherever they are made: bare, or behind a filter that must
 * not be noticed.
 */
final class ServletScript {
  static final String DEPTH = "script.depth";
  static final String NEXT_SEED = "script.seed";

  private final Random random;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final ScriptTrace trace;
  private final int depth;
  private boolean forwarded;

  private ServletScript(
      Random random, HttpServletRequest request, HttpServletResponse response, ScriptTrace trace) {
    this.random = random;
    this.request = request;
    this.response = response;
    this.trace = trace;
    this.depth = request.getAttribute(DEPTH) instanceof Integer within ? within : 0;
  }

  /** Runs the script of a seed; a dispatched one is shorter and does not dispatch. */
  static void run(
      long seed, HttpServletRequest request, HttpServletResponse response, ScriptTrace trace)
      throws IOException, ServletException {
    Random random = new Random(seed);
    new ServletScript(random, request, response, trace).play(1 + random.nextInt(9));
  }

  private void play(int calls) throws IOException, ServletException {
    ContainerHabits habits = new ContainerHabits(request, response);
    ScriptedCalls script = new ScriptedCalls(request, response);
    for (int i = 0; i < calls && !forwarded; i++) {
      if (depth == 0 && random.nextInt(24) == 0 && !habits.isOver() && !habits.cutsOff()) {
        dispatch();
      } else {
        call(random, script, trace);
      }
    }
    // what comes after a forward is not compared: Tomcat 10.1 closes a wrapped response for good,
    // whoever wrapped it, and a bare one not quite
    if (forwarded || habits.isOver()) {
      return;
    }
    if (depth == 0 && request.isAsyncSupported() && random.nextInt(4) == 0) {
      new AsyncScript(random, request, response, trace).start();
    } else if (random.nextInt(12) == 0 && !habits.cutsOff()) {
      throwSomething();
    }
  }

  private void throwSomething() throws IOException, ServletException {
    trace.add("throw");
    switch (random.nextInt(3)) {
      case 0 -> throw new IOException("scripted");
      case 1 -> throw new ServletException("scripted");
      default -> throw new IllegalArgumentException("scripted");
    }
  }

  /** Makes one call, chosen at random before its outcome is known. */
  static void call(Random random, ScriptedCalls script, ScriptTrace trace) throws IOException {
    int kind = random.nextInt(ScriptedCalls.KINDS);
    int a = random.nextInt(1000);
    int b = random.nextInt(1000);
    try {
      trace.add(kind + ":" + script.make(kind, a, b));
    } catch (IllegalStateException e) {
      trace.add(kind + " is illegal now");
    } catch (IllegalArgumentException e) {
      trace.add(kind + " is illegal");
    }
  }

  private void dispatch() throws IOException, ServletException {
    request.setAttribute(DEPTH, 1);
    request.setAttribute(NEXT_SEED, random.nextLong());
    RequestDispatcher dispatcher = request.getRequestDispatcher("/target");
    try {
      if (random.nextBoolean()) {
        forwarded = true;
        trace.add("forward");
        dispatcher.forward(request, response);
      } else {
        trace.add("include");
        dispatcher.include(request, response);
      }
    } finally {
      request.removeAttribute(DEPTH);
    }
  }
}
