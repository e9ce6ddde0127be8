package org.tokenerror.capture;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Objects;

/**
 * Hands a servlet's characters to the {@link BodyCapture}, unencoded.
 *
 * <p>It does not encode: the container's own writer does, so that a success has the bytes it always
 * had, unpaired surrogates and unmappable characters included.
 */
final class CaptureWriter extends PrintWriter {
  private final BodyCapture body;
  private final PrintWriter container;
  private final String lineSeparator;
  private boolean failed;

  CaptureWriter(BodyCapture body, PrintWriter container, String lineSeparator) {
    super(Writer.nullWriter());
    this.body = body;
    this.container = container;
    this.lineSeparator = lineSeparator;
  }

  /** Tells whether this writer stands before the given one of the container. */
  boolean standsBefore(PrintWriter other) {
    return container == other; // the container keeps one writer per response until reset()
  }

  @Override
  public void write(int c) {
    write(new char[] {(char) c}, 0, 1);
  }

  @Override
  public void write(char[] chars, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, chars.length);
    try {
      body.write(chars, offset, length);
    } catch (IOException e) {
      failed = true; // as PrintWriter: told by checkError(), never thrown
    }
  }

  @Override
  public void write(String string, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, string.length());
    try {
      body.write(string, offset, length);
    } catch (IOException e) {
      failed = true;
    }
  }

  @Override
  public void println() {
    write(lineSeparator);
  }

  @Override
  public void flush() {
    try {
      body.flush(true);
    } catch (IOException e) {
      failed = true;
    }
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      failed = true;
    }
  }

  @Override
  public boolean checkError() {
    if (body.state().isLive()) {
      return container.checkError() || failed;
    }
    flush();
    return failed;
  }
}
