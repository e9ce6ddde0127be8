package org.tokenerror.capture;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Stands for the container's side of the one output that the servlet chose, stream or writer.
 *
 * <p>The servlet's choice is kept to the end: what is written through a writer is encoded by the
 * container and by nobody else.
 */
sealed interface Sink {

  void write(byte[] array, int offset, int length) throws IOException;

  void write(char[] array, int offset, int length) throws IOException;

  void write(String string, int offset, int length) throws IOException;

  /** Tells whether the next call would not block. */
  default boolean isReady() {
    return true;
  }

  void flush() throws IOException;

  void close() throws IOException;

  /** Takes bytes; characters never come here. */
  record Stream(ServletOutputStream stream) implements Sink {
    @Override
    public void write(byte[] array, int offset, int length) throws IOException {
      stream.write(array, offset, length);
    }

    @Override
    public void write(char[] array, int offset, int length) {
      throw new IllegalStateException("characters were written to a byte stream");
    }

    @Override
    public void write(String string, int offset, int length) {
      throw new IllegalStateException("characters were written to a byte stream");
    }

    @Override
    public boolean isReady() {
      return stream.isReady();
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  /** Takes characters; bytes never come here. */
  record Characters(PrintWriter writer) implements Sink {
    @Override
    public void write(byte[] array, int offset, int length) {
      throw new IllegalStateException("bytes were written to a character stream");
    }

    @Override
    public void write(char[] array, int offset, int length) {
      writer.write(array, offset, length);
    }

    @Override
    public void write(String string, int offset, int length) {
      writer.write(string, offset, length);
    }

    @Override
    public void flush() {
      writer.flush();
    }

    @Override
    public void close() {
      writer.close();
    }
  }

  /** Joins several parts in memory before they leave in one write. */
  record Into(HeldBody held) implements Sink {
    @Override
    public void write(byte[] array, int offset, int length) {
      held.append(array, offset, length);
    }

    @Override
    public void write(char[] array, int offset, int length) {
      held.append(array, offset, length);
    }

    @Override
    public void write(String string, int offset, int length) {
      held.append(string, offset, length);
    }

    @Override
    public void flush() {
      // memory has nothing to flush
    }

    @Override
    public void close() {
      // memory has nothing to close
    }
  }
}
