package org.tokenerror.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what a script saw, across the threads and passes of one request. */
final class ScriptTrace {
  private static final String END = "end";

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private volatile boolean listened;

  void add(String line) {
    lines.add(line);
  }

  /** Says that a listener will tell the end. */
  void endsByListener() {
    listened = true;
  }

  /** Notes the last that the servlet did. */
  void returned() {
    if (!listened) {
      end();
    }
  }

  void end() {
    if (!hasEnded()) {
      lines.add(END);
    }
  }

  boolean hasEnded() {
    return lines.contains(END);
  }

  @Override
  public String toString() {
    return String.join("; ", lines);
  }
}
