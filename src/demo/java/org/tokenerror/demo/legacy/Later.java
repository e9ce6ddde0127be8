package org.tokenerror.demo.legacy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Runs a task in another thread on behalf of an asynchronous request.
 *
 * <p>A task that cannot write (the client is gone) is logged and the request completed, so that no
 * request stays open.
 */
record Later(AsyncContext context, Task task) implements Runnable {

  private static final Logger LOG = System.getLogger(Later.class.getName());

  /** Does what a servlet's method may do. */
  interface Task {
    void run() throws ServletException, IOException;
  }

  @Override
  public void run() {
    try {
      task.run();
    } catch (ServletException | IOException e) {
      LOG.log(Level.DEBUG, "asynchronous answer failed", e);
      context.complete();
    }
  }
}
